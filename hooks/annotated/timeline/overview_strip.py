"""Overview strip above the timeline: a drawing of all dated events in lanes, each mark a link.

It is drawn twice, of which a style sheet shows one: for wide screens the time runs from left to
right, for narrow ones downward. The shape of a mark says how exact its date is, its filling on
whose word it is told; the ends of a band fade out where their day is not known.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from html import escape

from annotated.content.timeline_lanes import Lanes
from annotated.evidence.dates_in_text import MONTHS
from annotated.geo.svg_paths import svg_number
from annotated.linking.entity_links import start_tag
from annotated.model.entities import Event
from annotated.timeline import band_fades, mark_shapes, turning_points
from annotated.timeline.event_items import line_id
from annotated.timeline.scale import Cell, Scale
from annotated.timeline.strip_layout import LaneLayout, Mark, lay_out
from annotated.timeline.year_headings import anchor_of

# From this length on, a year has the initials of its months.
WITH_MONTHS = 240


@dataclass(frozen=True)
class Sizes:
    """Sizes of one drawing: its length in time, and depths across it.

    `row` is that of a row of marks, `band` of one of bands, `title` of the title of a lane,
    `head` of the room before the first lane, `line` that of a name of a turning point.
    """

    name: str
    length: float
    row: float
    band: float
    title: float
    head: float
    line: float = 15
    is_upright: bool = False


WIDE = Sizes("wide", 920, 12, 12, 17, 38)
UPRIGHT = Sizes("upright", 1500, 10, 5, 7, 116, is_upright=True)
# The room above the years of the upright drawing, for the titles of its lanes.
TITLES = 150


def figure(events: Iterable[Event], lanes: Lanes) -> str:
    """Return the strip as an HTML figure with two SVGs; empty where no event has a date.

    `events` are in order of time.
    """
    dated = [event for event in events if event.date]
    if not dated:
        return ""
    drawings = "".join(Drawing.of(dated, lanes, sizes).svg() for sizes in (WIDE, UPRIGHT))
    skip = '<a class="skip" data-search-exclude href="#events">Past the drawing, to the list</a>'
    return (
        f'{skip}<figure class="strip" data-search-exclude>'
        f"<figcaption>{mark_shapes.key()}</figcaption>{drawings}</figure>"
    )


@dataclass(frozen=True)
class Drawing:
    """One drawing; `anchors` are those of the headings by the year in which an event begins."""

    sizes: Sizes
    scale: Scale
    lanes: tuple[LaneLayout, ...]
    words: Mapping[str, str]
    anchors: Mapping[int, str]

    @classmethod
    def of(cls, dated: list[Event], lanes: Lanes, sizes: Sizes) -> "Drawing":
        """Return the drawing of events that have a date, in order of time."""
        dates = [event.date for event in dated if event.date]
        scale = Scale.of(dates, sizes.length)
        words = turning_points.words(dated, lanes)
        anchors = {when.sort_key[0].year: anchor_of(when) for when in dates}
        return cls(sizes, scale, tuple(lay_out(dated, lanes, scale)), words, anchors)

    def svg(self) -> str:
        """Return the SVG: years, lanes, bands, leaders, then the marks and the names on top."""
        sizes = self.sizes
        width, height = (self._depth, sizes.length + TITLES) if sizes.is_upright else (
            sizes.length, self._depth
        )  # fmt: skip
        bands = "".join(self._band(mark, lane) for lane in self.lanes for mark in lane.bands)
        marks = "".join(self._point(mark, lane) for lane in self.lanes for mark in lane.marks)
        fades = band_fades.gradients(sizes.name, is_upright=sizes.is_upright)
        return (
            f'<svg class="{sizes.name}" viewBox="0 0 {svg_number(width)} {svg_number(height)}" '
            f'role="group" aria-label="The events in lanes, along the time">{fades}'
            f"{''.join(map(self._cell, self.scale.cells))}{''.join(map(self._title, self.lanes))}"
            f"{bands}{''.join(self._names())}{marks}</svg>"
        )

    @property
    def _named(self) -> list[tuple[Mark, LaneLayout]]:
        marks = [(mark, lane) for lane in self.lanes for mark in (*lane.marks, *lane.bands)]
        named = [(mark, lane) for mark, lane in marks if mark.event.id in self.words]
        return sorted(named, key=lambda pair: pair[0].middle)

    @property
    def _lines(self) -> list[int]:
        return turning_points.lines([mark for mark, _ in self._named], self.words)

    @property
    def _head(self) -> float:
        """Return the room before the first lane: the years, and the names of turning points."""
        lines = 0 if self.sizes.is_upright else 1 + max(self._lines, default=-1)
        return self.sizes.head + self.sizes.line * lines

    @property
    def _depth(self) -> float:
        last = self.lanes[-1]
        return self._across(last) + last.depth(self.sizes.row, self.sizes.band)

    def _across(self, lane: LaneLayout) -> float:
        """Return where the rows of a lane begin, below its title."""
        sizes, number = self.sizes, self.lanes.index(lane)
        above = sum(upper.depth(sizes.row, sizes.band) for upper in self.lanes[:number])
        return self._head + above + (number + 1) * sizes.title

    def _middle(self, mark: Mark, lane: LaneLayout) -> float:
        row = self.sizes.band if mark.shape == "band" else self.sizes.row
        return self._across(lane) + (mark.row + 0.5) * row

    def _xy(self, along: float, across: float) -> tuple[str, str]:
        x, y = (across, along + TITLES) if self.sizes.is_upright else (along, across)
        return svg_number(x), svg_number(y)

    def _rect(self, along: float, across: float, length: float, depth: float, more: str) -> str:
        x, y = self._xy(along, across)
        width, height = (depth, length) if self.sizes.is_upright else (length, depth)
        size = f'width="{svg_number(width)}" height="{svg_number(height)}"'
        return f'<rect x="{x}" y="{y}" {size}{more}/>'

    def _cell(self, cell: Cell) -> str:
        sizes = self.sizes
        start = self._head if sizes.is_upright else 0
        class_ = ' class="cell empty"' if cell.first not in self.anchors else ' class="cell"'
        ground = self._rect(cell.left, start, cell.length, self._depth - start, class_)
        middle = cell.left + cell.length / 2
        at = [(str(self._depth - 3), cell.left + 11 + TITLES + 11 * line) for line in range(2)]
        if not sizes.is_upright:
            at = [(svg_number(middle), 13 + 11 * line) for line in range(2)]
        spans = "".join(
            f'<tspan x="{x}" y="{svg_number(y)}">{words}</tspan>'
            for (x, y), words in zip(at, cell.words, strict=False)
        )
        label = f"<text>{spans}</text>"
        if anchor := self.anchors.get(cell.first):
            label = f'<a href="#{anchor}" tabindex="-1">{label}</a>'
        return f"{ground}{label}{self._months(cell)}"

    def _months(self, cell: Cell) -> str:
        if cell.length < WITH_MONTHS:
            return ""
        drawn = []
        for month in range(1, 13):
            x, y = self._xy(self.scale.at(date(cell.first, month, 15)), 27)
            if self.sizes.is_upright:
                x, y = svg_number(self._head + 3), svg_number(float(y) + 4)
            drawn.append(f'<text class="month" x="{x}" y="{y}">{MONTHS[month - 1][0]}</text>')
        return "".join(drawn)

    def _title(self, lane: LaneLayout) -> str:
        across = self._across(lane) - self.sizes.title
        x, y = svg_number(3), svg_number(across + self.sizes.title - 4)
        place = f'x="{x}" y="{y}"'
        if self.sizes.is_upright:
            middle = svg_number(
                across + self.sizes.title + lane.depth(self.sizes.row, self.sizes.band) / 2 + 3
            )
            place = f'transform="translate({middle} {TITLES - 6}) rotate(-90)"'
        line = self._rect(0, across, self.sizes.length, 0.6, ' class="edge"')
        words = escape(lane.lane.title)
        return (
            f'{line}<a href="#lane={lane.lane.id}" tabindex="-1">'
            f'<text class="lane" {place}>{words}</text></a>'
        )

    def _named_open(self, mark: Mark) -> str:
        """Return the tag of a link whose name is the line of the event in the list."""
        return self._open(mark, f' aria-labelledby="{line_id(mark.event)}"')

    def _open(self, mark: Mark, more: str) -> str:
        attributes = f' href="#event-{mark.event.id}" tabindex="-1"{more}'
        return start_tag(mark.event, attributes, card="opens")

    def _point(self, mark: Mark, lane: LaneLayout) -> str:
        x, y = self._xy(mark.middle, self._middle(mark, lane))
        drawn = mark_shapes.drawn(mark.shape, mark.event.certainty, x, y)
        return f"{self._named_open(mark)}{drawn}</a>"

    def _band(self, mark: Mark, lane: LaneLayout) -> str:
        fill = band_fades.fill(mark, self.sizes.name)
        depth = self.sizes.band - (1 if self.sizes.is_upright else 2)
        across = self._middle(mark, lane) - depth / 2
        drawn = self._rect(mark.left, across, mark.right - mark.left, depth, f' class="band"{fill}')
        caps = "".join(
            self._rect(at, across, 1, depth, ' class="cap"')
            for at, has_cap in zip(
                (mark.left, mark.right), band_fades.closed_ends(mark), strict=True
            )
            if has_cap
        )
        return f"{self._named_open(mark)}{drawn}{caps}</a>"

    def _names(self) -> Iterator[str]:
        last, head = 0.0, self.sizes.head
        for (mark, lane), line in zip(self._named, self._lines, strict=True):
            words = escape(self.words[mark.event.id])
            along, across = mark.middle, self._middle(mark, lane)
            if self.sizes.is_upright:
                last = max(last + self.sizes.line, along)
                x, y = self._xy(along, across)
                bend = svg_number(last + TITLES)
                leader = f"M{head - 8:g} {bend}L{head - 2:g} {y}H{x}"
                place = f'x="{head - 10:g}" y="{svg_number(last + TITLES + 4)}"'
            else:
                top = self._head - self.sizes.line * line
                x, y = self._xy(along, across)
                leader = f"M{x} {svg_number(top - 12)}V{y}"
                place = f'x="{svg_number(along - 3)}" y="{svg_number(top - 4)}"'
            open_ = self._open(mark, ' aria-hidden="true"')
            yield (
                f'<path class="leader" d="{leader}"/>{open_}<text class="name" {place}>{words}'
                "</text></a>"
            )
