"""The switches that show whose claim a sentence is, and on what it rests."""

import pytest
from playwright.sync_api import expect

from conftest import Open
from pages import CHAPTER


@pytest.mark.parametrize("scripts", [True, False])
def test_a_switch_shows_whose_claim_each_sentence_is(open_page: Open, *, scripts: bool) -> None:
    page = open_page(CHAPTER, java_script_enabled=scripts)
    who = page.locator("#p8 .who")

    expect(who.first).to_be_hidden()
    page.get_by_role("switch", name="Whose claim?").focus()
    page.keyboard.press("Space")

    expect(who.first).to_be_visible()
    assert who.locator("[aria-hidden]").all_inner_texts() == ["O", "A", "R", "O", "O", "R"]
    assert "said by officials" in (who.first.text_content() or "")
    expect(page.locator(".key")).to_contain_text("said by the Islamic State (")


def test_a_switch_shows_hedges_and_what_a_sentence_rests_on(open_page: Open) -> None:
    page = open_page(CHAPTER)
    hedge = page.locator("#p8 .hedge", has_text="In all likelihood")
    style = "e => getComputedStyle(e).borderBottomStyle"

    assert hedge.evaluate(style) == "none"
    page.get_by_role("switch", name="How sure?").check()

    assert hedge.evaluate(style) == "solid"
    assert "2 sources" in page.locator("#p8 .rests").first.inner_text()


def test_the_switches_are_remembered(open_page: Open) -> None:
    page = open_page(CHAPTER)

    page.get_by_role("switch", name="Whose claim?").check()
    page.reload()

    expect(page.get_by_role("switch", name="Whose claim?")).to_be_checked()
    expect(page.locator("#p8 .who").first).to_be_visible()
