"""The switches: what a reader turns off stays off, and says so; the panel and the keys."""

import pytest
from playwright.sync_api import Page, expect

from conftest import Open
from pages import CHAPTER

LINK = '#p20 a.mention[data-entity="mayedin-lost"]'
PANEL = "#panel"


def switch(page: Page, name: str, *, on: bool) -> None:
    """Open the panel by its button, set a switch, and close the panel."""
    page.get_by_role("button", name="reading settings").click()
    page.get_by_role("switch", name=name).set_checked(on)
    page.keyboard.press("Escape")


def rest_on(page: Page, link: str) -> None:
    """Bring a link into view, let the scrolling end, and rest the pointer on the link."""
    page.locator(link).scroll_into_view_if_needed()
    page.wait_for_timeout(200)
    page.mouse.move(180, 5)
    page.locator(link).hover()


@pytest.mark.parametrize("path", ["index.html", CHAPTER, "places/mayedin.html"])
def test_the_panel_opens_on_a_question_mark_and_closes_on_escape(
    open_page: Open, path: str
) -> None:
    page = open_page(path)

    page.keyboard.press("?")
    expect(page.locator(PANEL)).to_be_visible()
    expect(page.get_by_role("dialog", name="Reading")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator(PANEL)).to_be_hidden()


def test_a_question_mark_in_the_search_is_a_question_mark(open_page: Open) -> None:
    page = open_page(CHAPTER)

    page.get_by_placeholder("Search").click()
    page.keyboard.press("?")

    expect(page.locator(PANEL)).to_be_hidden()
    expect(page.get_by_placeholder("Search")).to_have_value("?")


@pytest.mark.parametrize("width", [360, 1280])
def test_every_switch_is_reached_and_set_by_keyboard(open_page: Open, width: int) -> None:
    page = open_page(CHAPTER, width=width)
    page.get_by_role("button", name="reading settings").focus()
    page.keyboard.press("Enter")

    for first in ("usual", "usual", "as the device", "first mentions"):
        page.keyboard.press("Tab")
        expect(page.locator(":focus").locator("xpath=..")).to_have_text(first)
    for name in ("Cards beside links", "Remarks", "Questions of a chapter", "Single keys"):
        page.keyboard.press("Tab")
        box = page.get_by_role("switch", name=name)
        expect(box).to_be_focused()
        expect(box).to_be_checked()
        page.keyboard.press("Space")
        expect(box).not_to_be_checked()


def test_cards_can_be_switched_off_for_good(open_page: Open) -> None:
    page = open_page(CHAPTER, keeps=True)
    switch(page, "Cards beside links", on=False)
    page.reload()

    rest_on(page, LINK)
    page.wait_for_timeout(900)
    expect(page.locator(".card:popover-open")).to_have_count(0)

    switch(page, "Cards beside links", on=True)
    rest_on(page, LINK)
    expect(page.locator(".card:popover-open")).to_have_count(1)


def test_editors_notes_can_be_switched_off_for_good(open_page: Open) -> None:
    page = open_page(CHAPTER, keeps=True)
    notes = page.locator("#p6 + .beside .remark summary").first
    expect(notes).to_be_visible()

    switch(page, "Remarks", on=False)
    expect(notes).to_be_hidden()
    page.reload()

    expect(notes).to_be_hidden()
    expect(page.locator(":is(.remarks, .remark-sign):visible")).to_have_count(0)


def test_questions_can_be_switched_off_for_good_and_withhold_nothing(open_page: Open) -> None:
    page = open_page(CHAPTER, keeps=True)
    page.get_by_role("switch", name="Practise").check()
    expect(page.locator("#p9-s8")).to_be_hidden()
    asked = page.locator(":is(.aims, .questions, .answer-key):visible")

    switch(page, "Questions of a chapter", on=False)
    expect(asked).to_have_count(0)
    expect(page.locator("#p9-s8")).to_be_visible()
    # What is off is told before anything is drawn, so that nothing jumps once the scripts run.
    page.route(
        "**/switches.js", lambda route: route.fulfill(body="", content_type="text/javascript")
    )
    page.reload()
    expect(asked).to_have_count(0)
    page.emulate_media(media="print")
    expect(asked).to_have_count(0)
    page.emulate_media(media="screen")
    page.goto(f"{page.url}#questions")

    expect(page.locator("#questions")).to_be_visible()


def choose(page: Page, group: str, words: str) -> None:
    """Open the panel by its button, choose one of several, and close the panel."""
    page.get_by_role("button", name="reading settings").click()
    page.get_by_role("group", name=group).get_by_label(words, exact=True).check()
    page.keyboard.press("Escape")


def test_links_can_be_switched_off_for_clean_reading(open_page: Open) -> None:
    page = open_page(CHAPTER, keeps=True)
    link = page.locator("#p6 a.mention[href]").first
    name = link.inner_text()

    choose(page, "Links", "none")
    page.reload()

    expect(page.locator(".md-content a.mention[href]")).to_have_count(0)
    plain = page.locator("#p6 a.mention", has_text=name).first
    plain.hover(force=True)
    page.wait_for_timeout(900)
    expect(page.locator(".card:popover-open")).to_have_count(0)


@pytest.mark.parametrize(
    ("group", "larger", "smaller"), [("Text size", "largest", "small"), ("Line", "long", "short")]
)
def test_size_and_line_are_chosen_and_hold_from_the_first_moment(
    open_page: Open, group: str, larger: str, smaller: str
) -> None:
    page = open_page(CHAPTER, keeps=True)
    prop = "fontSize" if group == "Text size" else "width"
    size = f"e => parseFloat(getComputedStyle(e).{prop})"
    before = page.locator("#p6").evaluate(size)

    for words in (larger, smaller):
        choose(page, group, words)
        chosen = page.locator("#p6").evaluate(size)
        page.reload()

        assert chosen != before, words
        assert (chosen > before) == (words == larger)
        assert page.locator("#p6").evaluate(size) == chosen, words
        choose(page, group, "usual")
        assert page.locator("#p6").evaluate(size) == before, words


def test_switches_work_without_a_script_where_they_can(open_page: Open) -> None:
    page = open_page(CHAPTER, java_script_enabled=False)

    page.get_by_role("button", name="reading settings").click()
    expect(page.get_by_role("switch", name="Cards beside links")).to_be_hidden()
    page.get_by_role("switch", name="Remarks").uncheck()

    expect(page.locator("#p6 + .beside .folded")).to_be_hidden()
    expect(page.locator("#c2-q1")).to_be_visible()
    page.get_by_role("switch", name="Questions of a chapter").uncheck()
    expect(page.locator("#c2-q1")).to_be_hidden()


def test_single_keys_can_be_switched_off(open_page: Open) -> None:
    page = open_page(CHAPTER)
    switch(page, "Single keys", on=False)

    page.keyboard.press("?")
    page.keyboard.press("n")
    page.keyboard.press("/")

    expect(page.locator(PANEL)).to_be_hidden()
    assert page.url.endswith(CHAPTER)
    expect(page.get_by_placeholder("Search")).not_to_be_focused()
