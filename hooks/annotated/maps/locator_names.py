"""Names on the locator map of a place’s page: the place, two cities near it, their countries.

What is drawn here lies over the image of `maps.locator`, in units of which twenty are one rem.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from html import escape
from math import dist

from annotated.content.map_sheets import Sheet
from annotated.core.placeholders import LOCATOR
from annotated.geo.base_map import BaseMap
from annotated.geo.label_candidates import Candidate, Rect, around_point, on_area
from annotated.geo.label_placement import Label, Obstacles, place_where_free
from annotated.geo.polylines import middle
from annotated.geo.projection import XY
from annotated.geo.svg_paths import svg_number
from annotated.geo.text_metrics import Style, Widths
from annotated.maps.base_layer import BaseLayer
from annotated.maps.locator import Locator
from annotated.model.entities import Place

WIDTH = 280
OWN = Style("own", "bold", 13.6)
CITY = Style("near", "regular", 12)
COUNTRY = Style("land", "regular", 10, 1.6, capitals=True)
# How many cities are named, and how far from the place, so that one can tell them apart.
CITIES, APART = 2, 26
# Half of what the mark of a place covers, by its precision, and that of a city.
HALF_MARK = {"2": 13}
HALF_POINT = 5
FROM_EDGE = 3


@dataclass(frozen=True)
class LocatorNames:
    """The locators with names; `sheet` is the part of the earth that they show, if there is one."""

    sheet: Sheet | None
    base_map: BaseMap
    places: Mapping[str, Place]
    widths: Widths

    def fill(self, html: str) -> str:
        """Return a page with the locator that it asks for."""
        return LOCATOR.pattern.sub(lambda match: self.html(self.places[match[1]]), html)

    def html(self, place: Place) -> str:
        """Return the locator of a place, or "" where it has no mark on it."""
        if not self.sheet:
            return ""
        locator = Locator(self._base.frame)
        if not locator.dot(place):
            return ""
        size = f"0 0 {WIDTH} {svg_number(self._base.frame.height)}"
        drawn = f"{self._mark(place)}{''.join(self._named(place))}"
        return locator.around(place, f'<svg aria-hidden="true" viewBox="{size}">{drawn}</svg>')

    def _named(self, place: Place) -> Iterator[str]:
        """Yield the names for which there is room, each city with its mark."""
        cities = self._cities_near(place)
        countries = self._countries_of([place, *cities])
        free = place_where_free([*self._labels(place, cities, countries)])
        for named, style in (
            (place, OWN), *((city, CITY) for city in cities),
            *((country, COUNTRY) for country in countries),
        ):  # fmt: skip
            if named.id in free:
                mark = self._mark(named, ' class="near"') if style is CITY else ""
                words = named.name.upper() if style.capitals else named.name
                svg = free[named.id].svg
                yield f'{mark}<text class="{style.name}" {svg}>{escape(words)}</text>'

    def _labels(self, place: Place, cities: list[Place], countries: list[Place]) -> Iterator[Label]:
        """Yield what is to be named, the most wanted first."""
        frame, half = self._base.frame, HALF_MARK.get(place.precision, HALF_POINT)
        inner = Rect(FROM_EDGE, FROM_EDGE, frame.width - FROM_EDGE, frame.height - FROM_EDGE)
        marks = [self._square(place, half), *(self._square(city, HALF_POINT) for city in cities)]
        obstacles = Obstacles(inner, marks, [], self._base.grid_cells)
        yield obstacles.label(place.id, self._around(place, OWN, half + 3))
        for city in cities:
            yield obstacles.label(city.id, self._around(city, CITY, HALF_POINT + 2))
        for country in countries:
            yield obstacles.label(country.id, self._across(country))

    @cached_property
    def _base(self) -> BaseLayer:
        if not self.sheet:
            raise ValueError("there is no sheet to draw on")
        return BaseLayer(self.sheet.frame(WIDTH), self.base_map, self.places, 0)

    def _cities_near(self, place: Place) -> list[Place]:
        """Return the cities to name: the nearest that the mark of the place does not touch."""
        sheet, here = self.sheet, self._xy(place)
        away = {
            city.id: dist(here, self._xy(city))
            for city in self.places.values()
            if city.kind == "city" and sheet and sheet.holds(city)
        }
        chosen = sorted((id_ for id_ in away if away[id_] >= APART), key=away.__getitem__)
        return [self.places[id_] for id_ in chosen[:CITIES]]

    def _countries_of(self, places: list[Place]) -> list[Place]:
        ids = dict.fromkeys(id_ for place in places for id_ in place.country)
        return [self.places[id_] for id_ in ids if id_ in self.places and self.places[id_].iso]

    def _xy(self, place: Place) -> XY:
        point = place.point
        return self._base.frame.xy(point.longitude, point.latitude) if point else (0, 0)

    def _mark(self, place: Place, class_: str = "") -> str:
        x, y = map(svg_number, self._xy(place))
        return f'<circle{class_} cx="{x}" cy="{y}"/>'

    def _square(self, place: Place, half: float) -> Rect:
        x, y = self._xy(place)
        return Rect(x - half, y - half, x + half, y + half)

    def _around(self, place: Place, style: Style, away: float) -> list[Candidate]:
        width = self.widths.of(place.name, style)
        return around_point(self._xy(place), width, style, away)

    def _across(self, country: Place) -> list[Candidate]:
        """Return the positions of the name of a country, from the middle of what is seen of it."""
        outlines = list(self._base.country(country.iso))
        point = middle(max(outlines, key=len)) if outlines else self._xy(country)
        return on_area(point, self.widths.of(country.name, COUNTRY), COUNTRY)
