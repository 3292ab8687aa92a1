"""Cards by keyboard, by touch and without a script; what they say where they open."""

import pytest
from playwright.sync_api import Locator, Page, expect

from conftest import Open

CHAPTER = "chapters/02-strategic-retreat.html"
FINAL = "chapters/04-post-caliphate-strategy.html"
OPEN = ".card:popover-open"


def focus(page: Page, link: Locator) -> None:
    """Go to a link as by keyboard: after a key, what is focused shows its focus."""
    page.keyboard.press("Shift")
    link.focus()


def test_the_card_is_entered_by_tab_and_left_at_its_end(open_page: Open) -> None:
    page = open_page(CHAPTER)
    link = page.locator('#p20 a[data-entity="mayedin-lost"]')

    focus(page, link)
    card = page.locator(OPEN)
    expect(card).to_be_visible()
    page.keyboard.press("Tab")
    expect(card.locator(".card-name a")).to_be_focused()
    page.keyboard.press("Shift+Tab")
    expect(link).to_be_focused()
    for _ in range(1 + card.locator("a:visible").count()):
        page.keyboard.press("Tab")

    expect(card).to_be_hidden()
    expect(page.locator('#p20 a[data-entity="local-sources"]')).to_be_focused()


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
    page.locator("#p20 .paragraph-number").tap()
    expect(page.locator(OPEN)).to_have_count(0)
    link.tap()
    link.tap()

    page.wait_for_url("**/places/mayedin.html")


def test_the_first_tap_on_a_note_opens_it_in_place(open_page: Open) -> None:
    page = open_page(CHAPTER, width=360, has_touch=True)

    page.locator('#p8 a[href="#fn:12"]').tap()

    card = page.locator(f"{OPEN}.note")
    expect(card).to_contain_text("Note 12")
    expect(card.locator("cite")).to_have_count(2)
    expect(card.locator(".source-kind").first).to_be_visible()
    assert page.evaluate("document.querySelectorAll('[id=\"fn:12\"]').length") == 1


def test_without_a_script_no_card_is_seen_and_every_link_leads_on(open_page: Open) -> None:
    page = open_page(CHAPTER, java_script_enabled=False)

    assert page.locator(".card").count() > 50
    assert page.locator(".card:visible").count() == 0
    page.locator('#p20 a[data-entity="mayedin"]').first.click()
    assert page.url.endswith("places/mayedin.html")


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
