"""Accessibility: the rules of axe on every kind of page, and what rules cannot see."""

import pytest
from playwright.sync_api import Page, expect

from axe_rules import shorten, shortened, violations
from by_hand import OPEN, at_rest, focus
from conftest import Open
from pages import CHAPTER, FINAL, KINDS_OF_PAGE, LISTS
from shared_pages import Look

# Each kind of page in one of them, in turn; `make audit` takes every page in four. The rules run on
# a list with its rows open, in a test of its own.
VIEWS = ((360, "light"), (1280, "dark"))
WITHOUT_ROWS = [kind for kind in KINDS_OF_PAGE if kind not in LISTS]


def open_cards(page: Page) -> None:
    """Open a card of an event, by keyboard, and in it that of a place."""
    focus(page, page.locator('#p20 a[data-entity="mayedin-lost"]'))
    inner = page.locator(f"{OPEN}.event a.mention.place").first
    expect(inner).to_be_visible()
    focus(page, inner)
    expect(page.locator(OPEN)).to_have_count(2)
    at_rest(page)


@pytest.mark.parametrize("path", WITHOUT_ROWS)
def test_a_page_breaks_no_rule(look: Look, path: str) -> None:
    width, scheme = VIEWS[WITHOUT_ROWS.index(path) % len(VIEWS)]
    page = look(path, width, color_scheme=scheme)

    with shortened(page):
        assert violations(page) == []


@pytest.mark.parametrize(("width", "scheme"), [(360, "dark"), (1280, "light")])
def test_open_cards_the_panel_and_the_marks_break_no_rule(
    open_page: Open, width: int, scheme: str
) -> None:
    page = open_page(CHAPTER, width=width, color_scheme=scheme, links="all")
    shorten(page, at="#p20")
    page.get_by_role("radio", name="Who says it").check()
    open_cards(page)

    with_cards = violations(page)
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    page.get_by_role("button", name="reading settings").click()
    at_rest(page)  # at the head of the page the theme lets its tabs fade in

    # A card lies over a part of a number beside the text, which is whole once the card is closed.
    assert [fault for fault in with_cards if "paragraph-number" not in fault] == []
    assert violations(page) == []


def test_a_window_magnified_four_times_is_read_without_a_second_scroll(open_page: Open) -> None:
    page = open_page(CHAPTER, width=320, device_scale_factor=4)

    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    link = page.locator('#p20 a[data-entity="mayedin"]').first
    link.scroll_into_view_if_needed()
    expect(link).to_be_in_viewport()


def test_what_has_the_focus_is_seen(open_page: Open) -> None:
    page = open_page(CHAPTER)
    seen = []
    for _ in range(60):
        page.keyboard.press("Tab")
        seen.append(
            page.evaluate(
                """() => {
                  const at = document.activeElement;
                  if (at.type === "radio" || at === document.body) return true;
                  const style = getComputedStyle(at);
                  return style.outlineStyle !== "none" || style.boxShadow !== "none";
                }"""
            )
        )

    assert all(seen)


def test_nothing_moves_for_who_wants_no_motion(open_page: Open) -> None:
    page = open_page(CHAPTER, reduced_motion="reduce", links="all")
    open_cards(page)

    names = page.locator(OPEN).evaluate_all(
        "all => all.map(e => getComputedStyle(e).animationName)"
    )

    assert names == ["none", "none"]


@pytest.mark.parametrize(("entity", "language"), [("sahwa", "ar-Latn"), ("nikayah", "ar-Latn")])
def test_the_language_of_a_foreign_word_is_marked(look: Look, entity: str, language: str) -> None:
    page = look(FINAL)
    card = page.locator(f"#card-{entity}")

    assert card.locator(".card-name a").get_attribute("lang") == language
    assert card.locator("bdi").first.get_attribute("lang") == "ar"
    assert page.locator(f'p[id] a[data-entity="{entity}"][lang="{language}"]').count() > 0


def test_an_english_rendering_is_not_marked_as_foreign(look: Look) -> None:
    page = look(FINAL)

    english = page.locator('a[data-entity="sahwa"]', has_text="collaborators").first

    assert english.get_attribute("lang") is None


def test_notes_are_read_after_their_paragraph(look: Look) -> None:
    page = look(CHAPTER)

    order = page.evaluate(
        """() => [...document.querySelectorAll("#p6, #p6 + .beside, #p7")]
                 .map(element => element.id || element.className)"""
    )

    assert [name.strip() for name in order] == ["p6", "beside", "p7"]
