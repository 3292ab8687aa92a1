"""The tools of a paragraph: its number, its place in the original, its citation."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import expect
from pybtex.database import parse_string

from annotated.content import article, source_files
from annotated.content.guide import ARTICLE
from conftest import ROOT, Open
from pages import CHAPTER

ORIGINAL = ROOT.parent / "shared/article/insurgents-again.txt"


def known_article() -> article.Article:
    index, problems = article.read(ARTICLE, source_files.texts(ROOT)[ARTICLE])
    assert index
    assert problems == []
    return index


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

    index = known_article()
    words = {fragment.text: fragment.remark for fragment in index.found_by}["p8"]
    assert href == f"{index.address}#:~:text={words.replace(' ', '%20')}"


def test_every_paragraph_is_found_by_words_of_its_own() -> None:
    numbers = [fragment.text for fragment in known_article().found_by]

    assert numbers == [f"p{number}" for number in range(57)]


@pytest.mark.skipif(not ORIGINAL.exists(), reason="the article is not in the repository")
def test_the_words_stand_once_in_the_article() -> None:
    text = " ".join(ORIGINAL.read_text(encoding="utf-8").split()).lower()

    times = {
        fragment.remark: text.count(fragment.remark.lower())
        for fragment in known_article().found_by
    }

    assert {words: count for words, count in times.items() if count != 1} == {}


@pytest.mark.parametrize("protocol", ["file", "http"])
def test_a_citation_is_copied(open_page: Open, served: str, protocol: str) -> None:
    page = open_page("" if protocol == "http" else CHAPTER)
    if protocol == "http":
        page.goto(f"{served}/{CHAPTER}")
    page.evaluate("navigator.clipboard.writeText = async (text) => { window.copied = text; }")

    page.locator("#p8").hover()
    page.locator("#p8 .tool", has_text="copy citation").click()

    expect(page.locator("#p8 .tool", has_text="copied")).to_be_visible()
    copied = page.evaluate("window.copied")
    index = known_article()
    version = re.search(r'version = "(.*)"', (ROOT / "pyproject.toml").read_text("utf-8"))
    assert version
    here = f", {served}/{CHAPTER}#p8" if protocol == "http" else ""
    assert copied == (
        f"{index.author}, “{index.title},” {index.published}, ¶8, {index.original('p8')}; "
        f"retold in “Insurgents Again, annotated”, version {version[1]}{here}."
    )


def test_a_citation_is_copied_in_the_forms_of_programs(open_page: Open) -> None:
    page = open_page(CHAPTER)
    page.evaluate("navigator.clipboard.writeText = async (text) => { window.copied = text; }")
    page.locator("#p8").hover()
    tools = page.locator("#p8 .tool")
    expect(tools.filter(has_text="as BibTeX")).to_have_count(0)

    tools.filter(has_text="copy citation").click()
    tools.filter(has_text="as BibTeX").click()
    (entry,) = parse_string(page.evaluate("window.copied"), "bibtex").entries.values()
    tools.filter(has_text="as RIS").click()
    ris = page.evaluate("window.copied")

    index = known_article()
    assert entry.fields["title"] == f"{{{index.title}}}"
    assert entry.fields["url"] == index.original("p8")
    assert entry.fields["note"].startswith("¶8, retold in ")
    assert ris.startswith("TY  - JOUR")
    assert f"UR  - {index.original('p8')}" in ris
    assert "⟦" not in f"{ris}{entry.fields}"


def test_words_that_are_selected_are_cited_as_a_retelling(open_page: Open) -> None:
    page = open_page(CHAPTER)
    page.evaluate("navigator.clipboard.writeText = async (text) => { window.copied = text; }")
    page.locator("#p8").hover()
    words = page.evaluate(
        """() => {
            const text = document.querySelector("#p8 .statement, #p8 > span:not(.margin)");
            getSelection().selectAllChildren(text);
            return getSelection().toString().trim();
        }"""
    )

    page.locator("#p8 .tool", has_text="copy citation").click()

    assert words
    copied = page.evaluate("window.copied")
    assert copied.startswith(f"“{words}” (a retelling, not the words of the article): ")


def test_a_page_is_known_to_programs_as_part_of_the_guide(site: Path) -> None:
    pages = [path.read_text(encoding="utf-8") for path in site.rglob("*.html")]
    author, title = known_article().author, known_article().title

    chapter = (site / CHAPTER).read_text(encoding="utf-8")
    assert '<meta name="citation_inbook_title" content="Insurgents Again, annotated">' in chapter
    assert '<meta name="citation_title"' in chapter
    for page in pages:
        for claimed in re.findall(r'<meta name="citation_\w+" content="([^"]*)"', page):
            assert claimed not in {author, title}
