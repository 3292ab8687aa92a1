"""What a reader does with questions, notes, exercises and the kit: answer, practise, take along."""

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from axe_rules import shorten, violations
from conftest import Open
from pages import CHAPTER, EXERCISES, KIT, OWN, TEACHING
from shared_pages import Look

PAGE_OF_PDF = re.compile(rb"/Type\s*/Page\b(?!s)")
MOST_SHEETS = 4
TASKS, TASKS_A_PAGE = 10, 2
NOTE = "First line.\nSecond line: <b>x</b>"


def pages_on_paper(page: Page) -> int:
    """Return how many sheets of A4 a page fills."""
    return len(PAGE_OF_PDF.findall(page.pdf(format="A4", prefer_css_page_size=True)))


def saved(page: Page, button: str) -> str:
    """Press a button that saves a file, and return what the file holds."""
    with page.expect_download() as download:
        page.get_by_role("button", name=button).click()
    return Path(download.value.path()).read_text(encoding="utf-8")


@pytest.mark.parametrize("scripts", [True, False])
def test_an_answer_opens_by_keyboard(open_page: Open, *, scripts: bool) -> None:
    page = open_page(CHAPTER, java_script_enabled=scripts)
    question = page.locator("#c2-q1")

    expect(question.locator(".answered")).to_be_hidden()
    question.locator("summary").focus()
    page.keyboard.press("Enter")
    expect(question.locator(".why")).to_be_visible()
    expect(question.locator(".voice").first).to_contain_text("¶")


def test_practice_withholds_a_paragraph_until_an_answer_is_opened(open_page: Open) -> None:
    page = open_page(CHAPTER, keeps=True)
    words = page.locator("#p9-s8")
    top = page.locator("#p10").evaluate("e => e.getBoundingClientRect().top + scrollY")

    expect(words).to_be_visible()
    page.get_by_role("switch", name="Practise").check()
    expect(words).to_be_hidden()
    assert page.locator("#p10").evaluate("e => e.getBoundingClientRect().top + scrollY") == top
    page.reload()
    expect(words).to_be_hidden()
    page.locator("#c2-q3 summary").click()
    expect(words).to_be_visible()
    page.emulate_media(media="print")
    expect(page.locator("#p15-s3")).to_be_visible()


def test_what_was_known_is_remembered_and_erased(open_page: Open) -> None:
    page = open_page(CHAPTER, keeps=True)
    page.locator("#c2-q1 summary").click()
    page.locator("#c2-q1").get_by_role("button", name="I knew it").click()
    expect(page.locator(".so-far")).to_have_text("Known so far: 1 of 6.")

    page.reload()
    expect(page.locator(".so-far")).to_have_text("Known so far: 1 of 6.")
    page.keyboard.press("?")
    page.get_by_role("button", name="Erase my place, notes and answers").click()

    expect(page.locator(".so-far")).to_be_hidden()
    assert page.evaluate("localStorage.getItem('answers')") is None


def test_a_note_comes_back_and_goes_along_as_files(open_page: Open, tmp_path: Path) -> None:
    page = open_page(CHAPTER, keeps=True)
    page.locator("#p9").hover()
    page.get_by_role("button", name="Your note on ¶9", exact=True).click()
    page.keyboard.type(NOTE.replace("\n", " "))
    page.get_by_label("Your note on ¶9, kept").fill(NOTE)
    page.reload()
    expect(page.get_by_label("Your note on ¶9, kept")).to_have_value(NOTE)

    page.goto(page.url.replace(CHAPTER, OWN))
    expect(page.locator(".own-notes li")).to_have_text(f"¶9 {NOTE}")
    [annotation] = json.loads(saved(page, "Notes as annotations"))
    assert annotation["@context"] == "http://www.w3.org/ns/anno.jsonld"
    assert annotation["body"]["value"] == NOTE
    assert annotation["target"]["selector"]["value"] == "p9"
    assert annotation["target"]["source"] == CHAPTER
    assert f"## ¶9\n\n{NOTE}\n" in saved(page, "Notes as Markdown")

    page.once("dialog", lambda dialog: dialog.accept())
    page.get_by_role("button", name="Erase all").click()
    expect(page.locator(".own-notes li")).to_have_count(0)
    file = tmp_path / "notes.jsonld"
    file.write_text(json.dumps([annotation, {"target": "else"}]), encoding="utf-8")
    page.get_by_label("Take a file back in").set_input_files(file)
    expect(page.locator(".own-notes li")).to_have_text(f"¶9 {NOTE}")
    expect(page.locator(".own-status")).to_have_text("1 taken in, 0 left as they are here.")


