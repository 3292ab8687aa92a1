"""Annotations: each finds its words once in the page as built, and quotes little of the article."""

import json
from collections.abc import Mapping
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from annotated.content.article import MOST_WORDS
from annotated.exports import page_quotes
from annotated.model.entities import Place
from annotated.site.guide_index import GuideIndex
from conftest import ROOT

Collection = dict[str, Any]
SCHEMA = json.loads((ROOT / "tests/schemas/annotations.schema.json").read_text(encoding="utf-8"))


class Text(HTMLParser):
    """The text and the ids of a page, as a program sees them that lays notes over it."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.words: list[str] = []
        self.ids: set[str | None] = set()
        self.feed(html)
        self.text = "".join(self.words)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        """Note the id of an element."""
        self.ids.add(dict(attrs).get("id"))

    def handle_data(self, data: str) -> None:
        """Take in text."""
        self.words.append(data)


def read(site: Path, name: str) -> Collection:
    found: Collection = json.loads((site / "data" / name).read_text(encoding="utf-8"))
    return found


@pytest.fixture(scope="module")
def of_pages(site: Path) -> Collection:
    return read(site, "annotations.jsonld")


@pytest.fixture(scope="module")
def pages(site: Path) -> Mapping[str, Text]:
    chapters = (site / "chapters").glob("*.html")
    return {
        f"../chapters/{chapter.name}": Text(chapter.read_text(encoding="utf-8"))
        for chapter in chapters
    }


def motivated(collection: Collection, motivation: str) -> list[dict[str, Any]]:
    items = collection["first"]["items"]
    return [item for item in items if item["motivation"] == motivation]


def test_every_quotation_stands_once_in_its_page(
    of_pages: Collection, pages: Mapping[str, Text]
) -> None:
    for item in of_pages["first"]["items"]:
        target = item["target"]
        selectors = target["selector"]
        quote, *fragments = selectors if isinstance(selectors, list) else [selectors]
        page = pages[target["source"]]
        whole = quote["prefix"] + quote["exact"] + quote["suffix"]
        assert page.text.count(whole) == 1, whole
        assert all(fragment["value"] in page.ids for fragment in fragments)


def test_every_statement_tells_its_speaker(index: GuideIndex, of_pages: Collection) -> None:
    told = {
        item["target"]["selector"][1]["value"]: item["body"][0]["value"]
        for item in motivated(of_pages, "classifying")
    }

    labels = index.guide.speaker_labels
    assert told == {part.id: labels[part.speaker] for part in index.parts}


def test_every_remark_on_words_hangs_on_these_words(
    index: GuideIndex, of_pages: Collection
) -> None:
    found = [
        (item["body"][0]["value"], item["target"]["selector"]["exact"])
        for item in motivated(of_pages, "commenting")
    ]
    words = [
        (remark.subject, anchor.words)
        for remark in index.guide.remarks
        for anchor in remark.at
        if anchor.target[0] == "paragraph" and anchor.words
    ]

    assert len(found) == len(words) > 100
    for subject, phrase in words:
        # The number of a note may stand among them.
        begun = phrase.split()[0]
        assert any(
            told.startswith(f"{subject}. ") and exact.startswith(begun) for told, exact in found
        )


def test_every_place_leads_to_its_page(index: GuideIndex, of_pages: Collection, site: Path) -> None:
    places = motivated(of_pages, "identifying")

    known = {f"../places/{place.id}.html" for place in index.guide.catalogue.of_type(Place)}
    assert {item["body"][0]["source"] for item in places} <= known
    assert len(places) > 100
    assert all((site / "data" / item["body"][0]["source"]).is_file() for item in places)


def test_the_page_of_the_publisher_is_quoted_in_few_words(index: GuideIndex, site: Path) -> None:
    article = index.guide.article
    assert article
    items = read(site, "annotations-publisher.jsonld")["first"]["items"]

    quoted = [item["target"]["selector"] for item in items]
    assert [quotation["exact"] for quotation in quoted] == [
        found.remark for found in article.found_by
    ]
    assert all(set(quotation) == {"type", "exact"} for quotation in quoted)
    assert max(len(quotation["exact"].split()) for quotation in quoted) <= MOST_WORDS
    assert {item["target"]["source"] for item in items} == {article.address}


@pytest.mark.parametrize("name", ["annotations.jsonld", "annotations-publisher.jsonld"])
def test_a_collection_is_of_the_form_that_the_model_has(site: Path, name: str) -> None:
    collection = read(site, name)

    Draft202012Validator.check_schema(SCHEMA)
    assert [*Draft202012Validator(SCHEMA).iter_errors(collection)] == []
    items = collection["first"]["items"]
    assert collection["total"] == len(items) == len({item["id"] for item in items})


def test_nothing_of_a_copy_that_is_woven_in_is_quoted(woven: Path) -> None:
    assert read(woven, "annotations.jsonld")["first"]["items"] == []


def test_words_are_found_over_the_number_of_a_note() -> None:
    html = (
        '<p id="p1">Quoted<span id="p1-s1" data-who="F"><span class="said">told: </span>'
        "Within three <sup><a>20</a></sup> weeks &amp; more.</span> "
        '<span id="p1-s2">Next.</span></p>'
    )
    (paragraph,) = page_quotes.paragraphs(html)

    place = paragraph.find("three weeks & more")
    assert place
    assert paragraph.quote(*place) == ("three 20 weeks & more", "Quotedtold: Within ", ". Next.")
    assert paragraph.quote(*paragraph.statements["p1-s1"]).exact.startswith("Within three 20")
    assert paragraph.find("Within")
    assert paragraph.find("told") is None
