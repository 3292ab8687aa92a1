"""River diagrams: the towns on each river, downstream, with who says what and the events at each.

A town is on a river if its point is within `REACH` kilometres of the line of the base map. That
line is generalised; Natural Earth draws rivers from source to mouth.
"""

import calendar
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from html import escape
from itertools import groupby, pairwise
from math import cos, dist, inf, radians
from statistics import fmean

from annotated.geo.base_map import BaseMap
from annotated.geo.polylines import Line, nearest
from annotated.geo.projection import KILOMETRES_TO_A_DEGREE, XY
from annotated.linking.entity_links import EntityLinks
from annotated.maps.month_filter import certainty_words
from annotated.maps.place_voices import PlaceVoices
from annotated.model import month_sets
from annotated.model.edtf import Date
from annotated.model.entities import Event, Place
from annotated.model.single_date import SEASONS, SingleDate
from annotated.model.vocabulary import EXACT

REACH = 12
SETTLEMENTS = ("city", "town", "district")
ABOUT = "about "


@dataclass(frozen=True)
class Stop:
    """A town on a river: its distance along the line, and from the line, in kilometres."""

    place: Place
    along: float
    off: float


def stops(river: Sequence[Line], places: Iterable[Place]) -> list[Stop]:
    """Return the towns within reach of a river (lines in degrees, in order), downstream."""
    shrink = cos(radians(fmean(latitude for line in river for _, latitude in line)))
    lines = [[_kilometres(point, shrink) for point in line] for line in river]
    found = [
        _stop(place, _kilometres((place.point.longitude, place.point.latitude), shrink), lines)
        for place in places
        if place.point and place.kind in SETTLEMENTS and place.precision == EXACT
    ]
    return sorted((stop for stop in found if stop.off <= REACH), key=lambda stop: stop.along)


def _kilometres(point: XY, shrink: float) -> XY:
    """Return a point in kilometres; a degree of longitude is `shrink` times one of latitude."""
    return point[0] * shrink * KILOMETRES_TO_A_DEGREE, point[1] * KILOMETRES_TO_A_DEGREE


def _stop(place: Place, point: XY, river: Sequence[Line]) -> Stop:
    """Return the place at that point of the river which is nearest to it."""
    done, best = 0.0, Stop(place, 0, inf)
    for start, end in (pair for line in river for pair in pairwise(line)):
        foot = nearest(point, start, end)
        if dist(point, foot) < best.off:
            best = Stop(place, done + dist(start, foot), dist(point, foot))
        done += dist(start, end)
    return best


def distances(towns: Sequence[Stop]) -> list[str]:
    """Return the distance of each town from the one before it, in kilometres; of the first, 0."""
    return [f"{town.along - before.along:.0f}" for before, town in pairwise([*towns[:1], *towns])]


def css(base_map: BaseMap, places: Mapping[str, Place]) -> str:
    """Return a rule of CSS for each of these distances, by which a style sheet sets the gap."""
    found = {each for _, towns in rivers(base_map, places) for each in distances(towns)}
    return "".join(f'[data-km="{each}"]{{--km:{each}}}\n' for each in sorted(found, key=int))


def rivers(base_map: BaseMap, places: Mapping[str, Place]) -> Iterator[tuple[Place, list[Stop]]]:
    """Yield each river that is a place, with the towns on it."""
    for place in places.values():
        if place.drawn_as:
            yield place, stops(base_map.named(place.drawn_as), places.values())


@dataclass(frozen=True)
class RiverDiagrams:
    """The diagrams of all rivers, as HTML."""

    base_map: BaseMap
    events: Sequence[Event]
    links: EntityLinks
    voices: PlaceVoices

    def html(self, places: Mapping[str, Place]) -> str:
        """Return a diagram for each river that is a place and has several towns."""
        found = [(river, towns) for river, towns in rivers(self.base_map, places) if towns[1:]]
        diagrams = "".join(self._diagram(river, towns) for river, towns in found)
        key = self.voices.key(stop.place.id for _, towns in found for stop in towns)
        rule = f"A settlement is counted to a river within {REACH} kilometres of the line drawn."
        return (
            f'<div class="strips" data-search-exclude>{key}{diagrams}</div>'
            f'<p class="told">{rule}</p>'
        )

    def _diagram(self, river: Place, towns: Sequence[Stop]) -> str:
        items = "".join(map(self._item, towns, distances(towns)))
        name = f'{self.links.link(river.id)} <span class="visually-hidden">downstream</span>'
        return (
            f'<section class="strip" aria-labelledby="strip-{river.id}">'
            f'<h3 id="strip-{river.id}">{name}</h3><ol>{items}</ol></section>'
        )

    def _item(self, stop: Stop, distance: str) -> str:
        id_ = stop.place.id
        events = [event for event in self.events if id_ in event.places]
        voices = self.voices.marks(id_, self.links.href(id_))
        return f'<li data-km="{distance}">{self.links.link(id_)}{voices}{self._events(events)}</li>'

    def _events(self, events: Sequence[Event]) -> str:
        if not events:
            return ""
        months, items = " · ".join(_months(events)), "".join(map(self._event, events))
        return f"<details><summary>{months}</summary><ul>{items}</ul></details>"

    def _event(self, event: Event) -> str:
        words = escape(month_sets.date_words(event))
        return (
            f'<li><span class="when">{words}</span> {self.links.link(event.id, card="none")}'
            f'<span class="told">{certainty_words(event, self.links)}</span></li>'
        )


def _months(events: Sequence[Event]) -> Iterator[str]:
    """Yield each year with the months of the events that begin in it, where these are known."""
    dated = [event.date for event in events if event.date and event.date.sort_key[0] != date.max]
    dated.sort(key=lambda when: when.sort_key)
    for year, group in groupby(dated, key=lambda when: _known_end(when).year):
        found = dict.fromkeys(map(_month, group))
        # “about Sep” is left out beside “Sep”.
        months = [
            month
            for month in found
            if month and month.removeprefix(ABOUT) not in found.keys() - {month}
        ]
        yield f"{SingleDate(year).words}{': ' if months else ''}{', '.join(months)}"
    if len(dated) < len(events):
        yield "undated"


def _known_end(when: Date) -> SingleDate:
    """Return the beginning of a date, or its end where the beginning is not known."""
    return when.start or when.end or SingleDate("0000")


def _month(when: Date) -> str:
    """Return “Sep”, “about Sep”, “by Sep”, “summer”, or nothing where only the year is known."""
    end = _known_end(when)
    if end.month_number:
        prefix = ABOUT if end.qualifier else "" if when.start else "by "
        return f"{prefix}{calendar.month_abbr[end.month_number]}"
    return SEASONS[end.month][0] if end.month in SEASONS else ""
