"""Placement of the labels on a map so that none overlaps another.

Each label has several candidate positions, each with its cost. Labels with the least choice go
first; then, as long as that helps, each moves to the candidate that costs least beside the others
as they are; at last a label that still overlaps another or a mark looks for new positions together
with each label that is in its way.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from math import inf

from annotated.geo.label_candidates import Candidate, Rect
from annotated.geo.projection import XY

# What an overlap costs, by what is overlapped; a cost from OVERLAP on is never worth taking.
OVERLAP, ON_A_MARK, ON_AN_ARROW, ON_A_LINE = 1000.0, 200.0, 1.0, 0.6
ACROSS_A_FRAME = 25.0
# What it costs that a label is nearer than so many units to a mark, which it might seem to name.
BY_A_MARK, NEAR = 4.0, 3.0
CELL = 4
# From this cost on, a position is poor.
POOR = 25.0
# How often all labels are looked at, and those that are still crowded at the end.
ROUNDS, AGAIN = 60, 3


@dataclass(frozen=True)
class Label:
    """The label of a place with its candidates, and what each costs by itself."""

    id: str
    candidates: Sequence[Candidate]
    costs: Sequence[float]


@dataclass(frozen=True)
class Obstacles:
    """What labels keep off: the edge, what is barred and, less strictly, marks, frames and lines.

    Lines and arrows are given as the grid cells, `CELL` units wide, that they pass through;
    `named` are the marks that a label beside them might seem to name, where these are barred.
    """

    sheet: Rect
    barred: Sequence[Rect]
    marks: Sequence[Rect]
    lines: frozenset[tuple[int, int]]
    frames: Sequence[Rect] = ()
    named: Sequence[Rect] = ()
    arrows: frozenset[tuple[int, int]] = frozenset()

    def label(self, id_: str, candidates: Sequence[Candidate]) -> Label:
        """Return the label of a place that has these candidates."""
        return Label(id_, candidates, [self.cost(candidate) for candidate in candidates])

    def cost(self, candidate: Candidate) -> float:
        """Return what a candidate costs by itself."""
        barred = [rect for rect in self.barred if rect.touches(candidate.bounds)]
        marks = [rect for rect in self.marks if rect.touches(candidate.bounds)]
        crossed = sum(edge.touches(candidate.bounds) for edge in self.frames)
        own = candidate.cost + ACROSS_A_FRAME * crossed + BY_A_MARK * self._beside(candidate)
        return own + sum(self._cost(rect, barred, marks) for rect in candidate.rects)

    def _beside(self, candidate: Candidate) -> int:
        """Return how many marks lie close beside a label; its own lies farther off."""
        around = candidate.bounds.grown(NEAR)
        return sum(mark.touches(around) for mark in (*self.marks, *self.named))

    def is_on_mark(self, candidate: Candidate) -> bool:
        """Tell whether a label would lie on a mark."""
        return any(rect.touches(mark) for rect in candidate.rects for mark in self.marks)

    def _cost(self, rect: Rect, barred: Sequence[Rect], marks: Sequence[Rect]) -> float:
        cost = 0.0 if rect.is_within(self.sheet) else OVERLAP
        cost += OVERLAP * sum(rect.touches(other) for other in barred)
        cost += ON_A_MARK * sum(rect.touches(mark) for mark in marks)
        across = range(int(rect.left // CELL), int(rect.right // CELL) + 1)
        down = range(int(rect.top // CELL), int(rect.bottom // CELL) + 1)
        cells = {(x, y) for x in across for y in down}
        cost += ON_AN_ARROW * len(cells & self.arrows)
        return cost + ON_A_LINE * len(cells & self.lines)


def grid_cells(points: Iterable[XY]) -> frozenset[tuple[int, int]]:
    """Return the grid cells in which points lie."""
    return frozenset((int(x // CELL), int(y // CELL)) for x, y in points)


def conflicts(chosen: Mapping[str, Candidate], obstacles: Obstacles) -> list[tuple[str, str]]:
    """Return the pairs of ids whose labels overlap; (id, "") for one that has no room at all."""
    found = []
    ids = list(chosen)
    for index, id_ in enumerate(ids):
        if obstacles.cost(chosen[id_]) >= OVERLAP:
            found.append((id_, ""))
        found += [(id_, other) for other in ids[index + 1 :] if chosen[id_].overlaps(chosen[other])]
    return found


def place_labels(labels: Sequence[Label], obstacles: Obstacles) -> dict[str, Candidate]:
    """Return the position of each label, by id; `conflicts` tells which still overlap."""
    search = _Search({label.id: label for label in labels})
    for _ in range(ROUNDS):
        before = dict(search.chosen)
        for label in labels:
            search.move(label)
        if search.chosen == before:
            break
    for _ in range(AGAIN):
        pairs = conflicts(search.chosen, obstacles)
        crowded = {id_ for pair in pairs for id_ in pair if id_} | search.on_marks(obstacles)
        crowded |= search.poor(obstacles)
        for id_ in sorted(crowded):
            search.make_room(search.labels[id_])
    return search.chosen


@dataclass
class _Search:
    """The positions of the labels while they look for better ones."""

    labels: Mapping[str, Label]

    def __post_init__(self) -> None:
        labels = self.labels.values()
        self.cheapest = {
            label.id: sorted(range(len(label.costs)), key=label.costs.__getitem__)
            for label in labels
        }
        self.chosen: dict[str, Candidate] = {}
        for label in sorted(labels, key=self._choice):
            self.move(label)

    def move(self, label: Label) -> float:
        """Give a label the first of the candidates that cost least, and return that cost.

        The other labels stay where they are.
        """
        others, costs, best = self._others(label), label.costs, (inf, 0)
        for index in self.cheapest[label.id]:
            # No candidate after this one costs less by itself.
            if costs[index] > best[0]:
                break
            best = min(best, (_total_cost(costs[index], label.candidates[index], others), index))
        self.chosen[label.id] = label.candidates[best[1]]
        return best[0]

    def on_marks(self, obstacles: Obstacles) -> set[str]:
        """Return the labels that lie on a mark."""
        return {id_ for id_, at in self.chosen.items() if obstacles.is_on_mark(at)}

    def poor(self, obstacles: Obstacles) -> set[str]:
        """Return the labels that stand far from their mark or across a frame, or nearly so."""
        return {id_ for id_, at in self.chosen.items() if obstacles.cost(at) >= POOR}

    def make_room(self, label: Label) -> None:
        """Look for new positions for a label together with each label that is in its way."""
        for other in self.labels.values():
            here = self.chosen[other.id]
            if other is not label and any(
                candidate.overlaps(here) for candidate in label.candidates
            ):
                self._move_both(label, other)

    def _move_both(self, label: Label, other: Label) -> None:
        """Try every candidate of one label, each with the best that it leaves to the other."""
        before = self.chosen.pop(label.id), self.chosen.pop(other.id)
        others, least, best = self._others(label), inf, before
        for candidate, cost in zip(label.candidates, label.costs, strict=True):
            if cost >= least or (total := _total_cost(cost, candidate, others)) >= least:
                continue
            self.chosen[label.id] = candidate
            both = total + self.move(other)
            if both < least:
                least, best = both, (candidate, self.chosen[other.id])
            del self.chosen[other.id]
        self.chosen[label.id], self.chosen[other.id] = best

    def _choice(self, label: Label) -> int:
        """Return how many candidates of a label are worth taking: the fewer, the sooner."""
        return sum(cost < ON_A_MARK for cost in label.costs)

    def _others(self, label: Label) -> list[Candidate]:
        return [candidate for id_, candidate in self.chosen.items() if id_ != label.id]


def _total_cost(cost: float, candidate: Candidate, others: Iterable[Candidate]) -> float:
    return cost + OVERLAP * sum(map(candidate.overlaps, others))


def place_where_free(
    labels: Iterable[Label], beside: Iterable[Candidate] = (), most: float = OVERLAP
) -> dict[str, Candidate]:
    """Return the positions of those labels for which there is room, the first served first.

    `beside` are positions that are taken; what costs `most` or more is no room. A label that finds
    none may have that of one before it, if this one finds another.
    """
    served = _Served(list(beside), most)
    for label in labels:
        served.labels[label.id] = label
        if found := served.free(label):
            served.chosen[label.id] = found
        else:
            served.exchange(label)
    return served.chosen


@dataclass
class _Served:
    """The positions of the labels that found room, beside those that are taken."""

    beside: Sequence[Candidate]
    most: float
    labels: dict[str, Label] = field(default_factory=dict)
    chosen: dict[str, Candidate] = field(default_factory=dict)

    def free(self, label: Label) -> Candidate | None:
        """Return the best position of a label that is free, if one is."""
        taken = [*self.beside, *self.chosen.values()]
        pairs = zip(label.costs, label.candidates, strict=True)
        free = [
            (cost, index)
            for index, (cost, candidate) in enumerate(pairs)
            if cost < self.most and not any(map(candidate.overlaps, taken))
        ]
        return label.candidates[min(free)[1]] if free else None

    def exchange(self, label: Label) -> None:
        """Give a label the best position that only one other has, which can go elsewhere."""
        ranked = sorted(zip(label.costs, range(len(label.costs)), strict=True))
        for wanted in (label.candidates[index] for cost, index in ranked if cost < self.most):
            others = [id_ for id_, at in self.chosen.items() if wanted.overlaps(at)]
            if len(others) == 1 and not any(map(wanted.overlaps, self.beside)):
                before = self.chosen.pop(others[0])
                self.chosen[label.id] = wanted
                if elsewhere := self.free(self.labels[others[0]]):
                    self.chosen[others[0]] = elsewhere
                    return
                del self.chosen[label.id]
                self.chosen[others[0]] = before