def test_a_refusal_keeps_the_notes(open_page: Open) -> None:
    page = open_page(OWN, keeps=True)
    page.evaluate("""localStorage.setItem('notes', '{"p9": {"text": "x", "on": "2026"}}')""")
    page.reload()

    page.once("dialog", lambda dialog: dialog.dismiss())
    page.get_by_role("button", name="Erase all").click()

    expect(page.locator(".own-notes li")).to_have_count(1)


def test_answers_go_along_and_an_older_file_changes_nothing(
    open_page: Open, tmp_path: Path
) -> None:
    page = open_page(OWN, keeps=True)
    kept = {"c2-q1": {"knew": "yes", "on": "2026-01-02"}}
    page.evaluate("kept => localStorage.setItem('answers', JSON.stringify(kept))", kept)
    page.reload()
    expect(page.locator(".own-answers li").nth(1)).to_contain_text("1 of 6 known")
    assert json.loads(saved(page, "Answers as JSON")) == {"answers": kept}

    older = {"answers": {"c2-q1": {"knew": "no", "on": "2026-01-01"}, "else": {"knew": "yes"}}}
    (tmp_path / "answers.json").write_text(json.dumps(older), encoding="utf-8")
    page.get_by_label("Take a file back in").set_input_files(tmp_path / "answers.json")
    expect(page.locator(".own-status")).to_have_text("0 taken in, 1 left as they are here.")
    (tmp_path / "broken.json").write_text("{", encoding="utf-8")
    page.get_by_label("Take a file back in").set_input_files(tmp_path / "broken.json")
    expect(page.locator(".own-status")).to_contain_text("cannot be read")


def test_on_paper_the_answers_are_a_key_at_the_end(look: Look) -> None:
    page = look(CHAPTER)
    key = page.locator(".answer-key")
    expect(key).to_be_hidden()

    page.emulate_media(media="print")

    expect(key).to_be_visible()
    expect(page.locator("#c2-q1 .answer")).to_be_hidden()
    answers = page.locator(".answered > p:first-child").all_text_contents()
    assert key.locator("li > p:first-child").all_text_contents() == answers
    top = "e => e.getBoundingClientRect().top"
    assert key.evaluate(top) > page.locator(".footnote").evaluate(top)


def test_the_kit_is_four_sheets_and_exercises_are_half_pages(look: Look) -> None:
    assert pages_on_paper(look(KIT)) == MOST_SHEETS
    assert pages_on_paper(look(EXERCISES)) == TASKS / TASKS_A_PAGE
    assert pages_on_paper(look("study/cards.html")) == 1


def test_exercises_do_not_give_the_speakers_away_and_keys_lead_to_remarks(open_page: Open) -> None:
    page = open_page(EXERCISES)
    assert page.locator(".exercise").count() == TASKS
    assert page.locator(".exercise :is(.voice, .drawer)").count() == 0

    page = open_page("study/exercises-key.html")
    for key in page.locator(".exercise-keys > section").all():
        expect(key.locator(".on-this a").first).to_be_visible()
    page.locator(".on-this a").first.click()
    expect(page).to_have_url(re.compile(r"sources/audit\.html#remark-"))


def test_the_key_is_linked_for_teachers_and_not_searched(look: Look, site: Path) -> None:
    page = look(TEACHING)

    assert page.locator("nav a[href*=exercises-key]").count() == 0
    assert page.locator("article a[href*=exercises-key]").count() > 0
    files = (site / "search" / name for name in ("text.js", "rest.js"))
    searched = "".join(file.read_text(encoding="utf-8") for file in files)
    assert "study/exercises-key.html" not in searched
    assert "study/exercises.html" in searched


@pytest.mark.parametrize("path", [CHAPTER, OWN, EXERCISES, KIT, TEACHING])
def test_no_rule_is_broken_with_all_open_and_nothing_runs_over(open_page: Open, path: str) -> None:
    page = open_page(path, width=320)
    page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")
    no_overflow = page.evaluate("document.documentElement.scrollWidth") == 320
    shorten(page, at="#p9" if path == CHAPTER else "")
    if path == CHAPTER:
        page.evaluate("document.querySelector('#p9 .margin [aria-label*=note]').click()")

    assert no_overflow
    assert violations(page) == []
