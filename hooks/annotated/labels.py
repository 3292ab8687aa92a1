"""Names on a sheet, placed so that none touches another.

Each label has several spots where it may stand, each with what it costs. Those with the least
choice go first; then, as long as that helps, each moves to the spot that costs least where the
others stand, and in the end two that touch look for a pair of spots together.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from annotated.projection import XY
from annotated.spots import Rect, Spot

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
    for one, other in clashes(search.chosen, ground):
        if other:
            search.move_both(search.labels[one], search.labels[other])
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

    def move_both(self, one: Label, other: Label) -> None:
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
        others = [r for id_, spot in self.chosen.items() if id_ != label.id for r in spot.rects]
        return [
            cost + OVERLAP * _overlaps(spot, others)
            for cost, spot in zip(self.costs[label.id], label.spots, strict=True)
        ]


def fit(labels: Sequence[Label], ground: Ground) -> dict[str, Spot]:
    """Return the spots of those labels for which there is room, the first served first."""
    chosen: dict[str, Spot] = {}
    for label in labels:
        taken = [one for spot in chosen.values() for one in spot.rects]
        paid = [ground.cost(spot) + OVERLAP * _overlaps(spot, taken) for spot in label.spots]
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
            (id_, other)
            for other in ids[place_ + 1 :]
            if _overlaps(chosen[id_], chosen[other].rects)
        ]
    return found


def _least(costs: Sequence[float]) -> int:
    return min(range(len(costs)), key=costs.__getitem__)


def _overlaps(spot: Spot, rects: Iterable[Rect]) -> int:
    return sum(one.touches(other) for other in rects for one in spot.rects)
