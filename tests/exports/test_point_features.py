"""Places as plain points: a program for maps finds the point, the columns and the count."""

import json

from annotated.content.release import Release
from annotated.exports import point_features

PLACE = {
    "id": "rawa", "name": "Rawa", "arabic": "راوة", "kind": "town", "precision": 1,
    "point_source": "GeoNames", "events": ["rawa-lost"], "address": "places/rawa.html",
    "latitude": 34.48, "longitude": 41.91, "summary": "A town.",
}  # fmt: skip
DESERT = PLACE | {"id": "desert", "name": "Desert", "latitude": None, "longitude": None}


def test_a_point_has_its_coordinates_columns_and_the_statements_that_mention_it() -> None:
    text = point_features.collection([PLACE, DESERT], {"rawa": 2}, Release(title="A guide"))
    read = json.loads(text)
    rawa, desert = read["features"]

    assert read["type"] == "FeatureCollection"
    assert rawa["type"] == "Feature"
    assert rawa["id"] == "rawa"
    assert rawa["geometry"] == {"type": "Point", "coordinates": [41.91, 34.48]}
    assert rawa["properties"] == {
        key: value
        for key, value in PLACE.items()
        if key not in {"latitude", "longitude", "summary"}
    } | {"mentions": 2}
    assert desert["geometry"] is None
    assert desert["properties"]["mentions"] == 0
    # One place to a line, so that a change shows which.
    assert [line.count('"Feature"') for line in text.splitlines()] == [0, 1, 1, 0]
