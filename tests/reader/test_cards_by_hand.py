"""Cards by keyboard, by touch and without a script."""

from functools import partial

import pytest
from playwright.sync_api import expect

from by_hand import OPEN, focus
from conftest import Open
from pages import CHAPTER


@pytest.fixture
def open_page(open_page: Open) -> Open:
    """Return a function that opens a page for a reader who has chosen all links."""
    return partial(open_page, links="all")


def test_the_card_is_entered_by_tab_and_left_at_its_end(open_page: Open) -> None:
    page = open_page(CHAPTER)
    link = page.locator('#p20 a[data-entity="mayedin-lost"]')

    focus(page, link)
    # The link that comes after it has a card too, which may be open by then.
    card = page.locator(f"#card-mayedin-lost{OPEN}")
    expect(card).to_be_visible()
    page.keyboard.press("Tab")
    expect(card.locator(".card-name a")).to_be_focused()
    page.keyboard.press("Shift+Tab")
    expect(link).to_be_focused()
    for _ in range(1 + card.locator("a:visible").count()):
        page.keyboard.press("Tab")

    expect(card).to_be_hidden()
    expect(page.locator('#p20 a[data-entity="local-sources"]')).to_be_focused()


def test_a_focus_that_no_key_has_moved_opens_no_card(open_page: Open) -> None:
    """A screen reader that reads past a link may give it the focus: nobody has asked for a card."""
    page = open_page(CHAPTER, clock=True)
    link = page.locator('#p20 a[data-entity="mayedin"]').first
    page.keyboard.press("Tab")

    link.focus()
    page.clock.run_for(2000)
    assert page.locator(OPEN).count() == 0

    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    page.clock.run_for(2000)
    expect(page.locator(OPEN)).to_have_count(1)


def test_escape_closes_the_topmost_card_and_gives_the_focus_back(open_page: Open) -> None:
    page = open_page(CHAPTER)
    links = page.locator("#p8 a.mention, #p9 a.mention")
    back = 0
    for turn in range(10):
        link = links.nth(turn)
        focus(page, link)
        card = page.locator(OPEN)
        expect(card).to_have_count(1)
        page.keyboard.press("Tab")
        expect(card.locator(":focus")).to_have_count(1)
        page.keyboard.press("Escape")
        expect(card).to_have_count(0)
        back += link.evaluate("link => link === document.activeElement")

    assert back == 10


def test_escape_closes_a_card_in_a_card_first(open_page: Open) -> None:
    page = open_page(CHAPTER)
    focus(page, page.locator('#p20 a[data-entity="mayedin-lost"]'))
    inner = page.locator(f'{OPEN}.event a[data-entity="mayedin"]')
    expect(inner).to_be_visible()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(inner).to_be_focused()
    expect(page.locator(OPEN)).to_have_count(2)

    page.keyboard.press("Tab")
    page.keyboard.press("Escape")

    expect(page.locator(OPEN)).to_have_count(1)
    expect(inner).to_be_focused()


def test_the_first_tap_opens_and_the_second_follows(open_page: Open) -> None:
    page = open_page(CHAPTER, width=360, has_touch=True)
    link = page.locator('#p20 a[data-entity="mayedin"]').first

    link.tap()
    expect(page.locator(f"{OPEN}.place")).to_contain_text("Mayedin")
    assert page.url.endswith(CHAPTER)
    page.locator("#p22 .paragraph-number").tap()
    expect(page.locator(OPEN)).to_have_count(0)
    link.tap()
    link.tap()

    page.wait_for_url("**/places/mayedin.html")


def test_the_first_tap_on_a_note_opens_it_in_place(open_page: Open) -> None:
    page = open_page(CHAPTER, width=360, has_touch=True)

    page.locator('#p8 a[href="#fn:12"]').tap()

    card = page.locator(f"{OPEN}.note")
    expect(card).to_contain_text("Note 12")
    expect(card.locator("cite:not(.remarks cite)")).to_have_count(2)
    expect(card.locator(".source-kind").first).to_be_visible()
    assert page.evaluate("document.querySelectorAll('[id=\"fn:12\"]').length") == 1


def test_without_a_script_no_card_is_seen_and_every_link_leads_on(open_page: Open) -> None:
    page = open_page(CHAPTER, java_script_enabled=False)

    assert page.locator(".card").count() > 5
    assert page.locator(".card:visible").count() == 0
    page.locator('#p20 a[href$="/mayedin.html"]').first.click()
    assert page.url.endswith("places/mayedin.html")
