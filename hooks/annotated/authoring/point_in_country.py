"""Points of places, compared with the country that each place names."""

from collections.abc import Iterator, Mapping
from itertools import pairwise

from annotated.content.catalogue import Catalogue
from annotated.core.problems import Problem
from annotated.geo.base_map import BaseMap
from annotated.geo.polylines import Line
from annotated.model.entities import Place, Point

# Degrees. Borders are exact to about a kilometre: a town on one may be drawn beyond it.
TOLERANCE = 0.01


def countries(base_map: BaseMap) -> dict[str, list[Line]]:
    """Return the outer rings of each country by its ISO 3166-1 code."""
    return {country.name: country.lines for country in base_map.layers.get("countries", [])}


def contains(ring: Line, longitude: float, latitude: float) -> bool:
    """Tell whether a point is in a closed ring: an odd number of its edges are east of it."""
    inside = False
    for (x1, y1), (x2, y2) in pairwise(ring):
        if (y1 > latitude) != (y2 > latitude):
            inside ^= longitude < x1 + (latitude - y1) / (y2 - y1) * (x2 - x1)
    return inside


def misplaced(catalogue: Catalogue, outlines: Mapping[str, list[Line]]) -> Iterator[Problem]:
    """Yield a problem for each place whose point is outside the one country that it names."""
    for place in catalogue.of_type(Place):
        if place.point and len(place.country) == 1:
            country = catalogue.entities.get(place.country[0])
            iso = country.iso if isinstance(country, Place) else ""
            if iso in outlines and not _in_or_near(outlines[iso], place.point):
                point = f"[{place.point.latitude}, {place.point.longitude}]"
                message = (
                    f"the point {point} lies outside {place.country[0]}. Latitude comes first; "
                    "check the numbers or the country."
                )
                yield catalogue.problem(place, "point", message, "point-outside-country")


def _in_or_near(rings: list[Line], point: Point) -> bool:
    steps = (0.0, -TOLERANCE, TOLERANCE)
    return any(
        contains(ring, point.longitude + east, point.latitude + north)
        for ring in rings
        for east in steps
        for north in steps
    )
