"""The book for paper: all of the text with its notes and remarks, and a PDF that can be heard."""

import re
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from annotated.book import typst_text
from annotated.book.typst_source import PAPERS, BookSource
from annotated.content import release
from annotated.site.guide_index import GuideIndex
from conftest import ROOT


@pytest.fixture(scope="module")
def book(index: GuideIndex) -> BookSource:
    about = release.read(ROOT, environment={release.SECONDS: "86400"})
    return BookSource(index.guide, index.evidence, about)


@pytest.fixture(scope="module")
def source(book: BookSource) -> str:
    return book.text("a4")


@pytest.mark.parametrize(
    ("words", "written"),
    [
        ("5 + 6 = #x", r"5 \+ 6 \= \#x"),
        ("a_b*c `d` <e> @f [g] $h ~i /j \\k", r"a\_b\*c \`d\` \<e\> \@f \[g\] \$h \~i \/j \\k"),
        ("“Sahwa”, ¶12 – no sign", "“Sahwa”, ¶12 – no sign"),
    ],
)
def test_no_word_is_read_as_markup(words: str, written: str) -> None:
    assert typst_text.plain(words) == written


def test_of_markdown_emphasis_stays_and_a_link_is_its_words() -> None:
    written = typst_text.of_markdown("See [the *Guild*](../groups/guild.md) [@key] once.")

    assert written == "See the #emph[Guild]  once."


def test_of_html_emphasis_stays_and_a_link_is_its_words() -> None:
    assert typst_text.of_html('<a href="x">A &amp; <em>B</em></a>') == "A & #emph[B]"


def test_every_statement_stands_in_the_book_in_its_order(index: GuideIndex, source: str) -> None:
    place = 0

    for statement in index.guide.statements:
        if statement.paragraph.isdigit():
            place = source.find(typst_text.plain(statement.text), place)
            assert place > 0, statement.id


def test_every_note_is_there_with_its_printed_number(index: GuideIndex, source: str) -> None:
    numbers = re.findall(r'#note\("(\w+)"\)', source)

    assert sorted(set(numbers)) == sorted(index.guide.endnotes.notes)
    assert len(numbers) == len(set(numbers))


def test_every_heavy_remark_on_the_text_is_told_once(index: GuideIndex, source: str) -> None:
    told = re.findall(r"(?<!#let )remark\(\[(.*?)\], \[", source)

    heavy = [
        typst_text.plain(remark.subject)
        for remark in index.guide.remarks
        if remark.weight != "print" and any(at.target[0] == "paragraph" for at in remark.at)
    ]
    assert sorted(told) == sorted(heavy)


@pytest.fixture(scope="module")
def pdf() -> ModuleType:
    return import_module("annotated.book.pdf")


@pytest.mark.parametrize("paper", PAPERS)
def test_the_pdf_is_tagged_and_the_same_each_time(
    pdf: ModuleType, book: BookSource, paper: str
) -> None:
    made: Any = pdf.compiled(book.text(paper))

    assert made == pdf.compiled(book.text(paper))
    assert made.startswith(b"%PDF-1.7")
    assert b"/MarkInfo" in made or b"/StructTreeRoot" in made


def test_a_page_offers_the_book(pdf: ModuleType) -> None:
    page = '<div class="at-hand" data-root=".."></div>'

    offered = pdf.offered(page, {"a4": Path("site/book/a-a4.pdf")})

    assert '<a href="../book/a-a4.pdf" download>PDF for A4</a>' in offered
