"""The files of places and events: of the form they promise, and complete."""

import json
import re
from dataclasses import replace

from jsonschema import Draft202012Validator

from annotated.content.release import Release
from annotated.exports import linked_places
from annotated.model.entities import Event, Place
from annotated.site import generated_files
from annotated.site.guide_index import GuideIndex
from annotated.site.urls import SiteUrls
from conftest import ROOT
from exported import features

SCHEMAS = ROOT / "tests" / "schemas"


def faults(name: str, text: str) -> list[str]:
    return faults_in(name, json.loads(text))


def faults_in(name: str, content: object) -> list[str]:
    schema = json.loads((SCHEMAS / f"{name}.schema.json").read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    found = Draft202012Validator(schema).iter_errors(content)
    return [f"{fault.json_path}: {fault.message}" for fault in found]


def test_the_places_are_in_linked_places_format(files: dict[str, str]) -> None:
    assert faults("places", files["data/linked-places.geojson"]) == []


def test_the_events_are_of_the_form_that_their_schema_states(files: dict[str, str]) -> None:
    assert faults_in("events", json.loads(files["data/events.json"])["records"]) == []


def test_the_schema_refuses_what_a_reader_of_the_format_could_not_use(
    files: dict[str, str],
) -> None:
    text = files["data/linked-places.geojson"]

    assert faults("places", text.replace('{"@id":"../', '{"id":"../', 1))
    assert faults("places", text.replace('{"toponym"', '{"name"', 1))
    assert faults("places", re.sub(r'"coordinates":\[[^]]*\]', '"coordinates":[36,143]', text))


def test_every_place_is_there_with_longitude_before_latitude(
    index: GuideIndex, files: dict[str, str]
) -> None:
    found = features(files["data/linked-places.geojson"])
    places = [entity for entity in index.entities.values() if isinstance(entity, Place)]

    assert set(found) == {f"../places/{place.id}.html" for place in places}
    for place in places:
        geometry = found[f"../places/{place.id}.html"]["geometry"]
        assert place.point
        coordinates = geometry["geometries"][0]["coordinates"]
        assert coordinates == [place.point.longitude, place.point.latitude]


def test_every_address_is_whole_where_that_of_the_site_is_known(
    index: GuideIndex, urls: SiteUrls
) -> None:
    root = "https://host.invalid/guide/"
    published = SiteUrls.locate(index, urls.pages, root)
    release = Release(address=root)

    found = generated_files.data_files(index, published, release)
    texts = {path: make() for path, make in found}

    for path, text in texts.items():
        assert root in text or "/mentions.csv" in path or "/sources" in path, path
        assert not re.search(
            r'"(?:\.\./)?(?:places|events|chapters|glossary)/[\w-]+\.html', text
        ), path
        assert not re.search(r"[\n,](?:places|events|chapters)/[\w-]+\.html", text), path


def test_a_place_without_a_known_point_has_no_geometry(index: GuideIndex, urls: SiteUrls) -> None:
    mosul = index.entities["mosul"]
    assert isinstance(mosul, Place)
    nowhere = replace(mosul, point=None, point_source="")

    written = linked_places.Features(
        index.entities,
        index.parts,
        index.matcher,
        urls.seen_from("data/linked-places.geojson").entity,
    ).collection([nowhere])

    assert faults("places", written) == []
    (feature,) = json.loads(written)["features"]
    assert feature["geometry"] is None
    assert "links" not in feature


def test_a_spelling_says_where_it_is_printed(files: dict[str, str]) -> None:
    mayedin = features(files["data/linked-places.geojson"])["../places/mayedin.html"]

    names = {name["toponym"]: name for name in mayedin["names"]}

    assert "¶10" in names["Mayedin"]["citations"][0]["label"]
    assert names["Mayadeen"]["citations"][0]["label"].startswith("¶16")
    assert names["الميادين"] == {"toponym": "الميادين", "lang": "ar"}
    assert len(names) == len(mayedin["names"])


def test_a_printed_name_is_dated_by_the_article_and_no_more(
    index: GuideIndex, files: dict[str, str]
) -> None:
    found = features(files["data/linked-places.geojson"])
    assert index.guide.article
    assert index.guide.article.date
    day = index.guide.article.date.edtf
    attested = {"timespans": [{"start": {"latest": day}, "end": {"earliest": day}}]}

    for place in index.guide.catalogue.of_type(Place):
        feature = found[f"../places/{place.id}.html"]
        dated = [name["toponym"] for name in feature["names"] if name.get("when") == attested]
        assert feature["when"] == attested
        assert dated == [form.text for form in place.spellings]


def test_only_a_point_of_geonames_links_to_geonames(files: dict[str, str]) -> None:
    for feature in features(files["data/linked-places.geojson"]).values():
        source = feature["geometry"]["geometries"][0]["citations"][0]["label"]
        links = [link["identifier"] for link in feature.get("links", [])]
        number = source.removeprefix("GeoNames ")

        expected = [f"https://www.geonames.org/{number}"] if number != source else []
        assert links == expected


def test_every_event_is_there_once_in_order_of_time(
    index: GuideIndex, files: dict[str, str]
) -> None:
    records = json.loads(files["data/events.json"])["records"]
    events = {id_: entity for id_, entity in index.entities.items() if isinstance(entity, Event)}

    assert sorted(record["id"] for record in records) == sorted(events)
    dates = [event.date for record in records if (event := events[record["id"]]).date]
    keys = [date.sort_key for date in dates if date]
    assert keys == sorted(keys)
    assert [bool(record["date"]) for record in records] == sorted(
        (bool(record["date"]) for record in records), reverse=True
    )
