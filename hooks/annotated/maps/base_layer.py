"""What lies under the names on a sheet: land, borders, lakes, rivers, roads, the scale, as SVG."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise
from math import dist

from annotated.core.build_cache import BuildCache
from annotated.geo.base_map import BaseMap
from annotated.geo.label_candidates import Rect
from annotated.geo.label_placement import grid_cells
from annotated.geo.polylines import Line, clipped, inside, simplify
from annotated.geo.projection import XY, Frame
from annotated.geo.svg_paths import smooth, straight, svg_number
from annotated.model.entities import Place

TOLERANCE = 0.5
MARGIN = 6
EDGE = 14


@dataclass(frozen=True)
class Base:
    """Draws the base of one sheet, with a scale bar of so many kilometres.

    `places` are all places by id; their names do not matter here. `labels` are those that have
    been fitted to this base.
    """

    frame: Frame
    base_map: BaseMap
    places: Mapping[str, Place]
    kilometres: int
    labels: BuildCache = field(default_factory=BuildCache)

    @cached_property
    def svg(self) -> str:
        """Return the drawing."""
        rivers = [line for one in self.rivers.values() for line in one]
        tributaries = {line_ for line in self.lines("tributaries") for line_ in [tuple(line)]}
        drawn = {
            "land": straight(self._areas(self.base_map.land), closed=True),
            "governorates": straight(self.lines("admin1_lines")),
            "borders": straight(self.lines("admin0_lines")),
            "brooks": smooth(line for line in self.lines("rivers") if line not in rivers),
            "tributaries": smooth(map(list, sorted(tributaries))),
            "rivers": smooth(line for line in rivers if tuple(line) not in tributaries),
            "lakes": straight(self._areas(self.base_map.lines("lakes")), closed=True),
            "roads": straight(line for one in self.roads.values() for line in one),
        }
        paths = "".join(f'<path class="{name}" d="{d}"/>' for name, d in drawn.items() if d)
        return f'<g aria-hidden="true">{paths}{self._scale()}</g>'

    def lines(self, layer: str) -> list[Line]:
        """Return the lines of a layer as they fall on the sheet."""
        return list(self._runs(self.base_map.lines(layer)))

    @cached_property
    def rivers(self) -> dict[str, list[Line]]:
        """Return the rivers and tributaries that are places, by the id of the place."""
        ids = {one.id: one.drawn_as for one in self.places.values() if one.drawn_as}
        return {id_: list(self._runs(self.base_map.named(name))) for id_, name in ids.items()}

    @cached_property
    def roads(self) -> dict[str, list[Line]]:
        """Return the roads, each a schematic line through the points of its places."""
        roads = {}
        for road in self.places.values():
            points = [self.places[id_].point for id_ in road.through if id_ in self.places]
            line = [(one.longitude, one.latitude) for one in points if one]
            if len(line) > 1:
                roads[road.id] = list(self._runs([line]))
        return roads

    @cached_property
    def grid_cells(self) -> frozenset[tuple[int, int]]:
        """Return the squares of the sheet through which rivers, roads and borders pass."""
        return grid_cells(self._points())

    def _points(self) -> Iterator[XY]:
        lines = [*self.lines("admin0_lines"), *self.lines("rivers")]
        lines += [line for roads in self.roads.values() for line in roads]
        for line in lines:
            for a, b in pairwise(line):
                steps = max(1, round(dist(a, b) / 4))
                yield from (
                    (a[0] + (b[0] - a[0]) * i / steps, a[1] + (b[1] - a[1]) * i / steps)
                    for i in range(steps)
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
        """Yield the outlines of what the sheet shows of a country."""
        known = self.base_map.layers.get("countries", [])
        rings = [ring for one in known if one.name == iso for ring in one.lines]
        return (ring for ring in self._areas(rings) if ring)

    def _flat(self, line: Iterable[XY]) -> Line:
        return [self.frame.xy(*point) for point in line]

    def _areas(self, rings: Iterable[Line]) -> Iterator[Line]:
        for ring in rings:
            cut = clipped(self._flat(ring), self.frame.width, self.frame.height, MARGIN)
            yield simplify(cut, TOLERANCE)

    def _runs(self, lines: Iterable[Line]) -> Iterator[Line]:
        for line in lines:
            for run in inside(self._flat(line), self.frame.width, self.frame.height, MARGIN):
                yield simplify(run, TOLERANCE)
