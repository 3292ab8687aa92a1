"""Whether a point lies in the country that its place claims."""

import json
from collections.abc import Iterator, Mapping
from itertools import pairwise

from annotated.catalogue import Catalogue
from annotated.entities import Place, Point
from annotated.problems import Problem

BASE_MAP = "docs/assets/basemap/countries.geojson"
# Borders are drawn to about a kilometre: a town on one may fall beyond it. Degrees.
TOLERANCE = 0.01
Ring = list[list[float]]


def countries(text: str) -> tuple[dict[str, list[Ring]], list[Problem]]:
    """Return the outer rings of each country, by ISO 3166-1 code, from GeoJSON (RFC 7946)."""
    rings: dict[str, list[Ring]] = {}
    try:
        features = json.loads(text)["features"] if text else []
    except json.JSONDecodeError as error:
        message = f"cannot be read: {error.msg}. Take the file anew from its source."
        return {}, [Problem(BASE_MAP, error.lineno, message, "base-map-malformed")]
    for feature in features:
        shape = feature["geometry"]
        polygons = [shape["coordinates"]] if shape["type"] == "Polygon" else shape["coordinates"]
        rings.setdefault(feature["properties"]["iso"], []).extend(one[0] for one in polygons)
    return rings, []


def contains(ring: Ring, longitude: float, latitude: float) -> bool:
    """Tell whether a point lies in a closed ring, by counting the edges east of it."""
    inside = False
    for (x1, y1), (x2, y2) in pairwise(ring):
        if (y1 > latitude) != (y2 > latitude):
            inside ^= longitude < x1 + (latitude - y1) / (y2 - y1) * (x2 - x1)
    return inside


def misplaced(catalogue: Catalogue, base_map: Mapping[str, list[Ring]]) -> Iterator[Problem]:
    """Yield a problem for each place whose point lies outside the one country that it names."""
    for place in catalogue.of_type(Place):
        if isinstance(place, Place) and place.point and len(place.country) == 1:
            country = catalogue.entities.get(place.country[0])
            iso = country.iso if isinstance(country, Place) else ""
            if iso in base_map and not _in_or_near(base_map[iso], place.point):
                point = f"[{place.point.latitude}, {place.point.longitude}]"
                message = (
                    f"the point {point} lies outside {place.country[0]}. Latitude comes first; "
                    "check the numbers or the country."
                )
                yield catalogue.problem(place, "point", message, "point-outside-country")


def _in_or_near(rings: list[Ring], point: Point) -> bool:
    steps = (0.0, -TOLERANCE, TOLERANCE)
    return any(
        contains(ring, point.longitude + east, point.latitude + north)
        for ring in rings
        for east in steps
        for north in steps
    )
