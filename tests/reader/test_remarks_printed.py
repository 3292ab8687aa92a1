"""Remarks on paper: below their paragraph, and no words over others, from whatever window."""

import pytest

from conftest import Open
from pages import CHAPTER, CHAPTERS

# Lines of text that cover one another by more than a pixel or two, of different blocks.
COVERING = """() => {
  const lines = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node; (node = walker.nextNode()); ) {
    const block = node.parentElement;
    const isSeen = block.checkVisibility({ opacityProperty: true });
    if (!node.data.trim() || !isSeen || block.closest("sup, .visually-hidden")) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const box of range.getClientRects())
      if (box.width > 2 && box.height > 2) lines.push({ box, words: node.data.trim() });
  }
  lines.sort((one, other) => one.box.top - other.box.top);
  const found = [];
  lines.forEach(({ box, words }, index) => {
    for (const { box: lower, words: others } of lines.slice(index + 1)) {
      if (lower.top > box.bottom) break;
      const width = Math.min(box.right, lower.right) - Math.max(box.left, lower.left);
      const height = Math.min(box.bottom, lower.bottom) - lower.top;
      if (width > 2 && height > 0.6 * Math.min(box.height, lower.height))
        found.push(`${words.slice(0, 30)} | ${others.slice(0, 30)}`);
    }
  });
  return found;
}"""


@pytest.mark.parametrize("width", [900, 1280, 1920])
@pytest.mark.parametrize("chapter", CHAPTERS)
def test_on_paper_no_words_are_printed_over_others(
    open_page: Open, chapter: str, width: int
) -> None:
    page = open_page(chapter, width=width)
    page.wait_for_timeout(300)
    page.emulate_media(media="print")

    assert page.evaluate(COVERING) == []


def test_the_search_for_covered_words_finds_them(open_page: Open) -> None:
    page = open_page(CHAPTER)
    page.emulate_media(media="print")
    page.locator("#p20 + .beside").evaluate("block => { block.style.translate = '0 -60px'; }")

    assert page.evaluate(COVERING) != []


def test_on_paper_a_remark_follows_its_paragraph_in_full(open_page: Open) -> None:
    page = open_page(CHAPTER, width=1920)
    page.emulate_media(media="print")
    block = page.locator("#p20 + .beside")

    text, below = page.locator("#p20").bounding_box(), block.bounding_box()
    assert text
    assert below
    assert below["y"] > text["y"] + text["height"] - 20
    assert block.locator(".told:visible").count() == block.locator(".told").count() > 1
    assert page.locator(".folded > summary:visible, .more > summary:visible").count() == 0


def test_a_real_pdf_of_a_chapter_is_written(open_page: Open) -> None:
    pages = [
        open_page(CHAPTER, width=width).pdf(format="A4").count(b"/Type /Page\n")
        for width in (900, 1920)
    ]

    assert pages[0] == pages[1] > 5
