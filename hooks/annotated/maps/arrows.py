"""Arrows of a sheet: from where and toward where a movement goes, by what an event tells.

Their course is schematic: a bow from one point to the other, that stops short of both. What has
both ends on a sheet within this one, that enlarges them, is drawn there.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from math import atan2, dist, hypot

from annotated.geo import bows, certainty_marks
from annotated.geo.projection import XY
from annotated.geo.svg_paths import svg_number
from annotated.linking.entity_links import EntityLinks
from annotated.maps.label_layer import LabelLayer
from annotated.model import movement
from annotated.model.entities import Event
from annotated.model.month_sets import Months

# Half of the head of an arrow, and its parts as steps along its course and across it: from the tip
# to one side, and on to the other; from the tip back to the bar of what others say, and along it.
HEAD = 4.0
SIDE, BASE = (-2.0, 0.95), (0.0, -1.9)
BAR, ACROSS = (-2.9, 1.1), (0.0, -2.2)
# A shorter way cannot be drawn.
SHORTEST = 2.5 * bows.SHORT


@dataclass(frozen=True)
class Arrows:
    """The arrows of one sheet, each a link to its event and shown in the months of it."""

    labels: LabelLayer
    links: EntityLinks
    events: Sequence[Event]
    of_event: Mapping[str, Months]

    def svg(self, only: str = "") -> str:
        """Return the arrows of all months, or of one."""
        drawn = (arrow for event in self.events for arrow in self._arrows(event, only))
        return "".join(drawn)

    def _arrows(self, event: Event, only: str) -> Iterator[str]:
        months = self.of_event[event.id]
        shown = [month for month in (*months.certain, *months.possible) if only in ("", month)]
        ways = [(start, end) for start in event.from_ for end in event.toward]
        for start, end in ways if shown else []:
            first, last = self._on_sheet(start), self._on_sheet(end)
            enlarged = self.labels.enlarges(start, end)
            if first and last and dist(first, last) > SHORTEST and not enlarged:
                yield self._arrow(event, (first, last), sorted(shown))

    def _on_sheet(self, id_: str) -> XY | None:
        place = self.labels.places.get(id_)
        return self.labels.xy(place) if place and self.labels.sheet.holds(place) else None

    def _arrow(self, event: Event, ends: tuple[XY, XY], months: Sequence[str]) -> str:
        sure = set(months) & set(self.of_event[event.id].certain)
        class_ = "arrow" if sure else "arrow perhaps"
        name = escape(f"{movement.words(event, self.links.entities)} (schematic): {event.name}")
        more = f' data-in="{" ".join(months)}" aria-label="{name}"'
        start = self.links.open(event.id, more, card="opens")
        return f'{start}<g class="{class_}">{bow(*ends, event.certainty)}</g></a>'


def bow(start: XY, end: XY, certainty: str) -> str:
    """Return the way and the head of an arrow, which tells by its filling on whose word it is."""
    first, bend, last = bows.bow(start, end)
    way = f"M{_pair(first)}Q{_pair(bend)} {_pair(last)}"
    angle = atan2(last[1] - bend[1], last[0] - bend[0])
    return f'<path class="way" d="{way}"/>{_head(last, angle, certainty)}'


def _head(tip: XY, angle: float, certainty: str) -> str:
    outline = f"l{_turn(angle, *SIDE)}l{_turn(angle, *BASE)}z"
    x, y = map(svg_number, tip)
    bar = f"M{x} {y}m{_turn(angle, *BAR)}l{_turn(angle, *ACROSS)}"
    return certainty_marks.filled(outline, certainty, x, y) + certainty_marks.bar(certainty, bar)


def _turn(angle: float, ahead: float, aside: float) -> str:
    """Return a step by its parts along the course of an arrow and across it, in sizes of a head."""
    step = HEAD * hypot(ahead, aside), angle + atan2(aside, ahead)
    return _pair(bows.away((0, 0), step[1], step[0]))


def _pair(point: XY) -> str:
    return " ".join(map(svg_number, point))
