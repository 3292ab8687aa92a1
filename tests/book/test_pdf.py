"""The PDF: the same each time, and with all that a reader who listens needs."""

import ctypes
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from importlib import import_module
from types import ModuleType
from typing import TypeAlias

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c
import pytest

from annotated.book.printed_sheets import PrintedSheet, printed
from annotated.book.typst_source import PAPERS
from annotated.site.guide_index import GuideIndex
from books import about, typst_book

# Of each size of paper, the width and the height in points.
SIZES = {"a4": (595.276, 841.89), "letter": (612, 792)}
Element: TypeAlias = object


@pytest.fixture(scope="module")
def pdf() -> ModuleType:
    return import_module("annotated.book.pdf")


@pytest.fixture(scope="module")
def sheets(index: GuideIndex) -> Sequence[PrintedSheet]:
    return printed(index.atlas)


@pytest.fixture(scope="module")
def made(pdf: ModuleType, index: GuideIndex, sheets: Sequence[PrintedSheet]) -> Mapping[str, bytes]:
    return {paper: pdf.compiled(typst_book(index).text(paper), sheets) for paper in PAPERS}


def tagged(content: bytes) -> Iterator[tuple[str, str]]:
    """Yield the kind of each element that is told to who listens, and its alternative text."""
    for page in pdfium.PdfDocument(content):
        tree = pdfium_c.FPDF_StructTree_GetForPage(page.raw)
        for number in range(pdfium_c.FPDF_StructTree_CountChildren(tree)):
            yield from elements(pdfium_c.FPDF_StructTree_GetChildAtIndex(tree, number))
        pdfium_c.FPDF_StructTree_Close(tree)


def elements(element: Element) -> Iterator[tuple[str, str]]:
    kind = text(pdfium_c.FPDF_StructElement_GetType, element)
    yield kind, text(pdfium_c.FPDF_StructElement_GetAltText, element)
    for number in range(pdfium_c.FPDF_StructElement_CountChildren(element)):
        if child := pdfium_c.FPDF_StructElement_GetChildAtIndex(element, number):
            yield from elements(child)


def text(ask: Callable[..., int], element: Element) -> str:
    length = ask(element, None, 0)
    room = ctypes.create_string_buffer(length)
    ask(element, room, length)
    return room.raw.decode("utf-16-le").rstrip("\0")


@pytest.mark.slow
@pytest.mark.parametrize("paper", PAPERS)
def test_it_is_the_same_each_time(
    pdf: ModuleType,
    index: GuideIndex,
    sheets: Sequence[PrintedSheet],
    made: Mapping[str, bytes],
    paper: str,
) -> None:
    assert made[paper] == pdf.compiled(typst_book(index).text(paper), sheets)


@pytest.mark.slow
@pytest.mark.parametrize("paper", PAPERS)
def test_every_note_and_every_map_is_told(
    made: Mapping[str, bytes], index: GuideIndex, paper: str
) -> None:
    told = list(tagged(made[paper]))

    assert [kind for kind, _ in told].count("Note") == len(index.guide.endnotes.notes)
    assert len([alt for kind, alt in told if kind == "Figure" and alt.startswith("Map: ")]) == 2


@pytest.mark.slow
@pytest.mark.parametrize("paper", PAPERS)
def test_the_maps_face_each_other_across_the_paper(made: Mapping[str, bytes], paper: str) -> None:
    document = pdfium.PdfDocument(made[paper])
    sizes = [page.get_size() for page in document]

    aside = [number for number, (width, height) in enumerate(sizes, start=1) if width > height]
    assert aside == [4, 5]
    assert sizes[0] == pytest.approx(SIZES[paper], abs=0.1)


@pytest.mark.slow
def test_arabic_is_set_in_letters_of_its_own(made: Mapping[str, bytes]) -> None:
    words = "".join(page.get_textpage().get_text_range() for page in pdfium.PdfDocument(made["a4"]))

    assert any("\u0600" <= letter <= "\u06ff" or letter >= "\ufb50" for letter in words)
    assert b"NotoNaskhArabic" in made["a4"]


@pytest.mark.slow
def test_the_cover_is_a_picture(
    pdf: ModuleType, index: GuideIndex, sheets: Sequence[PrintedSheet]
) -> None:
    assert pdf.cover(index.guide, about(), sheets).startswith(b"\x89PNG")


@pytest.mark.slow
def test_each_name_of_the_index_has_its_pages_once_and_in_order(made: Mapping[str, bytes]) -> None:
    pages = [page.get_textpage().get_text_range() for page in pdfium.PdfDocument(made["a4"])]
    index = "\n".join(pages[-2:]).partition("Index of names")[2]

    rows = re.findall(r"(?m), ([\d–, ]+)\r?$", index)
    assert len(rows) > 90
    assert any("–" in row for row in rows)
    for row in rows:
        numbers = [int(number) for number in re.findall(r"\d+", row)]
        assert numbers == sorted(set(numbers)), row
