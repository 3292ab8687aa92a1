"""The book for electronic readers: notes that open, paragraphs as pages, well-formed files."""

import re
from collections.abc import Mapping
from io import BytesIO
from xml.etree import ElementTree as ET
from zipfile import ZIP_STORED, ZipFile

import pytest

from annotated.book.epub import Epub
from annotated.content import release
from annotated.site.guide_index import GuideIndex
from conftest import ROOT


@pytest.fixture(scope="module")
def packed(index: GuideIndex) -> bytes:
    about = release.read(ROOT, environment={release.SECONDS: "86400"})
    book = Epub(index.guide, index.evidence, about)
    assert book.packed() == book.packed()
    return book.packed()


@pytest.fixture(scope="module")
def pages(packed: bytes) -> Mapping[str, str]:
    with ZipFile(BytesIO(packed)) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist()}


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
        marks = re.findall(r'epub:type="noteref" role="doc-noteref" href="#n(\w+)"', text)
        notes = re.findall(r'epub:type="footnote" role="doc-footnote" id="n(\w+)"', text)
        assert set(marks) == set(notes), name
        assert len(notes) == len(set(notes))
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
