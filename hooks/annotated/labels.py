"""Names on a sheet, placed so that none touches another.

Each label has several spots where it may stand, each with what it costs. Those with the least
choice go first; then, as long as that helps, each moves to the spot that costs least where the
others stand; at last one that still touches another looks for new spots together with each that
stands in its way.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from annotated.projection import XY
from annotated.rects import Rect, Spot

ROUNDS = 60
OVERLAP, ON_A_MARK, ON_A_LINE = 1000.0, 60.0, 0.6
CELL = 4


@dataclass(frozen=True)
class Label:
    """The name of a place, with the spots where it may stand, the best first."""

    id: str
    spots: Sequence[Spot]


@dataclass(frozen=True)
class Ground:
    """What labels keep off: the edge, what is barred and, less strictly, marks and lines.

    Lines are given as the squares of `CELL` units that they pass through.
    """

    sheet: Rect
    barred: Sequence[Rect]
    marks: Sequence[Rect]
    lines: frozenset[tuple[int, int]]

    def cost(self, spot: Spot) -> float:
        """Return what a spot costs by itself."""
        return spot.cost + sum(map(self._cost, spot.rects))

    def _cost(self, one: Rect) -> float:
        cost = 0.0 if one.lies_in(self.sheet) else OVERLAP
        cost += OVERLAP * sum(one.touches(other) for other in self.barred)
        cost += ON_A_MARK * sum(one.touches(mark) for mark in self.marks)
        across = range(int(one.left // CELL), int(one.right // CELL) + 1)
        down = range(int(one.top // CELL), int(one.bottom // CELL) + 1)
        return cost + ON_A_LINE * sum((x, y) in self.lines for x in across for y in down)


def cells(points: Iterable[XY]) -> frozenset[tuple[int, int]]:
    """Return the squares in which points lie."""
    return frozenset((int(x // CELL), int(y // CELL)) for x, y in points)


def place(labels: Sequence[Label], ground: Ground) -> dict[str, Spot]:
    """Return the spot of each label."""
    search = _Search({one.id: one for one in labels}, ground)
    for _ in range(ROUNDS):
        before = dict(search.chosen)
        for label in labels:
            search.move(label)
        if search.chosen == before:
            break
    for pair in clashes(search.chosen, ground):
        for id_ in filter(None, pair):
            search.make_way(search.labels[id_])
    return search.chosen


@dataclass
class _Search:
    """Where the labels stand while they look for a better spot."""

    labels: Mapping[str, Label]
    ground: Ground

    def __post_init__(self) -> None:
        labels = self.labels.values()
        self.costs = {one.id: [self.ground.cost(spot) for spot in one.spots] for one in labels}
        self.chosen: dict[str, Spot] = {}
        for label in sorted(labels, key=self._choice):
            self.move(label)

    def move(self, label: Label) -> float:
        """Give a label the spot that costs least, the others standing where they do."""
        paid = self._paid(label)
        best = _least(paid)
        self.chosen[label.id] = label.spots[best]
        return paid[best]

    def make_way(self, label: Label) -> None:
        """Look for new spots for a label together with each that stands in its way."""
        for other in self.labels.values():
            here = self.chosen[other.id]
            if other is not label and any(spot.overlaps(here) for spot in label.spots):
                self._move_both(label, other)

    def _move_both(self, one: Label, other: Label) -> None:
        """Try every spot of one label, each with the best that it leaves to the other."""
        del self.chosen[one.id], self.chosen[other.id]
        found = []
        for spot, cost in zip(one.spots, self._paid(one), strict=True):
            self.chosen[one.id] = spot
            found.append((cost + self.move(other), spot, self.chosen.pop(other.id)))
        _, self.chosen[one.id], self.chosen[other.id] = min(found, key=lambda each: each[0])

    def _choice(self, label: Label) -> int:
        """Return how many spots a label has that are worth taking: the fewer, the sooner."""
        return sum(cost < ON_A_MARK for cost in self.costs[label.id])

    def _paid(self, label: Label) -> list[float]:
        others = [spot for id_, spot in self.chosen.items() if id_ != label.id]
        return [
            cost + OVERLAP * sum(map(spot.overlaps, others))
            for cost, spot in zip(self.costs[label.id], label.spots, strict=True)
        ]


def fit(labels: Sequence[Label], ground: Ground) -> dict[str, Spot]:
    """Return the spots of those labels for which there is room, the first served first."""
    chosen: dict[str, Spot] = {}
    for label in labels:
        taken = list(chosen.values())
        paid = [
            ground.cost(spot) + OVERLAP * sum(map(spot.overlaps, taken)) for spot in label.spots
        ]
        best = _least(paid)
        if paid[best] < OVERLAP:
            chosen[label.id] = label.spots[best]
    return chosen


def clashes(chosen: dict[str, Spot], ground: Ground) -> list[tuple[str, str]]:
    """Return the pairs of labels that touch; a label that leaves the sheet, with nothing."""
    found = []
    ids = list(chosen)
    for place_, id_ in enumerate(ids):
        if ground.cost(chosen[id_]) >= OVERLAP:
            found.append((id_, ""))
        found += [
            (id_, other) for other in ids[place_ + 1 :] if chosen[id_].overlaps(chosen[other])
        ]
    return found


def _least(costs: Sequence[float]) -> int:
    return min(range(len(costs)), key=costs.__getitem__)
