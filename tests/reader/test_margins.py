"""The margins: numbers and lettered notes beside the text, and what paper has of them."""

from playwright.sync_api import Page, expect

from conftest import Open
from pages import CHAPTER
from shared_pages import Look, show


def left(page: Page, selector: str) -> float:
    box = page.locator(selector).first.bounding_box()
    assert box
    return box["x"]


def test_what_stands_in_the_margin_leaves_the_text_as_it_is(look: Look) -> None:
    page = look(CHAPTER)
    gap = """() => {
      const [p8, p9] = ["p8", "p9"].map(id => document.getElementById(id).getBoundingClientRect());
      return p9.top - p8.bottom;
    }"""

    assert page.evaluate(gap) < 40


def test_a_lettered_note_stands_beside_its_paragraph_and_in_the_list(open_page: Open) -> None:
    page = open_page(f"{CHAPTER}#p15")
    side = page.locator("details.side-note")

    expect(side.locator("> summary")).to_have_text("Note a")
    expect(side).to_contain_text("CNN")
    assert left(page, "details.side-note") > left(page, "#p15") + 500
    assert page.locator('[id="fn:a"]').count() == 1


def test_paper_shows_notes_and_senses_but_no_tools(look: Look) -> None:
    page = look(CHAPTER)
    show(page, 1280, media="print")

    expect(page.locator("#p6 + .beside .told").first).to_be_visible()
    expect(page.locator('[id="fn:12"]')).to_be_visible()
    for unwanted in (".tool", ".rail", ".panel-button", ".menu", ".switches", ".side-note"):
        assert page.locator(f"{unwanted}:visible").count() == 0, unwanted


def test_paper_explains_the_words(look: Look) -> None:
    page = look("chapters/04-post-caliphate-strategy.html")
    term = page.locator("#card-sahwa")

    expect(term).to_be_hidden()
    show(page, 1280, media="print")

    expect(term).to_be_visible()
    expect(term).to_contain_text("In ¶44: At first the tribal Awakening Councils")
    expect(page.locator("#card-mosul")).to_be_hidden()
