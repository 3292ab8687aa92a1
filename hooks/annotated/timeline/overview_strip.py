"""Overview strip above the timeline: a drawing of all dated events, each mark a link to its event.

An end that is known to the day is drawn as a dot or a closed end; any other fades out, so that no
mark says more than the date does. Positions are percentages: the strip fits any width.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from html import escape
from itertools import groupby

from annotated.evidence.dates_in_text import MONTHS
from annotated.model.edtf import Date
from annotated.model.entities import Event
from annotated.timeline.year_headings import anchor_of

# The width of a year is 1 and this much for each event that begins in it; a run of years without
# any is as wide as half a year.
PER_EVENT = 0.35
EMPTY = 0.5
# Pixels: the height of a lane, the room above the first, the size of a dot and of a bar.
LANE, TOP = 5, 36
RADIUS, THICKNESS = 2.5, 2.5
# Per cent of the width: the least gap between two marks in a lane, and the length by which a mark
# is extended at an end that is open or unknown.
GAP = 0.6
OPEN = 5
# A year is labelled if its cell is at least this wide, in per cent; the first value is for wide
# screens, the last for the initials of the months.
LABELLED, ON_A_TABLET, ON_A_PHONE, WITH_MONTHS = 3.5, 4.5, 9, 30


@dataclass(frozen=True)
class Cell:
    """A year with events, or a run of years without any, which is drawn as one cell."""

    first: int
    last: int
    weight: float


@dataclass(frozen=True)
class Scale:
    """Scale from days to per cent of the width: the more events a year has, the wider it is.

    On an even scale, the few years with most of the events would be too narrow to tell them apart.
    """

    years: tuple[Cell, ...]

    @classmethod
    def of(cls, dates: Sequence[Date]) -> "Scale":
        """Return a scale from the first year of all `dates` to the last."""
        ends = [end for when in dates for end in (when.first, when.last) if end]
        begun = Counter(when.sort_key[0].year for when in dates)
        span = range(min(ends).year, max(ends).year + 1)
        cells = []
        for empty, run in groupby(span, key=lambda year: not begun[year]):
            group = list(run)
            if empty:
                cells.append(Cell(group[0], group[-1], EMPTY))
            else:
                cells += [Cell(year, year, 1 + PER_EVENT * begun[year]) for year in group]
        return cls(tuple(cells))

    def _placed(self) -> Iterator[tuple[Cell, float, float]]:
        total, left = sum(cell.weight for cell in self.years), 0.0
        for cell in self.years:
            width = 100 * cell.weight / total
            yield cell, left, width
            left += width

    def at(self, day: date, *, after: bool = False) -> float:
        """Return the position of the beginning of a day, or of its end, in per cent."""
        for cell, left, width in self._placed():
            if day.year <= cell.last:
                begin, end = date(cell.first, 1, 1), date(cell.last + 1, 1, 1)
                moment = day + timedelta(days=1) if after else day
                return left + width * (moment - begin).days / (end - begin).days
        return 100.0

    def cells(self) -> Iterator[tuple[int, float, float]]:
        """Yield the first year, the left edge and the width of each cell, in per cent."""
        for cell, left, width in self._placed():
            yield cell.first, left, width


@dataclass(frozen=True)
class Mark:
    """An event on the strip: from `left` to `right` per cent, in a lane counted from 0."""

    event: Event
    when: Date
    left: float
    right: float
    lane: int = 0


def figure(events: Iterable[Event]) -> str:
    """Return the strip as an HTML figure with an SVG; an empty string where no event has a date.

    It is hidden from assistive technology: the timeline below it says the same.
    """
    dated = [(event, event.date) for event in events if event.date]
    if not dated:
        return ""
    scale = Scale.of([when for _, when in dated])
    marks = _lanes([_mark(event, when, scale) for event, when in dated])
    height = TOP + LANE * (max(mark.lane for mark in marks) + 1)
    anchors = {when.sort_key[0].year: anchor_of(when) for _, when in dated}
    cells = "".join(
        _cell(anchors.get(year, ""), year, left, width, height) + _months(year, width, scale)
        for year, left, width in scale.cells()
    )
    drawn = "".join(map(_drawn, marks))
    return (
        f'<figure class="strip" aria-hidden="true" data-search-exclude>'
        f'<svg width="100%" height="{height}">{FADES}{cells}{drawn}</svg></figure>'
    )


def _mark(event: Event, when: Date, scale: Scale) -> Mark:
    first, last = when.sort_key
    left, right = scale.at(first), scale.at(last, after=True)
    if not when.start:
        left = max(left - OPEN, 0)
    if not when.end:
        right = min(right + OPEN, 100)
    return Mark(event, when, left, right)


def _lanes(marks: Sequence[Mark]) -> list[Mark]:
    """Return the marks, each in the first lane with room; the short ones first, so on top."""
    lanes: list[list[Mark]] = []
    placed = []
    for mark in sorted(marks, key=lambda mark: (mark.right - mark.left, mark.left, mark.event.id)):
        lane = next((number for number, used in enumerate(lanes) if _fits(mark, used)), len(lanes))
        if lane == len(lanes):
            lanes.append([])
        lanes[lane].append(mark)
        placed.append(Mark(mark.event, mark.when, mark.left, mark.right, lane))
    return sorted(placed, key=lambda mark: (mark.left, mark.lane))


def _fits(mark: Mark, used: Iterable[Mark]) -> bool:
    return all(mark.left > other.right + GAP or mark.right < other.left - GAP for other in used)


def _drawn(mark: Mark) -> str:
    event, y = mark.event, TOP + LANE * mark.lane + LANE / 2
    first, last = mark.when.first, mark.when.last
    shape = (
        f'<circle cx="{(mark.left + mark.right) / 2:.2f}%" cy="{y:g}" r="{RADIUS}"/>'
        if first == last and mark.when.precision == 1
        else _bar(mark, y)
    )
    title = escape(f"{mark.when.words}: {event.name}")
    return f'<a href="#event-{event.id}" tabindex="-1"><title>{title}</title>{shape}</a>'


def _bar(mark: Mark, y: float) -> str:
    closed = [bool(end and end.precision == 1) for end in (mark.when.start, mark.when.end)]
    fade = {(True, True): "none", (True, False): "end", (False, True): "start"}
    name = fade.get((closed[0], closed[1]), "both")
    caps = "".join(
        f'<line x1="{x:.2f}%" x2="{x:.2f}%" y1="{y - RADIUS:g}" y2="{y + RADIUS:g}"/>'
        for x, has_cap in zip((mark.left, mark.right), closed, strict=True)
        if has_cap
    )
    fill = "" if name == "none" else f' fill="url(#fade-{name})"'
    width = mark.right - mark.left
    return (
        f'<rect x="{mark.left:.2f}%" width="{width:.2f}%" y="{y - THICKNESS / 2:g}" '
        f'height="{THICKNESS}"{fill}/>{caps}'
    )


def _cell(anchor: str, year: int, left: float, width: float, height: int) -> str:
    background = f'<rect class="cell" x="{left:.2f}%" width="{width:.2f}%" height="{height}"/>'
    if not anchor or width < LABELLED:
        return background
    size = "narrow small" if width < ON_A_TABLET else "small" if width < ON_A_PHONE else ""
    label = f'<text class="{size}" x="{left + width / 2:.2f}%" y="14">{year}</text>'
    return f'{background}<a href="#{anchor}" tabindex="-1">{label}</a>'


def _months(year: int, width: float, scale: Scale) -> str:
    if width < WITH_MONTHS:
        return ""
    middles = [(scale.at(date(year, month, 15)), MONTHS[month - 1][0]) for month in range(1, 13)]
    return "".join(
        f'<text class="small" x="{x:.2f}%" y="27">{initial}</text>' for x, initial in middles
    )


def _fade(name: str, stops: Sequence[tuple[int, float]]) -> str:
    drawn = "".join(
        f'<stop offset="{offset}%" stop-opacity="{opacity}"/>' for offset, opacity in stops
    )
    return f'<linearGradient id="fade-{name}">{drawn}</linearGradient>'


FADES = (
    "<defs>"
    + _fade("both", [(0, 0), (35, 1), (65, 1), (100, 0)])
    + _fade("start", [(0, 0), (60, 1)])
    + _fade("end", [(40, 1), (100, 0)])
    + "</defs>"
)
