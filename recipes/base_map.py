# /// script
# dependencies = ["pyogrio", "shapely>=2.1"]
# ///
"""Cuts the base map out of Natural Earth 1:10m, as two Debian packages carry it.

docs/assets/basemap/README.txt names the packages. Run from the root of the project:

    uv run recipes/base_map.py HIGH MAGICS docs/assets/basemap 33,29,50,38 0.01
    uv run recipes/base_map.py HIGH MAGICS docs/assets/basemap/detail 39.2,33.5,43.2,36 0.0015

HIGH is the folder resource/maps/high of the one, MAGICS the folder magics/10m of the other; then
come the folder to write to, west, south, east and north, and the tolerance, both in degrees.
"""

import itertools
import json
import sys
from collections import defaultdict
from pathlib import Path

import pyogrio
import shapely

HIGH, MAGICS, OUT = map(Path, sys.argv[1:4])
BOX = tuple(float(side) for side in sys.argv[4].split(","))
TOLERANCE = float(sys.argv[5])
DECIMALS = 3
# The countries whose governorates are drawn.
DIVIDED = ("IQ", "SY")
# Stretches of one river under the name of each country.
ONE_RIVER = {"Al Furat": "Euphrates", "Firat": "Euphrates", "Dicle": "Tigris"}


def read(path):
    """Return the shapes of a file that meet the box, each with its fields."""
    about, _, shapes, fields = pyogrio.raw.read(path, bbox=BOX, encoding="latin-1")
    names = [str(name).lower() for name in about["fields"]]
    rows = zip(*fields, strict=True)
    return [(shapely.from_wkb(shape), dict(zip(names, row, strict=True)))
            for shape, row in zip(shapes, rows, strict=True)]  # fmt: skip


def rounded(numbers):
    """Return nested coordinates with three decimals, without points that fall together."""
    if isinstance(numbers[0], float):
        return [round(number, DECIMALS) for number in numbers]
    return [number for number, _ in itertools.groupby(map(rounded, numbers))]


def write(layer, found):
    """Write shapes with their properties, one to a line."""
    features = []
    for shape, properties in found:
        if shape.is_empty:
            continue
        geometry = json.loads(shapely.to_geojson(shape))
        if geometry["type"] == "GeometryCollection":
            continue
        geometry["coordinates"] = rounded(geometry["coordinates"])
        features.append({"type": "Feature", "properties": properties, "geometry": geometry})
    lines = ",\n".join(
        json.dumps(feature, ensure_ascii=False, separators=(",", ":")) for feature in features
    )
    text = f'{{"type":"FeatureCollection","features":[\n{lines}\n]}}\n'
    (OUT / f"{layer}.geojson").write_text(text, encoding="utf-8")


def parts(found, *kinds):
    """Return the parts of some kinds of shape, joined to one shape."""
    simple = [part for part in shapely.get_parts(found) if part.geom_type in kinds]
    return shapely.union_all(simple)


provinces = [(shape, row) for shape, row in read(HIGH / "ne_10m_admin_1_states_provinces.shp")]
cut = shapely.intersection([shapely.make_valid(shape) for shape, _ in provinces], shapely.box(*BOX))
cut = [parts(shape, "Polygon", "MultiPolygon") for shape in cut]
# Shared borders stay shared.
simple = shapely.coverage_simplify(cut, TOLERANCE)
codes = [str(row["iso_a2"]) for _, row in provinces]

by_country = defaultdict(list)
for shape, code in zip(simple, codes, strict=True):
    by_country[code].append(shape)
countries = {code: shapely.union_all(shapes) for code, shapes in sorted(by_country.items())}
write("countries", [(shape, {"iso": code}) for code, shape in countries.items()])

LINES = ("LineString", "MultiLineString")
borders = []
for (a, one), (b, other) in itertools.combinations(countries.items(), 2):
    shared = shapely.line_merge(parts(shapely.intersection(one.boundary, other.boundary), *LINES))
    borders.append((shared, {"kind": "admin0", "a": a, "b": b}))
write("admin0_lines", borders)

within = []
for code in DIVIDED:
    pairs = itertools.combinations(by_country[code], 2)
    shared = [parts(shapely.intersection(a.boundary, b.boundary), *LINES) for a, b in pairs]
    within.append((shapely.line_merge(shapely.union_all(shared)), {"iso": code, "kind": "admin1"}))
write("admin1_lines", within)

box = shapely.box(*BOX)
lakes = [(shapely.intersection(shapely.make_valid(shape), box), row)
         for shape, row in read(HIGH / "ne_10m_lakes.shp")]  # fmt: skip
write("lakes", [(shape.simplify(TOLERANCE), {"name": row.get("name")}) for shape, row in lakes])

rivers = defaultdict(list)
for shape, row in read(MAGICS / "ne_10m_rivers_lake_centerlines.shp"):
    name = ONE_RIVER.get(row["name"], row["name"])
    rivers[name].append(shapely.intersection(shape, box).simplify(TOLERANCE))
# Natural Earth draws each stretch downstream; here all rivers come from the north.
joined = {name: shapely.line_merge(parts(lines, *LINES), directed=True)
          for name, lines in rivers.items()}  # fmt: skip
joined = {name: sorted(shapely.get_parts(lines), key=lambda line: -line.coords[0][1])
          for name, lines in joined.items()}  # fmt: skip
write("rivers", [(shapely.multilinestrings(lines), {"name": name})
                 for name, lines in sorted(joined.items(), key=str) if lines])  # fmt: skip
