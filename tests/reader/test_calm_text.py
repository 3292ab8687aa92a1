"""Calm text: at most a tenth of the words of a chapter are links; other mentions are kept."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from by_hand import focus
from conftest import Open
from pages import CHAPTER
from shared_pages import Look

CHAPTERS = sorted(path.stem for path in Path("docs/chapters").glob("0*.md"))
# The words of the paragraphs, and those of them that are links; numbers of notes, tools and dates
# are no words of the text.
WORDS = """() => {
  const count = (text) => text.split(/\\s+/).filter(Boolean).length;
  const counted = { all: 0, links: 0, named: 0 };
  for (const one of document.querySelectorAll("article p[id]")) {
    if (!/^p\\d+$/.test(one.id)) continue;
    const paragraph = one.cloneNode(true);
    const added = ".margin, .paragraph-number, .dates, sup, .said, .remark-sign";
    for (const other of paragraph.querySelectorAll(added))
      other.remove();
    counted.all += count(paragraph.textContent);
    const linked = (which) =>
      [...paragraph.querySelectorAll(which)].reduce((sum, one) => sum + count(one.textContent), 0);
    counted.links += linked("a[href]");
    counted.named += linked("a");
  }
  return counted;
}"""


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_at_most_a_tenth_of_the_words_are_links(look: Look, chapter: str) -> None:
    counted = look(f"chapters/{chapter}.html").evaluate(WORDS)

    assert counted["all"] > 500
    assert 0.03 * counted["all"] < counted["links"] <= 0.1 * counted["all"], counted


def all_links(page: Page) -> None:
    page.get_by_role("button", name="reading settings").click()
    page.get_by_role("group", name="Links").get_by_label("all", exact=True).check()
    page.keyboard.press("Escape")


def test_a_choice_shows_all_links_and_is_kept(open_page: Open) -> None:
    page = open_page(CHAPTER, keeps=True)
    later = page.locator("#p20 a.again").first
    assert later.get_attribute("href") is None

    all_links(page)
    page.reload()

    counted = page.evaluate(WORDS)
    assert counted["links"] == counted["named"] > 0.2 * counted["all"]
    later.focus()
    expect(later).to_be_focused()


def test_a_later_mention_is_plain_text_but_has_its_card(open_page: Open) -> None:
    page = open_page(CHAPTER)
    later = page.locator("#p8 a.again").first

    assert later.evaluate("e => getComputedStyle(e).textDecorationLine") == "none"
    assert later.evaluate(
        "e => getComputedStyle(e).color === getComputedStyle(e.closest('p')).color"
    )
    later.scroll_into_view_if_needed()
    page.wait_for_timeout(200)
    page.mouse.move(180, 5)
    later.hover()
    expect(page.locator(".card:popover-open")).to_have_count(1)


def test_a_place_is_linked_anew_in_each_section(look: Look) -> None:
    page = look(CHAPTER)
    linked = page.locator('p[id^="p"] a.mention[href][data-entity="mayedin"]')
    sections = page.locator("article h2").count()

    assert 2 <= linked.count() <= sections


def test_events_are_reached_by_their_dates(open_page: Open) -> None:
    page = open_page(CHAPTER)
    date = page.locator('.dates a[data-entity="mayedin-lost"]')

    expect(date).to_have_text("Mayedin is ceded to the regime and its allies, Oct 2017")
    focus(page, date)
    expect(page.locator("#card-mayedin-lost")).to_be_visible()


def test_the_kinds_of_links_are_told_apart_in_the_panel(open_page: Open) -> None:
    page = open_page(CHAPTER)
    page.get_by_role("button", name="reading settings").click()

    styles = page.locator(".legend .mention").evaluate_all(
        "all => all.map(one => getComputedStyle(one).textDecorationStyle)"
    )
    assert sorted(styles) == ["dashed", "dotted", "double", "solid"]
