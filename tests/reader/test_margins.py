"""The margins: notes beside the text; folded below it on a phone, set out on paper."""

from itertools import pairwise

import pytest
from playwright.sync_api import Page, expect

from conftest import Open
from pages import CHAPTER


def left(page: Page, selector: str) -> float:
    box = page.locator(selector).first.bounding_box()
    assert box
    return box["x"]


@pytest.mark.parametrize("scripts", [True, False])
def test_editors_notes_stand_open_in_the_margin(open_page: Open, *, scripts: bool) -> None:
    page = open_page(f"{CHAPTER}#p6", java_script_enabled=scripts)
    note = page.locator("#p6 + details.editor-notes .editor").first

    expect(note).to_be_visible()
    box, text = note.bounding_box(), page.locator("#p6").bounding_box()
    assert box
    assert text
    assert box["x"] > text["x"] + text["width"]
    assert abs(box["y"] - text["y"]) < 40


def test_notes_in_the_margin_do_not_cover_one_another(open_page: Open) -> None:
    page = open_page(CHAPTER)
    boxes = page.locator(".md-content__inner > .editor-notes").evaluate_all(
        """notes => notes.map(note => {
          const shown = [...note.children].map(one => one.getBoundingClientRect());
          const tops = shown.filter(box => box.height).map(box => box.top);
          return [Math.min(...tops), Math.max(...shown.map(box => box.bottom))];
        })"""
    )

    assert len(boxes) > 10
    assert all(upper[1] <= lower[0] for upper, lower in pairwise(boxes))


def test_notes_in_the_margin_leave_the_text_as_it_is(open_page: Open) -> None:
    page = open_page(CHAPTER)
    gap = """() => {
      const [p8, p9] = ["p8", "p9"].map(id => document.getElementById(id).getBoundingClientRect());
      return p9.top - p8.bottom;
    }"""

    assert page.evaluate(gap) < 40


def test_a_lettered_note_stands_beside_its_paragraph_and_in_the_list(open_page: Open) -> None:
    page = open_page(f"{CHAPTER}#p15")
    side = page.locator("details.side-note")

    expect(side.locator("summary")).to_have_text("Note a")
    expect(side).to_contain_text("CNN")
    assert left(page, "details.side-note") > left(page, "#p15") + 500
    assert page.locator('[id="fn:a"]').count() == 1


def test_on_a_phone_notes_unfold_in_place(open_page: Open) -> None:
    page = open_page(CHAPTER, width=360, has_touch=True)
    notes = page.locator("#p6 + details.editor-notes")

    expect(notes.locator(".editor").first).to_be_hidden()
    notes.locator("summary").tap()
    expect(notes.locator(".editor").first).to_be_visible()


def test_paper_shows_notes_and_senses_but_no_tools(open_page: Open) -> None:
    page = open_page(CHAPTER)
    page.emulate_media(media="print")

    expect(page.locator("#p6 + details.editor-notes .editor").first).to_be_visible()
    expect(page.locator('[id="fn:12"]')).to_be_visible()
    for unwanted in (".tool", ".rail", ".panel-button", ".menu", ".switches", ".side-note"):
        assert page.locator(f"{unwanted}:visible").count() == 0, unwanted


def test_paper_explains_the_words(open_page: Open) -> None:
    page = open_page("chapters/04-post-caliphate-strategy.html")
    term = page.locator("#card-sahwa")

    expect(term).to_be_hidden()
    page.emulate_media(media="print")

    expect(term).to_be_visible()
    expect(term).to_contain_text("In ¶44: At first the tribal Awakening Councils")
    expect(page.locator("#card-mosul")).to_be_hidden()
