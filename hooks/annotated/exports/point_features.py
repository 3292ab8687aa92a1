"""Places as plain points in GeoJSON (RFC 7946), which any program for maps reads as a table."""

from collections.abc import Mapping, Sequence

from annotated.content.release import Release
from annotated.core import short_json
from annotated.exports.record_tables import Record

# The fields of the record of a place that a point has as properties.
KEPT = ("id", "name", "arabic", "kind", "precision", "point_source", "events", "address")


def collection(places: Sequence[Record], times: Mapping[str, int], release: Release) -> str:
    """Return the JSON, one place to a line; a place without a known point has no geometry.

    `places` are the rows of their table; `times` says how many statements mention each, by its id.
    """
    features = [_feature(place, times.get(str(place["id"]), 0)) for place in places]
    lines = ",\n".join(map(short_json.text, features))
    head = short_json.text({"type": "FeatureCollection", **release.head})[:-1]
    return f'{head},"features":[\n{lines}\n]}}\n'


def _feature(place: Record, mentions: int) -> dict[str, object]:
    known = place["latitude"] is not None
    point = {"type": "Point", "coordinates": [place["longitude"], place["latitude"]]}
    return {
        "type": "Feature",
        "id": place["id"],
        "properties": {name: place[name] for name in KEPT} | {"mentions": mentions},
        "geometry": point if known else None,
    }
