"""Arrows of a sheet: from where and toward where a movement goes, by what an event tells.

Their course is schematic: a bow from one point to the other, that stops short of both. What has
both ends on a sheet within this one, that enlarges them, is drawn there.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from math import atan2, dist, pi

from annotated.geo import bows, certainty_marks
from annotated.geo.projection import XY
from annotated.geo.svg_paths import svg_number
from annotated.linking.entity_links import EntityLinks
from annotated.maps.label_layer import LabelLayer
from annotated.model import movement
from annotated.model.entities import Event
from annotated.model.month_sets import Months

# Half of the head of an arrow.
HEAD = 4.0
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
            enlarged = not only and self.labels.enlarges(start, end)
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
    angle = atan2(last[1] - bend[1], last[0] - bend[0])
    sides = [bows.away(last, angle + side, 2.2 * HEAD) for side in (pi - 0.45, pi + 0.45)]
    way = f"M{_pair(first)}Q{_pair(bend)} {_pair(last)}"
    steps = [(x - last[0], y - last[1]) for x, y in sides]
    outline = f"l{_pair(steps[0])}L{_pair(sides[1])}z"
    x, y = map(svg_number, last)
    head = certainty_marks.drawn(outline, certainty, x, y, HEAD)
    return f'<path class="way" d="{way}"/>{head}'


def _pair(point: XY) -> str:
    return " ".join(map(svg_number, point))
