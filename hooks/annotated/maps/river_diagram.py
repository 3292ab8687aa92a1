"""The towns on each river, in the order in which the river passes them, with what happened there.

A town counts as on a river where its point lies within `REACH` of the line of the base map, in
kilometres. That line is generalised; Natural Earth draws rivers from source to mouth.
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
from annotated.maps.month_filter import said
from annotated.model import month_sets
from annotated.model.edtf import SEASONS, Date, SingleDate
from annotated.model.entities import Event, Place

REACH = 12
SETTLEMENTS = ("city", "town", "district")
EXACT = "1"
ABOUT = "about "


@dataclass(frozen=True)
class Stop:
    """A town on a river: how far along the line, and how far off it, in kilometres."""

    place: Place
    along: float
    off: float


def stops(river: Sequence[Line], places: Iterable[Place]) -> list[Stop]:
    """Return the towns within reach of a river (lines in degrees, in order), downstream."""
    shrink = cos(radians(fmean(latitude for part in river for _, latitude in part)))
    lines = [[_flat(point, shrink) for point in part] for part in river]
    found = [
        _stop(place, _flat((place.point.longitude, place.point.latitude), shrink), lines)
        for place in places
        if place.point and place.kind in SETTLEMENTS and place.precision == EXACT
    ]
    return sorted((one for one in found if one.off <= REACH), key=lambda one: one.along)


def _flat(point: XY, shrink: float) -> XY:
    """Return a point in kilometres; a degree of longitude is `shrink` times one of latitude."""
    return point[0] * shrink * KILOMETRES_TO_A_DEGREE, point[1] * KILOMETRES_TO_A_DEGREE


def _stop(place: Place, here: XY, river: Sequence[Line]) -> Stop:
    done, best = 0.0, Stop(place, 0, inf)
    for start, end in (pair for part in river for pair in pairwise(part)):
        foot = nearest(here, start, end)
        if dist(here, foot) < best.off:
            best = Stop(place, done + dist(start, foot), dist(here, foot))
        done += dist(start, end)
    return best


def ways(found: Sequence[Stop]) -> list[str]:
    """Return how far each town is from the one before it, in whole kilometres; the first, 0."""
    return [f"{b.along - a.along:.0f}" for a, b in pairwise([*found[:1], *found])]


def css(base_map: BaseMap, places: Mapping[str, Place]) -> str:
    """Return a rule for each of these ways: how wide a gap a style sheet is to leave."""
    found = {way for _, river in rivers(base_map, places) for way in ways(river)}
    return "".join(f'[data-km="{way}"]{{--km:{way}}}\n' for way in sorted(found, key=int))


def rivers(base_map: BaseMap, places: Mapping[str, Place]) -> Iterator[tuple[Place, list[Stop]]]:
    """Yield each river that is a place with the towns on it."""
    for one in places.values():
        if one.drawn_as:
            yield one, stops(base_map.named(one.drawn_as), places.values())


@dataclass(frozen=True)
class Strip:
    """Writes the strips as HTML."""

    base_map: BaseMap
    events: Sequence[Event]
    links: EntityLinks

    def html(self, places: Mapping[str, Place]) -> str:
        """Return a strip for each river that is a place, with the towns on it."""
        found = rivers(self.base_map, places)
        strips = "".join(self._strip(one, towns) for one, towns in found if len(towns) > 1)
        rule = f"A settlement is counted to a river within {REACH} kilometres of the line drawn."
        return f'<div class="strips" data-search-exclude>{strips}</div><p class="told">{rule}</p>'

    def _strip(self, river: Place, found: Sequence[Stop]) -> str:
        items = "".join(map(self._item, found, ways(found)))
        name = f'{self.links.link(river.id)} <span class="visually-hidden">downstream</span>'
        return (
            f'<section class="strip" aria-labelledby="strip-{river.id}">'
            f'<h3 id="strip-{river.id}">{name}</h3><ol>{items}</ol></section>'
        )

    def _item(self, stop: Stop, way: str) -> str:
        here = [one for one in self.events if stop.place.id in one.places]
        return f'<li data-km="{way}">{self.links.link(stop.place.id)}{self._told(here)}</li>'

    def _told(self, here: Sequence[Event]) -> str:
        when, told = " · ".join(_months(here)), "".join(map(self._event, here))
        return f"<details><summary>{when}</summary><ul>{told}</ul></details>" if here else ""

    def _event(self, event: Event) -> str:
        words = escape(month_sets.date_words(event))
        return (
            f'<li><span class="when">{words}</span> {self.links.link(event.id, card="none")}'
            f'<span class="told">{said(event, self.links)}</span></li>'
        )


def _months(events: Sequence[Event]) -> Iterator[str]:
    """Yield each year with the months of the events that begin in it, as far as they are known."""
    dated = [one.date for one in events if one.date and one.date.sort_key[0] != date.max]
    dated.sort(key=lambda when: when.sort_key)
    for year, group in groupby(dated, key=lambda when: _part(when).year):
        found = dict.fromkeys(map(_month, group))
        known = [
            one for one in found if one and one.removeprefix(ABOUT) not in found.keys() - {one}
        ]
        yield f"{SingleDate(year).words}{': ' if known else ''}{', '.join(known)}"
    if len(dated) < len(events):
        yield "undated"


def _part(when: Date) -> SingleDate:
    """Return the beginning of a date, or its end where the beginning is not known."""
    return when.start or when.end or SingleDate("0000")


def _month(when: Date) -> str:
    """Return “Sep”, “about Sep”, “by Sep”, “summer”, or nothing where only the year is known."""
    part = _part(when)
    if part.month_number:
        how = ABOUT if part.qualifier else "" if when.start else "by "
        return f"{how}{calendar.month_abbr[part.month_number]}"
    return SEASONS[part.month][0] if part.month in SEASONS else ""
