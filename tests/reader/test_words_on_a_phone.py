"""Words that a reader looks up on a phone, one after another, by touch."""

from itertools import pairwise
from time import monotonic

import pytest
from playwright.sync_api import Locator, Page, expect

from axe_rules import COLOURS, shorten, violations
from by_hand import OPEN, at_rest
from conftest import Open
from shared_pages import show

CHAPTER = "chapters/03-pivot-to-insurgency.html"
WORDS = "#p25 > :not(.dates) a.mention[href]"
# The first line of a link, and whether a finger on its middle meets the link.
LINE = """link => {
  const { x, y, width, height } = link.getClientRects()[0];
  const [left, top] = [x + width / 2, y + height / 2];
  return [left, top, link.contains(document.elementFromPoint(left, top))];
}"""


@pytest.fixture
def page(open_page: Open) -> Page:
    page = open_page(f"{CHAPTER}#p25", width=360, has_touch=True, is_mobile=True)
    page.set_viewport_size({"width": 360, "height": 760})
    page.locator("#cards:not([data-shelves])").wait_for(state="attached")
    return page


def scroll_to(link: Locator, y: int) -> None:
    """Scroll the page until the first line of a link stands at `y`."""
    link.evaluate("(link, y) => scrollBy(0, link.getClientRects()[0].top - y)", y)


def tap(page: Page, link: Locator) -> None:
    """Press the glass where a link is, whatever lies there; its own card must open."""
    left, top, _ = link.evaluate(LINE)
    page.touchscreen.tap(left, top)
    expect(page.locator(OPEN)).to_have_count(1)
    expect(page.locator(OPEN)).to_have_id(f"card-{link.get_attribute('data-entity')}")


def test_three_words_are_three_presses(page: Page) -> None:
    began = monotonic()
    words = [page.locator(WORDS, has_text=name) for name in ("Al-Naba", "Kobane", "precision")]
    scroll_to(words[0], 140)

    for word in words:
        tap(page, word)

    assert monotonic() - began < 30
    assert page.url.endswith("#p25")


def test_a_card_covers_neither_its_word_nor_those_of_the_next_two_lines(page: Page) -> None:
    words = page.locator(WORDS).all()
    near = 0

    for word, following in pairwise(words):
        for y in (90, 330, 380, 420, 660):
            scroll_to(word, y)
            before = page.evaluate("scrollY")
            tap(page, word)
            _, top, is_free = word.evaluate(LINE)
            assert is_free
            _, next_top, is_free = following.evaluate(LINE)
            if next_top - top < 70:
                near += 1
                assert is_free or next_top > 720, (word.inner_text(), y)  # the bar of lenses
            assert page.evaluate("scrollY") == before
            page.keyboard.press("Escape")
    assert near >= 10


def test_a_press_on_the_text_closes_the_card(page: Page) -> None:
    word = page.locator(WORDS, has_text="Kobane")
    scroll_to(word, 200)
    tap(page, word)
    expect(word).to_have_class("mention place opened")

    page.touchscreen.tap(180, 120)

    expect(page.locator(OPEN)).to_have_count(0)
    expect(word).to_have_class("mention place")


def test_a_card_from_a_card_takes_its_place(page: Page) -> None:
    word = page.locator("#p25 .dates a.mention").nth(2)
    scroll_to(word, 640)
    tap(page, word)
    box = page.locator(OPEN).bounding_box()
    inner = page.locator(f"{OPEN} a.mention").first

    left, top, is_free = inner.evaluate(LINE)
    assert is_free
    page.touchscreen.tap(left, top)

    expect(page.locator(OPEN)).to_have_count(2)
    upper = page.locator(OPEN).last.bounding_box()
    assert box
    assert upper
    assert (upper["x"], upper["y"]) == (box["x"], box["y"])


def test_keys_go_on_where_a_finger_began(page: Page) -> None:
    word = page.locator(WORDS, has_text="Kobane")
    scroll_to(word, 200)
    tap(page, word)

    page.keyboard.press("Tab")
    expect(page.locator(f"{OPEN} .card-name a")).to_be_focused()
    page.keyboard.press("Escape")

    expect(page.locator(OPEN)).to_have_count(0)
    expect(word).to_be_focused()


def test_an_open_card_breaks_no_rule(page: Page) -> None:
    shorten(page, at="#p25")
    word = page.locator(WORDS, has_text="Kobane")
    scroll_to(word, 200)
    tap(page, word)
    at_rest(page)  # it fades in

    assert violations(page) == []
    show(page, 360, color_scheme="dark")
    assert violations(page, COLOURS) == []
