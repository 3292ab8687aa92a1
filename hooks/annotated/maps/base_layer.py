"""Base layer of a sheet as SVG: land, borders, lakes, rivers, roads and the scale bar."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise
from math import dist

from annotated.core.build_cache import BuildCache
from annotated.geo.base_map import BaseMap
from annotated.geo.frame_lines import areas_on, lines_on
from annotated.geo.label_candidates import Rect
from annotated.geo.label_placement import grid_cells
from annotated.geo.polylines import Line
from annotated.geo.projection import XY, Frame
from annotated.geo.svg_paths import smooth, straight, svg_number
from annotated.model.entities import Place

# In units of the sheet: how far a simplified line may be off, how far lines go beyond the edge,
# how far the scale bar is from it.
TOLERANCE = 0.5
MARGIN = 6
EDGE = 14


@dataclass(frozen=True)
class BaseLayer:
    """The base of one sheet, with a scale bar of so many kilometres.

    `places` are all places by id; their names do not matter here. `labels` are the cached
    candidates of labels on this base.
    """

    frame: Frame
    base_map: BaseMap
    places: Mapping[str, Place]
    kilometres: int
    labels: BuildCache = field(default_factory=BuildCache)

    @cached_property
    def svg(self) -> str:
        """Return the SVG group of the layer, hidden from assistive technology."""
        rivers = [line for lines in self.rivers.values() for line in lines]
        # A set, in which the lines of rivers are looked up below.
        tributaries = {tuple(line) for line in self.lines("tributaries")}
        paths = {
            "land": straight(self._areas(self.base_map.land), closed=True),
            "governorates": straight(self.lines("admin1_lines")),
            "borders": straight(self.lines("admin0_lines")),
            "brooks": smooth(line for line in self.lines("rivers") if line not in rivers),
            "tributaries": smooth(map(list, sorted(tributaries))),
            "rivers": smooth(line for line in rivers if tuple(line) not in tributaries),
            "lakes": straight(self._areas(self.base_map.lines("lakes")), closed=True),
            "roads": straight(line for lines in self.roads.values() for line in lines),
        }
        drawn = "".join(
            f'<path class="{name}" d="{path}"/>' for name, path in paths.items() if path
        )
        return f'<g aria-hidden="true">{drawn}{self._scale()}</g>'

    def lines(self, layer: str) -> list[Line]:
        """Return the lines of a layer of the base map that are on the sheet."""
        return self._lines(self.base_map.lines(layer))

    @cached_property
    def rivers(self) -> dict[str, list[Line]]:
        """Return the rivers and tributaries that are places, by the id of the place."""
        names = {place.id: place.drawn_as for place in self.places.values() if place.drawn_as}
        return {id_: self._lines(self.base_map.named(name)) for id_, name in names.items()}

    @cached_property
    def roads(self) -> dict[str, list[Line]]:
        """Return the roads, each a schematic line through the points of its places."""
        roads = {}
        for road in self.places.values():
            points = [self.places[id_].point for id_ in road.through if id_ in self.places]
            line = [(point.longitude, point.latitude) for point in points if point]
            if len(line) > 1:
                roads[road.id] = self._lines([line])
        return roads

    @cached_property
    def grid_cells(self) -> frozenset[tuple[int, int]]:
        """Return the squares of the sheet through which rivers, roads and borders pass."""
        return grid_cells(self._points())

    def _points(self) -> Iterator[XY]:
        """Yield points of all lines that a label should not cross, four units apart."""
        lines = [*self.lines("admin0_lines"), *self.lines("rivers")]
        lines += [line for roads in self.roads.values() for line in roads]
        for line in lines:
            for (x1, y1), (x2, y2) in pairwise(line):
                steps = max(1, round(dist((x1, y1), (x2, y2)) / 4))
                yield from (
                    (x1 + (x2 - x1) * step / steps, y1 + (y2 - y1) * step / steps)
                    for step in range(steps)
                )

    @property
    def scale_rect(self) -> Rect:
        """Return what the scale bar covers."""
        bottom = self.frame.height - EDGE + 4
        return Rect(EDGE - 4, bottom - 26, EDGE + self.frame.length(self.kilometres) + 4, bottom)

    def _scale(self) -> str:
        length, bottom = self.frame.length(self.kilometres), svg_number(self.frame.height - EDGE)
        bar = f'<path class="scale" d="M{EDGE} {bottom}v-4v4h{svg_number(length)}v-4"/>'
        above = svg_number(self.frame.height - EDGE - 8)
        return f'{bar}<text class="length" x="{EDGE}" y="{above}">{self.kilometres} km</text>'

    def country(self, iso: str) -> Iterator[Line]:
        """Yield the outlines of the part of a country that is on the sheet."""
        countries = self.base_map.layers.get("countries", [])
        rings = [ring for country in countries if country.name == iso for ring in country.lines]
        return (ring for ring in self._areas(rings) if ring)

    def _areas(self, rings: Iterable[Line]) -> Iterator[Line]:
        return areas_on(self.frame, rings, MARGIN, TOLERANCE)

    def _lines(self, lines: Iterable[Line]) -> list[Line]:
        return list(lines_on(self.frame, lines, MARGIN, TOLERANCE))
