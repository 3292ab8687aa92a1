"""Sources for reference managers: every one is there, of the right type, with what is printed."""

import json
from collections import Counter
from html.parser import HTMLParser
from typing import Any
from urllib.parse import parse_qs

import pytest
from pybtex.database import parse_string

from annotated.content import sources
from annotated.content.sources import Source
from annotated.exports import coins, csl_items, reference_files
from annotated.exports.csl_items import Item
from annotated.site.guide_index import GuideIndex

NEWSPAPERS = {"press", "wire"}


@pytest.fixture(scope="module")
def cited(index: GuideIndex) -> list[Source]:
    return [*index.guide.cited_sources.values()]


@pytest.fixture(scope="module")
def items(index: GuideIndex) -> list[Item]:
    return csl_items.of_guide(index.guide)


def typed(entry: str) -> Item:
    found, _, problems = sources.read({"x.bib": entry})
    assert problems == []
    (item,) = csl_items.items(found.values(), "A. Author")
    return item


def test_every_cited_source_is_an_item_with_its_printed_title_and_date(
    cited: list[Source], items: list[Item]
) -> None:
    assert [item["id"] for item in items] == [source.key for source in cited]
    for item, source in zip(items, cited, strict=True):
        assert item["title"] == source.title
        assert item["issued"] == {
            "date-parts": [[part for part in (source.year, source.month, source.day) if part]]
        }
        assert all(item.values())


def test_an_item_is_of_the_type_of_its_kind(cited: list[Source], items: list[Item]) -> None:
    for item, source in zip(items, cited, strict=True):
        assert (item["type"] == "article-newspaper") == (source.kind in NEWSPAPERS)
        assert (item["type"] == "interview") == (source.kind == "interview")
        if source.kind == "group":
            assert item["type"] in {"article-magazine", "speech"}
            assert "URL" not in item
            assert item["type"] == "speech" or item["issue"]


def test_what_cannot_be_consulted_says_so_in_every_format(items: list[Item]) -> None:
    interviews = [item for item in items if item["type"] == "interview"]

    assert interviews
    for written in (reference_files.ris(interviews), reference_files.biblatex(interviews)):
        assert written.count(csl_items.NOT_PUBLIC) == len(interviews)
    for item in interviews:
        assert item["interviewer"]
        assert csl_items.NOT_PUBLIC in str(item["note"])


def test_a_corrected_date_stands_apart_from_the_printed_one() -> None:
    item = typed(
        "@misc{a, title={T}, kind={press}, year={2017}, month={7}, day={31}, "
        "corrected={2017-10-05}, corrected_basis={because}}"
    )

    assert item["issued"] == {"date-parts": [[2017, 7, 31]]}
    assert item["custom"] == {
        "kind": "press",
        "public": True,
        "corrected": "2017-10-05",
        "corrected_because": "because",
    }
    assert "date = {2017-07-31}" in reference_files.biblatex([item])
    assert "DA  - 2017/07/31/\r\n" in reference_files.ris([item])
    assert "may rather be 2017-10-05: because" in reference_files.ris([item])


def test_a_name_is_parted_unless_it_is_that_of_an_organisation() -> None:
    item = typed(
        "@misc{a, author={{The Guild} and al-Shishani, Murad}, title={T}, kind={press}, "
        "year={2017}}"
    )

    assert item["author"] == [
        {"literal": "The Guild"},
        {"family": "al-Shishani", "given": "Murad"},
    ]
    assert "AU  - The Guild\r\nAU  - al-Shishani, Murad\r\n" in reference_files.ris([item])


def test_a_program_for_bibtex_reads_every_entry(items: list[Item]) -> None:
    read = parse_string(reference_files.biblatex(items), "bibtex")

    assert list(read.entries) == [item["id"] for item in items]
    for item in items:
        entry = read.entries[str(item["id"])]
        assert len(entry.persons.get("author", [])) == len(reference_files.names(item))
        assert entry.fields["date"] == reference_files.day(item)


def test_each_file_says_where_it_comes_from_and_is_read_all_the_same(items: list[Item]) -> None:
    origin = "A guide, by a@b.invalid, version 1"
    made = csl_items.with_origin(items, origin)

    read = parse_string(reference_files.biblatex_file(made, origin), "bibtex")
    assert list(read.entries) == [item["id"] for item in items]
    assert all(item["source"] == origin for item in made)
    assert reference_files.ris(made).count(f"\r\nDP  - {origin}\r\n") == len(items)
    assert csl_items.with_origin(items, "") == items


def test_signs_of_tex_are_written_as_words() -> None:
    item = typed(r"@misc{a, title={{5 \& 6 \% of \_x}}, kind={press}, year={2017}}")

    assert item["title"] == "5 & 6 % of _x"
    assert r"title = {{5 \& 6 \% of \_x}}" in reference_files.biblatex([item])


def test_a_record_of_ris_begins_with_its_type_and_ends(items: list[Item]) -> None:
    records = reference_files.ris(items).split("ER  - \r\n")[:-1]

    assert len(records) == len(items)
    for record in records:
        assert record.startswith("TY  - ")
        assert all(line[2:6] == "  - " for line in record.splitlines())
        assert record.count("\r\nTI  - ") == 1


class Spans(HTMLParser):
    """Collects the titles of the elements by which a program finds sources."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[dict[str, list[str]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep what an element holds, as the standard has it."""
        given = dict(attrs)
        if tag == "span" and given.get("class") == "Z3988":
            self.found.append(parse_qs(given["title"] or "", strict_parsing=True))


def test_the_page_holds_each_source_once_for_programs(items: list[Item]) -> None:
    spans = Spans()
    spans.feed(coins.block(items))

    kinds = Counter(str(item["type"]) for item in items)
    assert len(spans.found) == len(items)
    for span, item in zip(spans.found, items, strict=True):
        title = "rft.atitle" if item["type"] == "article-journal" else "rft.title"
        assert span[title] == [item["title"]]
        assert span["rft.date"] == [reference_files.day(item)]
    types: Any = Counter(span.get("rft.type", ["article"])[0] for span in spans.found)
    assert types["newspaperArticle"] == kinds["article-newspaper"]
    assert types["interview"] == kinds["interview"]
    assert types["magazineArticle"] == kinds["article-magazine"]


def test_the_file_of_items_is_read_back(items: list[Item]) -> None:
    assert json.loads(csl_items.as_json(items)) == items
