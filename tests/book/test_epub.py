"""The book for electronic readers: notes that open, paragraphs as pages, well-formed files."""

import re
from collections.abc import Mapping
from io import BytesIO
from xml.etree import ElementTree as ET
from zipfile import ZIP_STORED, ZipFile

import pytest

from annotated.book import xhtml_text
from annotated.site.guide_index import GuideIndex
from books import epub


@pytest.fixture(scope="module")
def packed(index: GuideIndex) -> bytes:
    return epub(index)


@pytest.fixture(scope="module")
def pages(packed: bytes) -> Mapping[str, str]:
    """Return the files that are text."""
    with ZipFile(BytesIO(packed)) as archive:
        return {
            name: archive.read(name).decode()
            for name in archive.namelist()
            if not name.endswith((".png", ".ttf"))
        }


def test_it_is_the_same_each_time(index: GuideIndex, packed: bytes) -> None:
    assert packed == epub(index)


def test_a_reader_knows_the_format_by_the_first_file(packed: bytes) -> None:
    first = ZipFile(BytesIO(packed)).infolist()[0]

    assert (first.filename, first.compress_type) == ("mimetype", ZIP_STORED)


def test_every_page_is_well_formed_and_listed(pages: Mapping[str, str]) -> None:
    for name, text in pages.items():
        if name.endswith((".xhtml", ".opf", ".xml")):
            ET.fromstring(text)  # noqa: S314 - our own file
        if name.endswith(".xhtml"):
            assert f'href="{name.removeprefix("book/")}"' in pages["book/package.opf"]


def test_every_mark_opens_its_note_on_the_same_page(
    index: GuideIndex, pages: Mapping[str, str]
) -> None:
    seen = set()

    for name, text in pages.items():
        marks = re.findall(r'epub:type="noteref" role="doc-noteref" id="m(\w+)" href="#n\1"', text)
        notes = re.findall(r'epub:type="footnote" role="doc-footnote" id="n(\w+)"', text)
        assert set(marks) == set(notes), name
        assert len(notes) == len(set(notes))
        assert re.findall(r'role="doc-backlink" href="#m(\w+)"', text) == notes
        seen |= set(notes)
    assert seen == set(index.guide.endnotes.notes)


def test_the_list_of_pages_leads_to_every_paragraph(
    index: GuideIndex, pages: Mapping[str, str]
) -> None:
    listed = re.findall(r'href="([\w-]+\.xhtml)#(p\d+)"', pages["book/nav.xhtml"])

    numbers = [
        f"p{paragraph.number}"
        for chapter in index.guide.chapters
        for paragraph in chapter.paragraphs
    ]
    assert [anchor for _, anchor in listed] == numbers
    for name, anchor in listed:
        assert f'id="{anchor}"' in pages[f"book/{name}"]


def test_every_link_within_the_book_leads_somewhere(pages: Mapping[str, str]) -> None:
    for name, text in pages.items():
        for file, anchor in re.findall(r'href="([\w-]+\.xhtml)?#([\w-]+)"', text):
            target = f"book/{file}" if file else name
            assert f'id="{anchor}"' in pages[target], (name, file, anchor)


def test_every_heavy_remark_on_the_text_or_a_note_is_told_once(
    index: GuideIndex, pages: Mapping[str, str]
) -> None:
    chapters = "".join(text for name, text in pages.items() if "chapter-" in name)
    told = re.findall(r"<strong>(.*?)</strong>\. ", chapters)

    heavy = [
        xhtml_text.of_markdown(remark.subject, {})
        for remark in index.guide.remarks
        if remark.weight != "print"
        and any(at.target[0] in ("paragraph", "note") for at in remark.at)
    ]
    assert sorted(told) == sorted(heavy)


def test_arabic_has_its_language_direction_and_letters(
    packed: bytes, pages: Mapping[str, str]
) -> None:
    words = re.findall(r'<span lang="ar" dir="rtl">([^<]+)</span>', pages["book/glossary.xhtml"])

    assert len(words) > 20
    with ZipFile(BytesIO(packed)) as archive:
        font = next(name for name in archive.namelist() if name.endswith(".ttf"))
        assert archive.read(font).startswith(b"\0\1\0\0")
    assert font.removeprefix("book/") in pages["book/style.css"]


def test_the_maps_are_drawn_and_told(index: GuideIndex, pages: Mapping[str, str]) -> None:
    text = pages["book/maps.xhtml"]

    assert text.count("<svg") == len(index.atlas.sheets)
    for sheet in index.atlas.sheets.values():
        assert f'role="img" aria-label="Map: {sheet.title}"' in text
    assert 'href="maps.xhtml" properties="svg"' in pages["book/package.opf"]


def test_it_says_what_a_reader_can_rely_on(pages: Mapping[str, str]) -> None:
    # Nobody has certified that it keeps to a standard, and so it claims none.
    told = set(re.findall(r'<meta property="([\w:]+)"', pages["book/package.opf"]))

    assert told == {
        "dcterms:modified",
        "pageBreakSource",
        "schema:accessMode",
        "schema:accessModeSufficient",
        "schema:accessibilityFeature",
        "schema:accessibilityHazard",
        "schema:accessibilitySummary",
    }


def test_every_name_of_the_index_leads_to_a_paragraph_that_has_it(
    index: GuideIndex, pages: Mapping[str, str]
) -> None:
    rows = re.findall(r"<li>(.*?) (<a href.*?)</li>", pages["book/index.xhtml"])

    assert len(rows) > 100
    assert len(rows) == len({name for name, _ in rows})
    found = next(places for name, places in rows if name == "Hawija")
    numbers = re.findall(r"#p(\d+)", found)
    for number in numbers:
        assert any("Hawija" in at.text for at in index.guide.statements_in[number])
