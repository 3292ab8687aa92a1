"""What cards say where they open, and where they lead."""

from functools import partial

import pytest
from playwright.sync_api import expect

from by_hand import OPEN, focus
from conftest import Open
from pages import CHAPTER, FINAL


@pytest.fixture
def open_page(open_page: Open) -> Open:
    """Return a function that opens a page for a reader who has chosen all links."""
    return partial(open_page, links="all")


@pytest.mark.parametrize(
    ("path", "entity", "says"),
    [
        (
            f"{CHAPTER}#p20",
            "mayedin",
            ["Mayedin", "الميادين", "town · Deir ez-Zor Governorate, Syria", "mentions", "← ¶17"],
        ),
        (
            f"{CHAPTER}#p14",
            "rawa-captured",
            ["November 2017 · capture", "Where: Rawa", "The article states it."],
        ),
        (
            f"{FINAL}#p44",
            "sahwa",
            ["صحوة", "In ¶44: At first the tribal Awakening Councils", "Literally: Awakening.",
             "Used by: The Islamic State", "¶45 →"],
        ),
        (f"{CHAPTER}#p8", "syrian-democratic-forces", ["coalition", "mentions"]),
    ],
)  # fmt: skip
def test_a_card_says_what_the_reader_needs_here(
    open_page: Open, path: str, entity: str, says: list[str]
) -> None:
    page = open_page(path)

    focus(page, page.locator(f'#{path.split("#")[1]} a[data-entity="{entity}"]').first)

    card = page.locator(OPEN)
    for words in says:
        expect(card).to_contain_text(words)


def test_a_place_tells_the_event_that_comes_next(open_page: Open) -> None:
    page = open_page("chapters/01-introduction.html")
    focus(page, page.locator('#p1 a[data-entity="mosul"]').first)
    event = page.locator(f"{OPEN} .card-events > li:visible")

    expect(event).to_have_count(1)
    assert event.get_attribute("data-word") in {"Next event here", "First event here"}
    assert event.evaluate("e => getComputedStyle(e, '::before').content").startswith('"')
    assert event.locator("a").get_attribute("href")


def test_a_card_leads_to_the_mention_before_and_after(open_page: Open) -> None:
    page = open_page(f"{CHAPTER}#p20")
    focus(page, page.locator('#p20 a[data-entity="mayedin"]').first)

    page.locator(f"{OPEN} .card-foot a", has_text="← ¶17").click()
    expect(page.locator("#p17")).to_be_in_viewport()

    focus(page, page.locator('#p17 a[data-entity="mayedin"]').first)
    page.locator(f"{OPEN} .card-foot a", has_text="¶20 →").click()
    expect(page.locator("#p20")).to_be_in_viewport()


def test_a_mention_in_another_chapter_is_reached_from_the_card(open_page: Open) -> None:
    page = open_page("chapters/01-introduction.html#p3")
    focus(page, page.locator('#p3 a[data-entity="mayedin"]').first)

    page.locator(f"{OPEN} .card-foot a", has_text="→").click()

    page.wait_for_url("**/02-strategic-retreat.html#p*")


def test_a_card_shows_where_a_place_lies(open_page: Open) -> None:
    page = open_page(f"{CHAPTER}#p20")
    focus(page, page.locator('#p20 a[data-entity="mayedin"]').first)

    box = page.locator(f"{OPEN} .locator").bounding_box()

    assert box
    assert box["width"] > 60
