"""Cards, notes and remarks in every engine: opened by pointer, key and finger, closed, left."""

from pathlib import Path

import pytest

from engine_page import EnginePage
from pages import CHAPTER

OPEN = "document.querySelectorAll('.card:popover-open').length"
PLACE = "#p8 a.mention.place[href]"
KINDS = {"place": PLACE, "note": "#p8 a.footnote-ref", "remark": "#p8 a.remark-sign"}


@pytest.mark.parametrize("kind", KINDS)
def test_a_card_opens_under_the_pointer_and_closes(page: EnginePage, site: Path, kind: str) -> None:
    page.open_file(site, f"{CHAPTER}#p8")

    page.point_at(KINDS[kind])
    page.wait(f"return {OPEN} === 1 && !!document.querySelector('.card.{kind}:popover-open')")
    page.point(5, 5)
    page.wait(f"return {OPEN} === 0")


def test_a_card_is_opened_entered_and_left_by_keyboard(page: EnginePage, site: Path) -> None:
    page.open_file(site, f"{CHAPTER}#p8")
    page.run(f"document.querySelector('{PLACE}').focus()")
    page.press("Shift", "Tab")
    page.press("Tab")
    page.wait(f"return {OPEN} === 1")
    told = "return document.querySelector('body > [role=status].visually-hidden').textContent"
    assert page.run(told).startswith("Card: ")

    page.press("Tab")
    assert page.run("return !!document.activeElement.closest('.card')")
    page.press("Escape")

    page.wait(f"return {OPEN} === 0")
    assert page.run(f"return document.activeElement === document.querySelector('{PLACE}')")
    page.wait(f"{told} === ''")


def test_a_first_tap_opens_and_a_key_follows(page: EnginePage, site: Path) -> None:
    page.open_file(site, f"{CHAPTER}#p8", width=500)
    page.tap(PLACE)
    page.wait(f"return {OPEN} === 1")
    page.press("Escape")
    page.wait(f"return {OPEN} === 0")

    page.run(f"document.querySelector('{PLACE}').focus()")
    page.press("Enter")

    page.wait("return location.pathname.includes('/places/')")


def test_without_popovers_the_keys_still_work(page: EnginePage, site: Path) -> None:
    page.open_file(site, CHAPTER)
    page.run(
        "window.wrong = 0; addEventListener('error', () => { window.wrong += 1; });"
        "delete HTMLElement.prototype.togglePopover;"
    )

    page.press("?")
    page.press("w")

    page.wait("return document.documentElement.dataset.lens === 'who'")
    assert page.run("return window.wrong") == 0
