"""The files to download: of the form they promise, complete, and the same on each build."""

import csv
import io
import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from annotated import disk, exports, linked_places, project
from annotated.entities import Event, Place
from annotated.knowledge import Knowledge
from conftest import ROOT, build

SCHEMAS = Path(__file__).parent / "schemas"
DESCRIBED = (ROOT / "docs" / "data" / "index.md").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def known() -> Knowledge:
    texts = disk.texts(ROOT)
    return Knowledge(project.read(texts)[0], texts)


@pytest.fixture(scope="module")
def files(known: Knowledge) -> dict[str, str]:
    return dict(exports.files(known))


def faults(name: str, text: str) -> list[str]:
    schema = json.loads((SCHEMAS / f"{name}.schema.json").read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    found = Draft202012Validator(schema).iter_errors(json.loads(text))
    return [f"{fault.json_path}: {fault.message}" for fault in found]


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def features(text: str) -> dict[str, Any]:
    return {one["@id"]: one for one in json.loads(text)["features"]}


def test_the_places_are_in_linked_places_format(files: dict[str, str]) -> None:
    assert faults("places", files["data/places.geojson"]) == []


def test_the_events_are_of_the_form_that_their_schema_states(files: dict[str, str]) -> None:
    assert faults("events", files["data/events.json"]) == []


def test_the_schema_refuses_what_a_reader_of_the_format_could_not_use(
    files: dict[str, str],
) -> None:
    text = files["data/places.geojson"]

    assert faults("places", text.replace('{"@id": "../', '{"id": "../', 1))
    assert faults("places", text.replace('{"toponym"', '{"name"', 1))
    assert faults("places", re.sub(r'"coordinates": \[[^]]*\]', '"coordinates": [36, 143]', text))


def test_every_place_is_there_with_longitude_before_latitude(
    known: Knowledge, files: dict[str, str]
) -> None:
    found = features(files["data/places.geojson"])
    places = [one for one in known.entities.values() if isinstance(one, Place)]

    assert set(found) == {f"../places/{place.id}.html" for place in places}
    for place in places:
        geometry = found[f"../places/{place.id}.html"]["geometry"]
        assert place.point
        coordinates = geometry["geometries"][0]["coordinates"]
        assert coordinates == [place.point.longitude, place.point.latitude]


def test_a_place_without_a_known_point_has_no_geometry(known: Knowledge) -> None:
    mosul = known.entities["mosul"]
    assert isinstance(mosul, Place)
    nowhere = replace(mosul, point=None, point_source="")

    written = linked_places.Features(known.entities, known.parts, known.matcher).collection(
        [nowhere]
    )

    assert faults("places", written) == []
    (feature,) = json.loads(written)["features"]
    assert feature["geometry"] is None
    assert "links" not in feature


def test_a_spelling_says_where_it_is_printed(files: dict[str, str]) -> None:
    mayedin = features(files["data/places.geojson"])["../places/mayedin.html"]

    names = {one["toponym"]: one for one in mayedin["names"]}

    assert "¶10" in names["Mayedin"]["citations"][0]["label"]
    assert names["Mayadeen"]["citations"][0]["label"].startswith("¶16")
    assert names["الميادين"] == {"toponym": "الميادين", "lang": "ar"}
    assert len(names) == len(mayedin["names"])


def test_only_a_point_of_geonames_links_to_geonames(files: dict[str, str]) -> None:
    for feature in features(files["data/places.geojson"]).values():
        source = feature["geometry"]["geometries"][0]["citations"][0]["label"]
        links = [link["identifier"] for link in feature.get("links", [])]
        number = source.removeprefix("GeoNames ")

        expected = [f"https://www.geonames.org/{number}"] if number != source else []
        assert links == expected


def test_every_event_is_there_once_in_order_of_time(
    known: Knowledge, files: dict[str, str]
) -> None:
    records = json.loads(files["data/events.json"])
    events = {id_: one for id_, one in known.entities.items() if isinstance(one, Event)}

    assert sorted(record["id"] for record in records) == sorted(events)
    dates = [event.date for record in records if (event := events[record["id"]]).date]
    keys = [date.sort_key for date in dates if date]
    assert keys == sorted(keys)
    assert [bool(record["date"]) for record in records] == sorted(
        (bool(record["date"]) for record in records), reverse=True
    )


@pytest.mark.parametrize("name", ["events", "sentences"])
def test_a_table_says_what_its_list_says(files: dict[str, str], name: str) -> None:
    records = json.loads(files[f"data/{name}.json"])
    table = rows(files[f"data/{name}.csv"])

    assert len(records) == len(table)
    for record, row in zip(records, table, strict=True):
        assert list(record) == list(row)
        for field, value in record.items():
            words = (
                (";" if field == "hedges" else " ").join(value)
                if isinstance(value, list)
                else value
            )
            assert row[field] == ("" if words is None else str(words))


def test_the_table_of_places_has_a_row_for_each_feature(files: dict[str, str]) -> None:
    found = features(files["data/places.geojson"])

    assert [f"../{row['page']}" for row in rows(files["data/places.csv"])] == list(found)


@pytest.mark.parametrize("name", ["places", "events", "sentences"])
def test_every_field_of_a_table_is_described_and_no_other(files: dict[str, str], name: str) -> None:
    section = DESCRIBED.split(f"\n## {name.capitalize()}\n")[1].split("\n## ")[0]
    described = [
        field
        for line in section.splitlines()
        if line.startswith("| `")
        for field in re.findall(r"`(\w+)`", line.split("|")[1])
    ]

    assert sorted(described) == sorted(rows(files[f"data/{name}.csv"])[0])


def test_two_builds_write_the_same_bytes(site: Path, tmp_path: Path) -> None:
    build(ROOT, tmp_path)

    names = sorted(path.name for path in (site / "data").iterdir())

    assert len(names) >= 7
    for name in [f"data/{name}" for name in names] + ["timeline/index.html"]:
        assert (site / name).read_bytes() == (tmp_path / name).read_bytes(), name
