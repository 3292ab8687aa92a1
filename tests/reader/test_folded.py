"""What is folded opens for whoever is sent into it, and on paper; a remark is sent once."""

import pytest
from playwright.sync_api import expect

from by_hand import OPEN, focus
from conftest import Open
from pages import CHAPTER

INSIDE = "p8-remark-subject-of-note-14"


def test_an_address_opens_every_fold_around_its_place(open_page: Open) -> None:
    page = open_page(f"{CHAPTER}#{INSIDE}")

    expect(page.locator(f"#{INSIDE}")).to_be_visible()
    expect(page.locator(f"#{INSIDE}")).to_be_in_viewport()


# A script that cannot read it would say so in the console, where no test may leave a word.
@pytest.mark.parametrize("path", [CHAPTER, "glossary/index.html"])
def test_an_address_may_end_in_any_sign(open_page: Open, path: str) -> None:
    page = open_page(f"{path}#%E0%A4%A")

    expect(page.locator("h1").first).to_be_in_viewport()


def test_paper_has_what_is_folded_and_the_screen_is_as_before(open_page: Open) -> None:
    page = open_page(CHAPTER)
    folds = "() => [...document.querySelectorAll('article details')].map((fold) => fold.open)"
    before = page.evaluate(folds)

    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert all(page.evaluate(folds))
    page.evaluate("dispatchEvent(new Event('afterprint'))")

    assert page.evaluate(folds) == before
    assert not all(before)


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without"])
def test_a_remark_beside_the_text_is_told_under_its_note_when_it_is_opened(
    open_page: Open, *, scripts: bool
) -> None:
    page = open_page(CHAPTER, java_script_enabled=scripts)
    note = page.locator("[id='fn:14']")
    row = note.locator(".remark", has_text="Subject of note 14")
    note.locator(".remarks > summary").click()

    row.locator("summary").click()

    told = row.locator(".told")
    if scripts:
        assert told.inner_html() == page.locator(f"#{INSIDE}").inner_html()
    else:
        told.get_by_role("link", name="Told at ¶8").click()
        assert page.url.endswith(f"#{INSIDE}")


def test_a_remark_in_the_card_of_a_note_is_told_too(open_page: Open) -> None:
    page = open_page(CHAPTER)
    focus(page, page.locator("[id='fnref:14'] a"))
    card = page.locator(OPEN)
    card.locator(".remarks > summary").click()

    card.locator(".remark > summary", has_text="Subject of note 14").click()

    expect(card.locator(".told .sure").first).to_be_visible()
    expect(card.locator(".told-beside")).to_have_count(0)
