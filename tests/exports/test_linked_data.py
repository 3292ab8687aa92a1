"""The guide in the vocabulary of schema.org: complete, joined, and claiming nothing more."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

import pytest

from annotated.content.release import Author, Release
from annotated.exports.linked_data import PLAIN, LinkedData
from annotated.model.entities import Event, Place
from annotated.site.file_addresses import addresses
from annotated.site.guide_index import GuideIndex
from annotated.site.urls import SiteUrls

HOSTILE = '</script><!--<script>alert("1")</script> & \u2028'


@pytest.fixture(scope="module")
def graph(files: dict[str, str]) -> Mapping[str, dict[str, Any]]:
    """Return everything in the file by its id."""
    listed = json.loads(files["data/guide.jsonld"])["@graph"]
    found = {thing["@id"]: thing for thing in listed}
    assert len(found) == len(listed)
    return found


def references(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        if set(value) == {"@id"}:
            yield value["@id"]
        for part in value.values():
            yield from references(part)
    elif isinstance(value, list):
        for part in value:
            yield from references(part)


def test_whatever_is_referred_to_is_told(graph: Mapping[str, dict[str, Any]]) -> None:
    named = {id_ for thing in graph.values() for id_ in references(thing)}

    assert named <= graph.keys()


def test_every_chapter_entity_and_file_is_there(
    index: GuideIndex, files: dict[str, str], graph: Mapping[str, dict[str, Any]]
) -> None:
    names = [thing.get("name") for thing in graph.values()]
    (data,) = [thing for thing in graph.values() if thing["@type"] == "Dataset"]

    assert {chapter.title for chapter in index.guide.chapters} <= {*names}
    assert len(names) == len(index.entities) + len(index.guide.chapters) + 5
    offered = {file["contentUrl"].rpartition("/")[2] for file in data["distribution"]}
    described_by_itself = {"ro-crate-metadata.json"}
    assert {f"data/{name}" for name in offered | described_by_itself} == set(files)


def test_the_guide_is_based_on_the_article_and_does_not_pass_for_it(
    index: GuideIndex, graph: Mapping[str, dict[str, Any]]
) -> None:
    article = index.guide.article
    assert article

    assert graph[article.address]["@type"] == "ScholarlyArticle"
    assert [thing["@id"] for thing in graph.values() if "ScholarlyArticle" in thing["@type"]] == [
        article.address
    ]
    based = [node for node in graph.values() if node.get("isBasedOn") == {"@id": article.address}]
    assert len(based) == 1 + len(index.guide.chapters)
    assert "ClaimReview" not in json.dumps([*graph.values()])


def test_a_date_and_a_point_are_told_only_where_they_are_what_they_seem(
    index: GuideIndex, graph: Mapping[str, dict[str, Any]]
) -> None:
    by_name = {thing.get("name"): thing for thing in graph.values()}

    for entity in index.entities.values():
        thing = by_name[entity.name]
        if isinstance(entity, Place) and thing["@type"] == "Place":
            assert ("geo" in thing) == (entity.precision == "1"), entity.id
        if isinstance(entity, Event) and thing["@type"] == "Event":
            edtf = entity.date.edtf if entity.date else ""
            plain = all(PLAIN.fullmatch(part) for part in edtf.split("/"))
            assert thing.get("startDate", "") == (edtf.partition("/")[0] if plain else "")


def test_hostile_words_are_only_words(index: GuideIndex, urls: SiteUrls) -> None:
    of_all = Release(title=HOSTILE, about=HOSTILE, authors=(Author(HOSTILE, is_person=True),))
    guide = index.guide
    assert guide.article
    told = replace(guide, article=replace(guide.article, title=HOSTILE))

    text = LinkedData(told, of_all, addresses(urls), {HOSTILE: HOSTILE}).text()

    first, *_ = json.loads(text)["@graph"]
    assert first["name"] == HOSTILE
    assert first["author"][0]["name"] == HOSTILE
