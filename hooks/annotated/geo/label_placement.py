"""What a name on a sheet is to keep off, and what it costs where it does not."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from annotated.geo.label_candidates import Rect, Spot
from annotated.geo.projection import XY

OVERLAP, ON_A_MARK, ON_A_LINE = 1000.0, 60.0, 0.6
CELL = 4


@dataclass(frozen=True)
class Label:
    """The name of a place, with the spots where it may stand, and what each costs by itself."""

    id: str
    spots: Sequence[Spot]
    costs: Sequence[float]


@dataclass(frozen=True)
class Ground:
    """What labels keep off: the edge, what is barred and, less strictly, marks and lines.

    Lines are given as the squares of `CELL` units that they pass through.
    """

    sheet: Rect
    barred: Sequence[Rect]
    marks: Sequence[Rect]
    lines: frozenset[tuple[int, int]]

    def label(self, id_: str, spots: Sequence[Spot]) -> Label:
        """Return the label of a place that may stand at some spots."""
        return Label(id_, spots, [self.cost(spot) for spot in spots])

    def cost(self, spot: Spot) -> float:
        """Return what a spot costs by itself."""
        barred = [one for one in self.barred if one.touches(spot.bounds)]
        marks = [one for one in self.marks if one.touches(spot.bounds)]
        return spot.cost + sum(self._cost(one, barred, marks) for one in spot.rects)

    def _cost(self, one: Rect, barred: Sequence[Rect], marks: Sequence[Rect]) -> float:
        cost = 0.0 if one.lies_in(self.sheet) else OVERLAP
        cost += OVERLAP * sum(one.touches(other) for other in barred)
        cost += ON_A_MARK * sum(one.touches(mark) for mark in marks)
        across = range(int(one.left // CELL), int(one.right // CELL) + 1)
        down = range(int(one.top // CELL), int(one.bottom // CELL) + 1)
        return cost + ON_A_LINE * sum((x, y) in self.lines for x in across for y in down)


def cells(points: Iterable[XY]) -> frozenset[tuple[int, int]]:
    """Return the squares in which points lie."""
    return frozenset((int(x // CELL), int(y // CELL)) for x, y in points)


def clashes(chosen: Mapping[str, Spot], ground: Ground) -> list[tuple[str, str]]:
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
