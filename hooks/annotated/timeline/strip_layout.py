"""Layout of the strip: where along the time and in which row of its lane each event stands.

What is dated to a day has the place of that day, and so has the latest day of what is dated less
exactly, where one is known. What is dated to a month, or to a shorter span, stands somewhere
within it, in order of time. What is vaguer is a band as long as it may have
lasted. Marks and bands are put into rows apart: the marks stand on the bands.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import count
from typing import Literal, TypeAlias

from annotated.content.timeline_lanes import Lane, Lanes
from annotated.model.edtf import Date
from annotated.model.entities import Event
from annotated.timeline.scale import Scale

Shape: TypeAlias = Literal["day", "by", "month", "about", "band"]
# The longest span, in days, within which an event is a mark and no band; the precision of a date
# that is known to the day, and that of one which is known roughly.
MONTH, TO_THE_DAY, ROUGHLY = 31, 1, 3
# The shapes of marks that have one place only.
ONE_PLACE = ("day", "by")
# Units: the room of a mark along the time; the gap between two bands; how far a band goes on at an
# end that is open or unknown.
ROOM, GAP, OPEN = 12, 4, 46


@dataclass(frozen=True)
class Mark:
    """An event on the strip: from `left` to `right`, for a mark at `middle`, in a row from 0."""

    event: Event
    when: Date
    shape: Shape
    left: float
    right: float
    row: int = 0

    @property
    def middle(self) -> float:
        """Return the middle of the mark."""
        return (self.left + self.right) / 2


@dataclass(frozen=True)
class LaneLayout:
    """A lane with its marks and bands."""

    lane: Lane
    marks: tuple[Mark, ...]
    bands: tuple[Mark, ...]

    def depth(self, mark: float, band: float) -> float:
        """Return the depth of a lane, where a row of marks and a row of bands have these."""
        return max(_rows(self.marks) * mark, _rows(self.bands) * band)


def lay_out(events: Iterable[Event], lanes: Lanes, scale: Scale) -> list[LaneLayout]:
    """Return the lanes that have an event; `events` are dated, and in order of time."""
    by_lane: dict[Lane, list[Mark]] = {lane: [] for lane in lanes.all}
    for event in events:
        if event.date:
            by_lane[lanes.lane_of(event)].append(placed(event, event.date, scale))
    return [_lane(lane, marks) for lane, marks in by_lane.items() if marks]


def _rows(marks: Iterable[Mark]) -> int:
    return 1 + max((mark.row for mark in marks), default=-1)


def placed(event: Event, when: Date, scale: Scale) -> Mark:
    """Return an event as its date has it, before it is put into a row."""
    first, last = when.sort_key
    latest = event.by.last if event.by and event.by.last else last
    left, right = scale.at(first), scale.at(latest, after=True)
    if not when.start:
        left = max(left - OPEN, 0)
    if not when.end:
        right = min(right + OPEN, scale.length)
    return Mark(event, when, "by" if event.by else _shape(when), left, right)


def _shape(when: Date) -> Shape:
    first, last = when.sort_key
    if not when.start or not when.end or (last - first).days >= MONTH:
        return "band"
    if first == last and when.precision == TO_THE_DAY:
        return "day"
    return "about" if when.precision == ROUGHLY else "month"


def _lane(lane: Lane, marks: Sequence[Mark]) -> LaneLayout:
    bands = sorted((mark for mark in marks if mark.shape == "band"), key=_by_length)
    points = sorted((mark for mark in marks if mark.shape != "band"), key=_by_freedom)
    return LaneLayout(lane, tuple(_in_rows(points, _slot)), tuple(_in_rows(bands, _whole)))


def _by_length(mark: Mark) -> tuple[float, float]:
    return (mark.left - mark.right, mark.left)


def _by_freedom(mark: Mark) -> bool:
    """Return a key that puts first what has one place only."""
    return mark.shape not in ONE_PLACE


def _in_rows(marks: Iterable[Mark], fit: Callable[[Mark, list[Mark]], Mark | None]) -> list[Mark]:
    """Return the marks, each in the first row where `fit` finds room beside those before it."""
    rows: list[list[Mark]] = []
    for mark in marks:
        for number in count():
            if number == len(rows):
                rows.append([])
            if found := fit(mark, rows[number]):
                rows[number].append(replace(found, row=number))
                break
    return sorted((mark for row in rows for mark in row), key=lambda mark: (mark.left, mark.row))


def _whole(mark: Mark, others: Iterable[Mark]) -> Mark | None:
    free = all(mark.left > other.right + GAP or mark.right < other.left - GAP for other in others)
    return mark if free else None


def _slot(mark: Mark, others: Sequence[Mark]) -> Mark | None:
    """Return the mark at the first free place that its date allows, `ROOM` units long."""
    for step in _steps(mark):
        left = mark.left + step
        if all(abs(left - other.left) >= ROOM for other in others):
            return replace(mark, left=left, right=left + ROOM)
    return None


def _steps(mark: Mark) -> Iterable[float]:
    """Return how far from its left end a mark may begin: the latest day is its right end."""
    length = mark.right - mark.left
    if mark.shape == "by":
        return [length - ROOM / 2]
    if mark.shape in ONE_PLACE or length <= ROOM:
        return [(length - ROOM) / 2]
    return range(int(length - ROOM) + 1)
