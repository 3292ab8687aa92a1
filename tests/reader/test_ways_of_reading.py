"""Ways of reading: with large or spaced text, forced colours, a finger and a key, an old engine."""

from itertools import cycle

import pytest
from playwright.sync_api import Page, expect

from axe_rules import ENHANCED, shorten, shortened, violations
from by_hand import OPEN
from conftest import Open
from pages import ARGUMENT, CHAPTER, CLOCKS, MAP, TIMELINE
from selecting import SWITCH
from shared_pages import Look

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
}""".replace(
    "UNSEEN",
    "'.visually-hidden, .dates a > span, .entry-count > span, .said, svg, .md-search, [popover]'",
)
CONTRASTED = (
    "index.html", CHAPTER, MAP, TIMELINE, "places/mayedin.html", ARGUMENT, CLOCKS,
    "claims/statements.html", "glossary/index.html", "sources/index.html",
)  # fmt: skip
# What is drawn and means something: its selector, and the property that holds its colour.
DRAWN = (
    (".md-header", "borderBottomColor"),
    ("#p6 .mention.place[href]", "textDecorationColor"),
    (".remark .subject", "textDecorationColor"),
    ("#p6 .gutter path", "stroke"),
)
ON_MAP = (
    (".sheet .borders", "stroke"),
    (".sheet .rivers", "stroke"),
    (".sheet .governorates", "stroke"),
)
# The contrast of a colour, as it is mixed with the ground, to the ground of the page.
CONTRASTS = """(drawn) => {
  const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  const ground = getComputedStyle(document.body).backgroundColor;
  const light = (colours, alpha) => {
    canvas.globalAlpha = 1;
    canvas.fillStyle = ground;
    canvas.fillRect(0, 0, 1, 1);
    canvas.globalAlpha = alpha;
    canvas.fillStyle = colours;
    canvas.fillRect(0, 0, 1, 1);
    const [r, g, b] = [...canvas.getImageData(0, 0, 1, 1).data].map((part) => part / 255)
      .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  return drawn.map(([which, property]) => {
    const style = getComputedStyle(document.querySelector(which));
    const both = [light(style[property], Number(style.opacity)), light(ground, 1)];
    return (Math.max(...both) + 0.05) / (Math.min(...both) + 0.05);
  });
}"""
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


@pytest.mark.parametrize(
    ("path", "scheme"), list(zip(CONTRASTED, cycle(("light", "dark")), strict=False))
)
def test_more_contrast_sets_all_text_at_seven_to_one(look: Look, path: str, scheme: str) -> None:
    page = look(path, contrast="more", color_scheme=scheme)

    with shortened(page):
        assert violations(page, ENHANCED) == []


def test_more_contrast_sets_the_lens_at_seven_to_one(open_page: Open) -> None:
    page = open_page(CHAPTER, contrast="more")
    page.evaluate(SWITCH, "who")
    shorten(page)

    assert violations(page, ENHANCED) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_more_contrast_reaches_lines_underlines_and_the_map(look: Look, scheme: str) -> None:
    def contrasts(contrast: str) -> list[float]:
        page = look(CHAPTER, contrast=contrast, color_scheme=scheme)
        page.locator(DRAWN[-1][0]).first.wait_for(state="attached")
        drawn = page.evaluate(CONTRASTS, DRAWN)
        sheet = look(MAP, contrast=contrast, color_scheme=scheme)
        return [*drawn, *sheet.evaluate(CONTRASTS, ON_MAP)]

    plain, more = contrasts("no-preference"), contrasts("more")

    assert min(more) >= 3
    assert min(plain) < 3


def test_forced_colours_part_filled_marks_from_open_ones(open_page: Open) -> None:
    page = open_page(f"{MAP}#month=2017-10", forced_colors="active")
    page.wait_for_timeout(100)

    fills = {
        which: set(
            page.locator(which).evaluate_all("all => all.map(m => getComputedStyle(m).fill)")
        )
        for which in (".sheet .mark.stated", ".sheet .mark:is(.claimed, .open)")
    }

    filled, opened = fills.values()
    assert filled
    assert opened
    assert not filled & opened


def test_forced_colours_leave_the_rules_in_the_gutter_and_the_strip(look: Look) -> None:
    ground = "getComputedStyle(document.body).backgroundColor"
    strokes = """(which) => [...document.querySelectorAll(which)]
      .filter(one => one.checkVisibility()).map(one => getComputedStyle(one).stroke)"""
    for path, which in ((CHAPTER, ".gutter path"), (TIMELINE, ".strip .mark")):
        page = look(path, forced_colors="active")
        page.locator(which).first.wait_for(state="attached")
        drawn = page.evaluate(strokes, which)
        assert drawn
        assert page.evaluate(ground) not in drawn
