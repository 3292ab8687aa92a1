"""Base map: coasts, borders, rivers and lakes, read from the GeoJSON files of the project."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from annotated.core.problems import Problem
from annotated.geo.polylines import Line, outline

FOLDER = "docs/assets/basemap"
LAYERS = ("countries", "admin0_lines", "admin1_lines", "lakes", "rivers", "tributaries")


@dataclass(frozen=True)
class Feature:
    """A feature: its name in the base map, and its lines or rings.

    A point is (longitude, latitude) in decimal degrees, as in GeoJSON (RFC 7946).
    """

    name: str
    lines: list[Line]


@dataclass(frozen=True)
class BaseMap:
    """The features of each layer; a layer without a file is empty."""

    layers: Mapping[str, list[Feature]]

    def lines(self, layer: str) -> Iterator[Line]:
        """Yield every line of a layer."""
        for feature in self.layers.get(layer, []):
            yield from feature.lines

    def named(self, name: str) -> list[Line]:
        """Return the lines of a river or tributary by its name in the base map."""
        features = [*self.layers.get("rivers", []), *self.layers.get("tributaries", [])]
        return [line for feature in features if feature.name == name for line in feature.lines]

    @cached_property
    def land(self) -> list[Line]:
        """Return the outlines of the land."""
        return outline(self.lines("countries"))


def read(files: Mapping[str, str], detail: str = "") -> tuple[BaseMap, list[Problem]]:
    """Read the layers (path from the root to text); those of `detail`, a subfolder, come first."""
    layers, problems = {}, []
    for layer in LAYERS:
        paths = [f"{FOLDER}/{detail}/{layer}.geojson", f"{FOLDER}/{layer}.geojson"]
        path = next((path for path in paths if path in files), "")
        if path:
            try:
                layers[layer] = list(_features(json.loads(files[path])))
            except json.JSONDecodeError as error:
                message = f"cannot be read: {error.msg}. Take the file anew from its source."
                problems.append(Problem(path, error.lineno, message, "base-map-malformed"))
    return BaseMap(layers), problems


def _features(collection: Mapping[str, list[dict[str, dict[str, object]]]]) -> Iterator[Feature]:
    for feature in collection["features"]:
        shape = feature["geometry"]
        lines = _lines(str(shape["type"]), shape["coordinates"])
        properties = feature["properties"]
        yield Feature(str(properties.get("name") or properties.get("iso") or ""), lines)


def _lines(type_: str, coordinates: object) -> list[Line]:
    """Return the lines of a shape, with the holes of polygons left out."""
    nested: list[object] = coordinates if isinstance(coordinates, list) else []
    if type_ == "LineString":
        return [_line(nested)]
    if type_ == "MultiLineString":
        return [_line(line) for line in nested]
    if type_ == "Polygon":
        return [_line(nested[0])]
    return [_line(polygon[0]) for polygon in nested if isinstance(polygon, list)]


def _line(points: object) -> Line:
    return [(float(x), float(y)) for x, y in points]  # type: ignore[attr-defined]
