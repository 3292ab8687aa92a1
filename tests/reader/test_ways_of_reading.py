"""Ways of reading: with large or spaced text, forced colours, a finger and a key, an old engine."""

import pytest
from playwright.sync_api import Page, expect

from by_hand import OPEN
from conftest import Open
from pages import CHAPTER, MAP, TIMELINE

PHONE_PAGES = (CHAPTER, "places/mayedin.html", "events/tal-afar-lost.html", "glossary/index.html")
# https://www.w3.org/WAI/WCAG22/Understanding/text-spacing.html
SPACED = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
    word-spacing: 0.16em !important; } p { margin-bottom: 2em !important; }`);
  document.adoptedStyleSheets = [sheet];
}"""
# Words that stand outside of a box that hides what does not fit.
CUT = """() => {
  const cut = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node; (node = walker.nextNode()); ) {
    const of = node.parentElement;
    if (!node.data.trim() || !of.checkVisibility() || of.closest(UNSEEN)) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (let box = of; box !== document.body; box = box.parentElement) {
      const { overflowX, overflowY } = getComputedStyle(box);
      const edge = box.getBoundingClientRect();
      for (const line of range.getClientRects()) {
        const isWide = overflowX !== "visible" && line.right > edge.right + 2;
        const isHigh = overflowY === "hidden" && line.bottom > edge.bottom + line.height / 2;
        if (isWide || isHigh) cut.push(node.data.trim().slice(0, 40));
      }
    }
  }
  return cut;
}""".replace("UNSEEN", "'.visually-hidden, .said, svg, .md-search, [popover]'")
WIDE = "() => document.documentElement.scrollWidth - innerWidth"


@pytest.mark.parametrize("width", [320, 1280])
def test_spaced_text_is_neither_cut_nor_wider_than_the_page(open_page: Open, width: int) -> None:
    page = open_page(CHAPTER, width=width)
    page.evaluate(SPACED)

    assert page.evaluate(CUT) == []
    assert page.evaluate(WIDE) <= 0


def test_text_alone_at_double_size_is_neither_cut_nor_wider_than_the_page(open_page: Open) -> None:
    page = open_page(CHAPTER)
    size = "p => parseFloat(getComputedStyle(p).fontSize)"
    before = page.locator("#p8").evaluate(size)

    sizes = {"standard": 32, "fixed": 26}
    page.context.new_cdp_session(page).send("Page.setFontSizes", {"fontSizes": sizes})
    page.reload()

    assert page.locator("#p8").evaluate(size) >= 1.9 * before
    assert page.evaluate(CUT) == []
    assert page.evaluate(WIDE) <= 0


@pytest.mark.parametrize("path", PHONE_PAGES)
def test_a_long_word_widens_no_phone_page(open_page: Open, path: str) -> None:
    page = open_page(path, width=360)
    page.evaluate(
        """() => {
          const long = "Deir".repeat(40);
          const blocks = document.querySelectorAll("article :is(p, li, dd, dt, td, h1, h2, h3)");
          for (const block of [...blocks].slice(0, 200)) block.append(" ", long);
        }"""
    )

    assert page.evaluate(WIDE) <= 0


def without_popovers(page: Page) -> None:
    page.add_init_script(
        """for (const name of ["showPopover", "hidePopover", "togglePopover", "popover"])
             delete HTMLElement.prototype[name];"""
    )
    page.reload()


def test_an_engine_without_popovers_has_all_but_cards(open_page: Open) -> None:
    page = open_page(CHAPTER)
    without_popovers(page)

    page.keyboard.press("?")
    page.keyboard.press("w")
    expect(page.locator("html[data-lens=who]")).to_have_count(1)
    page.locator("#p8 a.mention.place[href]").first.click()

    assert "/places/" in page.url


def test_after_a_tap_the_key_enter_still_follows_a_link(open_page: Open) -> None:
    page = open_page(CHAPTER, width=390, has_touch=True)
    link = page.locator("#p8 a.mention.place[href]").first
    link.tap()
    expect(page.locator(OPEN)).to_have_count(1)
    page.keyboard.press("Escape")

    link.focus()
    page.keyboard.press("Enter")

    page.wait_for_url("**/places/**")


def test_forced_colours_part_filled_marks_from_open_ones(open_page: Open) -> None:
    page = open_page(f"{MAP}#month=2017-10", forced_colors="active")
    page.wait_for_timeout(100)

    fills = {
        which: set(
            page.locator(which).evaluate_all("all => all.map(m => getComputedStyle(m).fill)")
        )
        for which in (".sheet .mark:not(.open)", ".sheet .mark.open")
    }

    filled, opened = fills.values()
    assert filled
    assert opened
    assert not filled & opened


def test_forced_colours_leave_the_rules_in_the_gutter_and_the_strip(open_page: Open) -> None:
    ground = "getComputedStyle(document.body).backgroundColor"
    strokes = """(which) => [...document.querySelectorAll(which)]
      .filter(one => one.checkVisibility()).map(one => getComputedStyle(one).stroke)"""
    for path, which in ((CHAPTER, ".gutter path"), (TIMELINE, ".strip .mark")):
        page = open_page(path, forced_colors="active")
        page.wait_for_timeout(300)
        drawn = page.evaluate(strokes, which)
        assert drawn
        assert page.evaluate(ground) not in drawn
