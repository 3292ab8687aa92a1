"""The margins: number, tools and notes beside the text; folded below it on a phone."""

import re
from itertools import pairwise

import pytest
from playwright.sync_api import Page, expect

from annotated import article, disk
from annotated.project import ARTICLE
from conftest import ROOT, Open

CHAPTER = "chapters/02-strategic-retreat.html"
ORIGINAL = ROOT.parent / "shared/article/insurgents-again.txt"


def left(page: Page, selector: str) -> float:
    box = page.locator(selector).first.bounding_box()
    assert box
    return box["x"]


def known_article() -> article.Article:
    known, problems = article.read(ARTICLE, disk.texts(ROOT)[ARTICLE])
    assert known
    assert problems == []
    return known


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


def test_the_tools_of_a_paragraph_show_under_the_pointer_and_on_focus(open_page: Open) -> None:
    page = open_page(CHAPTER)
    tool = page.locator("#p7 .tool").first
    opacity = "e => getComputedStyle(e).opacity"

    assert tool.evaluate(opacity) == "0"
    page.locator("#p7").hover()
    assert tool.evaluate(opacity) == "1"
    page.mouse.move(180, 5)
    assert tool.evaluate(opacity) == "0"
    tool.focus()
    assert tool.evaluate(opacity) == "1"


def test_a_paragraph_leads_to_the_same_one_of_the_original(open_page: Open) -> None:
    page = open_page(CHAPTER)

    href = page.locator("#p8 .tool", has_text="original").get_attribute("href")

    known = known_article()
    words = {one.text: one.remark for one in known.found_by}["p8"]
    assert href == f"{known.address}#:~:text={words.replace(' ', '%20')}"


def test_every_paragraph_is_found_by_words_of_its_own() -> None:
    numbers = [one.text for one in known_article().found_by]

    assert numbers == [f"p{number}" for number in range(57)]


@pytest.mark.skipif(not ORIGINAL.exists(), reason="the article is not in the repository")
def test_the_words_stand_once_in_the_article() -> None:
    text = " ".join(ORIGINAL.read_text(encoding="utf-8").split()).lower()

    times = {one.remark: text.count(one.remark.lower()) for one in known_article().found_by}

    assert {words: count for words, count in times.items() if count != 1} == {}


@pytest.mark.parametrize("protocol", ["file", "http"])
def test_a_citation_is_copied(open_page: Open, served: str, protocol: str) -> None:
    page = open_page(CHAPTER)
    if protocol == "http":
        page.context.set_offline(False)
        page.goto(f"{served}/{CHAPTER}")
    page.evaluate("navigator.clipboard.writeText = async (text) => { window.copied = text; }")

    page.locator("#p8").hover()
    page.locator("#p8 .tool", has_text="copy citation").click()

    expect(page.locator("#p8 .tool", has_text="copied")).to_be_visible()
    copied = page.evaluate("window.copied")
    known = known_article()
    version = re.search(r'version = "(.*)"', (ROOT / "pyproject.toml").read_text("utf-8"))
    assert version
    here = f", {served}/{CHAPTER}#p8" if protocol == "http" else ""
    assert copied == (
        f"{known.author}, “{known.title},” {known.published}, ¶8, {known.address}; "
        f"retold in “Insurgents Again, annotated”, version {version[1]}{here}."
    )


def test_the_progress_is_counted_in_paragraphs(open_page: Open) -> None:
    page = open_page(f"{CHAPTER}#p14")

    expect(page.locator(".progress")).to_have_text("¶14 of 56")


def test_the_sections_of_a_chapter_are_named_at_its_head(open_page: Open) -> None:
    page = open_page(CHAPTER)

    page.get_by_role("navigation", name="Sections").get_by_text("Towns that fell quickly").click()

    expect(page.locator("#towns-that-fell-quickly")).to_be_in_viewport()


def test_paper_shows_notes_and_senses_but_no_tools(open_page: Open) -> None:
    page = open_page(CHAPTER)
    page.emulate_media(media="print")

    expect(page.locator("#p6 + details.editor-notes .editor").first).to_be_visible()
    expect(page.locator('[id="fn:12"]')).to_be_visible()
    for unwanted in (".tool", ".progress", ".panel-button", ".sections", ".switches", ".side-note"):
        assert page.locator(f"{unwanted}:visible").count() == 0, unwanted


def test_paper_explains_the_words(open_page: Open) -> None:
    page = open_page("chapters/04-post-caliphate-strategy.html")
    term = page.locator("#card-sahwa")

    expect(term).to_be_hidden()
    page.emulate_media(media="print")

    expect(term).to_be_visible()
    expect(term).to_contain_text("In ¶44: At first the tribal Awakening Councils")
    expect(page.locator("#card-mosul")).to_be_hidden()
