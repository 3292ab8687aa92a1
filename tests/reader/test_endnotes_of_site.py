"""The endnotes as a reader of the built site meets them."""

import re
from pathlib import Path

import pytest

LIST = re.compile(r'<li(?: data-number="\w")? id="fn:(\w+)"')
MARK = re.compile(r'<a class="footnote-ref" href="#fn:(\w+)"')


@pytest.fixture(scope="module")
def chapters(site: Path) -> list[str]:
    paths = sorted((site / "chapters").glob("0*.html"))
    return [path.read_text(encoding="utf-8") for path in paths]


def test_all_marks_and_all_notes_run_on_across_chapters(chapters: list[str]) -> None:
    printed = [str(number) for number in range(1, 76)]

    for pattern in (MARK, LIST):
        found = [number for chapter in chapters for number in pattern.findall(chapter)]
        assert [number for number in found if number.isdigit()] == printed
        assert sorted(number for number in found if not number.isdigit()) == ["a", "b"]


def test_the_list_below_a_chapter_has_the_order_of_its_marks(chapters: list[str]) -> None:
    for chapter in chapters:
        assert LIST.findall(chapter) == MARK.findall(chapter)


@pytest.mark.parametrize(
    ("note", "words"),
    [
        ("3", "“Raqqa’s dirty secret,”"),
        ("6", "Author interview, Anti-Islamic State coalition’s senior official, July 2017"),
        ("43", "“An interview with the military commander of Raqqa,” Al-Naba, edition 94"),
        ("45", "edition 101, October 12, 2017"),
        ("46", "Printed: “Ibid.”"),
        ("59", "CTC Sentinel 10:7 (2017)"),
        ("64", "Death of senior leader at al-Adnani caps bad month for ISIS"),
        ("a", "ISIS creating chemical weapons cell"),
        ("b", "edition 100, July 31, 2017"),
    ],
)
def test_a_note_says_what_it_cites(chapters: list[str], note: str, words: str) -> None:
    text = "".join(chapters)
    item = text[text.index(f' id="fn:{note}"') :]

    assert words in re.sub(r"<[^>]+>", "", item[: item.index("</li>")])


def test_a_locator_follows_its_source(chapters: list[str]) -> None:
    assert re.search(r"August 7, 2017</cite>[^;]*pp\. 8-9", "".join(chapters))
