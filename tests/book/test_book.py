"""The book for paper: all of the text with its notes, its remarks and its lists."""

import re
from pathlib import Path

import pytest

from annotated.book import offer, typst_text
from annotated.model.entities import Group, Person, Term
from annotated.site.guide_index import GuideIndex
from books import typst_book


@pytest.fixture(scope="module")
def source(index: GuideIndex) -> str:
    return typst_book(index).text("a4")


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


def test_a_string_ends_where_its_words_end() -> None:
    assert typst_text.quoted('a "b" \\c') == '"a \\"b\\" \\\\c"'


def test_a_paragraph_that_the_book_does_not_have_is_words() -> None:
    assert typst_text.of_markdown("¶3, ¶4", numbers=["3"]) == "#link(<p3>)[¶3];, ¶4"


def test_of_markdown_emphasis_stays_and_a_link_is_its_words() -> None:
    written = typst_text.of_markdown("See [the *Guild*](../groups/guild.md) [@key] once.")

    assert written == "See the #emph[Guild];  once."


def test_of_html_emphasis_stays_and_a_link_is_its_words() -> None:
    html = '<a href="x">A &amp; <em>B</em></a> <b>C</b>'

    assert typst_text.of_html(html) == "A & #emph[B]; C"


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


def test_every_heavy_remark_on_the_text_or_a_note_is_told_once(
    index: GuideIndex, source: str
) -> None:
    told = re.findall(r"(?<!#let )remark\(\[(.*?)\], (?:none|\[)", source)

    heavy = [
        typst_text.of_markdown(remark.subject)
        for remark in index.guide.remarks
        if remark.weight != "print"
        and any(at.target[0] in ("paragraph", "note") for at in remark.at)
    ]
    assert sorted(told) == sorted(heavy)


def test_a_remark_on_a_note_stands_in_it_unless_its_paragraph_has_it(
    index: GuideIndex, source: str
) -> None:
    guide = index.guide
    for number, note in guide.endnotes.notes.items():
        remarks = guide.heavy_remarks_on("note", number)
        beside = guide.heavy_remarks_on("paragraph", str(note.paragraph))
        written = source.partition(f'#note("{number}")[')[2].partition("#note(")[0]
        for remark in remarks:
            if remark not in beside:
                assert f"[{typst_text.of_markdown(remark.subject)}]" in written, number


def test_every_arabic_word_of_an_entry_stands_in_a_list(index: GuideIndex, source: str) -> None:
    words = [
        entity.arabic
        for entity in index.guide.catalogue.entities.values()
        if isinstance(entity, Term | Person | Group) and entity.arabic
    ]

    assert words
    for arabic in words:
        assert f"[{arabic}]" in source


def test_a_sign_behind_emphasis_or_a_link_stays() -> None:
    written = typst_text.of_markdown("*a*; (¶3; *b*(c)", numbers=["3"])

    assert written == "#emph[a];; (#link(<p3>)[¶3];; #emph[b];(c)"


def test_a_page_offers_the_book() -> None:
    page = '<div class="at-hand" data-root=".."></div>'

    written = offer.offered(page, {"a4": Path("site/book/a-a4.pdf")})

    assert '<a href="../book/a-a4.pdf" download>PDF for A4</a>' in written
