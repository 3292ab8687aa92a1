"""The drawn strip above the timeline: an index to look at, each mark a link to its event.

What is known to the day is a dot or a closed end; what is not fades out, so that no mark says
more than the date does. Positions are percentages: the strip fits any width.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from html import escape

from annotated.evidence.dates_in_text import MONTHS
from annotated.model.edtf import Date
from annotated.model.entities import Event
from annotated.model.year_headings import anchor_of
from annotated.timeline.overview_strip_strip_scale import Scale

LANE, TOP = 5, 36
RADIUS, THICKNESS = 2.5, 2.5
GAP = 0.6
# So many per cent of the width stand for an end that is open or unknown.
OPEN = 5
# A label stands over a year of at least this many per cent of the width.
LABELLED, ON_A_TABLET, ON_A_PHONE, WITH_MONTHS = 3.5, 4.5, 9, 30


@dataclass(frozen=True)
class Mark:
    """An event on the strip: from `left` to `right` per cent, in a lane counted from 0."""

    event: Event
    when: Date
    left: float
    right: float
    lane: int = 0


def strip(events: Iterable[Event]) -> str:
    """Return the strip of the dated events as SVG, without a word for assistive technology."""
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
    drawn = "".join(_drawn(mark) for mark in marks)
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
    """Put each mark into the first lane with room, the short ones first, so on top."""
    lanes: list[list[Mark]] = []
    placed = []
    for mark in sorted(marks, key=lambda one: (one.right - one.left, one.left, one.event.id)):
        lane = next((n for n, used in enumerate(lanes) if _fits(mark, used)), len(lanes))
        if lane == len(lanes):
            lanes.append([])
        lanes[lane].append(mark)
        placed.append(Mark(mark.event, mark.when, mark.left, mark.right, lane))
    return sorted(placed, key=lambda one: (one.left, one.lane))


def _fits(mark: Mark, used: Iterable[Mark]) -> bool:
    return all(mark.left > one.right + GAP or mark.right < one.left - GAP for one in used)


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
    known = [bool(one and one.precision == 1) for one in (mark.when.start, mark.when.end)]
    fade = {(True, True): "none", (True, False): "end", (False, True): "start"}
    name = fade.get((known[0], known[1]), "both")
    caps = "".join(
        f'<line x1="{x:.2f}%" x2="{x:.2f}%" y1="{y - RADIUS:g}" y2="{y + RADIUS:g}"/>'
        for x, closed in zip((mark.left, mark.right), known, strict=True)
        if closed
    )
    fill = "" if name == "none" else f' fill="url(#fade-{name})"'
    width = mark.right - mark.left
    return (
        f'<rect x="{mark.left:.2f}%" width="{width:.2f}%" y="{y - THICKNESS / 2:g}" '
        f'height="{THICKNESS}"{fill}/>{caps}'
    )


def _cell(anchor: str, year: int, left: float, width: float, height: int) -> str:
    ground = f'<rect class="cell" x="{left:.2f}%" width="{width:.2f}%" height="{height}"/>'
    if not anchor or width < LABELLED:
        return ground
    size = "narrow small" if width < ON_A_TABLET else "small" if width < ON_A_PHONE else ""
    words = f'<text class="{size}" x="{left + width / 2:.2f}%" y="14">{year}</text>'
    return f'{ground}<a href="#{anchor}" tabindex="-1">{words}</a>'


def _months(year: int, width: float, scale: Scale) -> str:
    if width < WITH_MONTHS:
        return ""
    middles = [(scale.at(date(year, month, 15)), MONTHS[month - 1][0]) for month in range(1, 13)]
    return "".join(
        f'<text class="small" x="{x:.2f}%" y="27">{letter}</text>' for x, letter in middles
    )


def _fade(name: str, stops: Sequence[tuple[int, float]]) -> str:
    drawn = "".join(f'<stop offset="{at}%" stop-opacity="{opacity}"/>' for at, opacity in stops)
    return f'<linearGradient id="fade-{name}">{drawn}</linearGradient>'


FADES = (
    "<defs>"
    + _fade("both", [(0, 0), (35, 1), (65, 1), (100, 0)])
    + _fade("start", [(0, 0), (60, 1)])
    + _fade("end", [(40, 1), (100, 0)])
    + "</defs>"
)
