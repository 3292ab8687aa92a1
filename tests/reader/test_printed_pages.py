"""Pages on paper, as real PDFs: the same from any window, calm, and no words over others."""

import re

import pytest
from playwright.sync_api import Page

from conftest import Open
from pages import ARGUMENT, CHAPTER, MAP, TIMELINE
from printed_words import Word, covered, words
from shared_pages import Look

THIRD = "chapters/03-pivot-to-insurgency.html"
STATEMENTS = "claims/statements.html"
GLOSSARY = "glossary/index.html"
# At most so many pages of A4 each; a page of the text is never as empty as this share of them.
LONGEST = {MAP: 12, TIMELINE: 26, STATEMENTS: 30, GLOSSARY: 30, ARGUMENT: 6}
FEWEST_WORDS = 60
ALONE = """() => {
  for (const part of [...document.querySelector("article").children])
    if (!part.matches("#p20, #p20 + *")) part.remove();
}"""


def printed(page: Page, width: int = 1280) -> bytes:
    """Return a page as it is printed from a window of a width, whenever that was."""
    page.set_viewport_size({"width": width, "height": 800})
    return re.sub(rb"\(D:[^)]*\)", b"()", page.pdf(format="A4"))


def texts(page: list[Word]) -> list[str]:
    return [word.text for word in page]


@pytest.mark.parametrize(("chapter", "longest"), [(CHAPTER, 14), (THIRD, 14)])
def test_a_chapter_is_the_same_calm_pages_from_any_window(
    open_page: Open, chapter: str, longest: int
) -> None:
    page = open_page(chapter, width=900)  # what is folded is told for good
    first, *others = (printed(page, width) for width in (900, 1280, 1920))
    sheets = words(first)

    assert all(other == first or words(other) == sheets for other in others)
    assert covered(sheets) == []
    assert 5 < len(sheets) <= longest
    assert [number for number, sheet in enumerate(sheets, 1) if len(sheet) < FEWEST_WORDS] == []
    read = [" ".join(texts(sheet)) for sheet in sheets]
    name = page.locator("h1").inner_text().replace("\n", " ").removesuffix("#").split()
    for number, sheet in enumerate(read, 1):
        assert f"{number} / {len(sheets)}" in sheet
        assert "Insurgents Again, annotated" in sheet
        assert number == 1 or " ".join(name[-2:]) in sheet
    # “undated” is a link for the screen: of which event, paper could not say.
    assert page.locator(".no-date a:visible").count() > 0
    assert not any("undated" in sheet for sheet in read)
    for tool in ("copy citation", "original", "Show all links", "Who says it", "Back to top"):
        assert not any(tool in sheet for sheet in read), tool


@pytest.mark.parametrize("path", LONGEST)
def test_another_page_covers_no_words_and_wastes_no_paper(look: Look, path: str) -> None:
    sheets = words(printed(look(path)))

    assert covered(sheets) == []
    assert len(sheets) <= LONGEST[path]
    assert [len(sheet) for sheet in sheets[:-1] if len(sheet) < FEWEST_WORDS] == []


def test_words_that_are_printed_over_others_are_found(open_page: Open) -> None:
    page = open_page(CHAPTER)
    page.evaluate(ALONE)

    assert covered(words(printed(page))) == []
    page.locator("#p20 + .beside").evaluate("block => { block.style.translate = '0 -40px'; }")
    assert covered(words(printed(page))) != []


def test_a_remark_follows_its_paragraph_in_full_and_small(look: Look) -> None:
    page = look(CHAPTER, 1920, media="print")
    block = page.locator("#p20 + .beside")

    text, below = page.locator("#p20").bounding_box(), block.bounding_box()
    assert text
    assert below
    assert below["y"] > text["y"] + text["height"] - 20
    assert block.locator(".told:visible").count() == block.locator(".told").count() > 1
    assert page.locator(".folded > summary:visible, .more > summary:visible").count() == 0
    size = "words => parseFloat(getComputedStyle(words).fontSize)"
    assert block.evaluate(size) < 0.9 * page.locator("#p20").evaluate(size)
