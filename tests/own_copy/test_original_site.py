"""What a reader does with the own copy beside the guide: either, both, a link to a paragraph."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from conftest import Open
from guides import WINTER


@pytest.fixture
def site(woven: Path) -> Path:
    """Return the site with the copy, which the pages are opened from here."""
    return woven


def test_woven_pages_ask_not_to_be_indexed_and_say_what_they_are(open_page: Open) -> None:
    page = open_page(WINTER)

    assert page.locator("head meta[name=robots]").get_attribute("content") == "noindex"
    expect(page.get_by_text("Woven with your own copy, on this machine only.")).to_be_visible()


def faces(page: Page) -> tuple[bool, bool]:
    """Tell whether the original and the retelling of ¶7 can be seen."""
    shown = "e => e.checkVisibility({visibilityProperty: true})"
    original = page.locator(".face:has(#p7) .original-text")
    return bool(original.evaluate(shown)), bool(page.locator("#p7").evaluate(shown))


@pytest.mark.parametrize("scripts", [True, False])
@pytest.mark.parametrize("width", [360, 1280])
def test_a_switch_shows_the_original_the_guide_or_both(
    open_page: Open, width: int, *, scripts: bool
) -> None:
    page = open_page(WINTER, width=width, java_script_enabled=scripts)

    assert faces(page) == (True, True)
    page.get_by_label("the original").focus()
    page.keyboard.press("Space")
    assert faces(page) == (True, False)
    page.keyboard.press("ArrowLeft")
    assert faces(page) == (False, True)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_choice_is_remembered(open_page: Open) -> None:
    page = open_page(WINTER, keeps=True)

    page.get_by_label("the original").check()
    page.reload()

    expect(page.get_by_label("the original")).to_be_checked()
    assert faces(page) == (True, False)


def test_both_stand_side_by_side_where_there_is_room_and_one_above_the_other_else(
    open_page: Open,
) -> None:
    box = "e => { const b = e.getBoundingClientRect(); return [b.left, b.top, b.right, b.bottom]; }"

    def boxes(width: int) -> tuple[list[float], list[float]]:
        face = open_page(WINTER, width=width).locator(".face:has(#p7)")
        return face.locator(".original").evaluate(box), face.locator("#p7").evaluate(box)

    original, guide = boxes(1280)
    assert original[2] < guide[0]
    assert abs(original[1] - guide[1]) < 1
    original, guide = boxes(360)
    assert original[3] <= guide[1]


@pytest.mark.parametrize("face", ["the original", "both", "the guide"])
def test_a_link_to_a_paragraph_leads_there_in_every_mode(open_page: Open, face: str) -> None:
    page = open_page(WINTER)
    page.get_by_label(face).check()

    page.goto(f"{page.url.partition('#')[0]}#p8")

    expect(page.locator(".face:has(#p8)")).to_be_in_viewport()


def test_names_and_notes_work_in_the_original(open_page: Open) -> None:
    page = open_page(WINTER)
    page.get_by_label("the original").check()
    original = page.locator(".face:has(#p7) .original")

    expect(original.locator('a.place[data-entity="hallow-isle"]')).to_be_visible()
    expect(original.locator('.told a.event[data-entity="heron-lost"]')).to_be_visible()
    page.get_by_label("Who says it").check()
    assert original.locator(".voices [aria-hidden]").all_inner_texts() == ["F", "A"]
    original.locator('a.footnote-ref[href="#fn:10"]').click()
    note = page.locator('li[id="fn:10"]')
    expect(note).to_be_in_viewport()
    expect(note.locator(".original-note")).to_contain_text("“Our Dead.”")
    note.get_by_label("Back to note 10 in your copy").click()
    expect(original).to_be_in_viewport()


def test_editors_notes_stand_in_every_mode(open_page: Open) -> None:
    page = open_page(WINTER)

    for face in ("the original", "both", "the guide"):
        page.get_by_label(face).check()
        expect(page.locator("#p7 + .beside > .folded")).to_be_visible()
