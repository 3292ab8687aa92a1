"""Hostile content that is let through is built and opened: it stays words, with no other lock.

What is refused never becomes a page. It is put before the browser all the same, behind the second
lock alone.
"""

import csv
import re
import shutil
from collections.abc import Iterator
from io import StringIO
from pathlib import Path

import pytest
from markdown import Markdown
from playwright.sync_api import Browser, Page

from annotated.content.guide import read
from annotated.markdown_ext.registration import extensions
from annotated.own_copy import copy_store
from annotated.own_copy.copy_model import Copy
from annotated.safety import sanitizer
from conftest import ROOT, build, change
from hostile import BASE, CHAPTER, Case, cases
from originals import TEMPLATE

HARMLESS = [case for case in cases() if not case.code]
REFUSED = [case for case in cases() if case.code]
# One project can hold each of these files in one form only.
OF_ONE_FILE = ("chapter", "file", "note", "article")
CODE = (ROOT / "tests" / "support" / "code_in_page.js").read_text(encoding="utf-8")
EXTENSIONS = [
    "admonition", "attr_list", "def_list", "footnotes", "tables", "toc", "fenced_code",
    "pymdownx.betterem",
]  # fmt: skip


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of one site with every case that is harmless."""
    root = tmp_path_factory.mktemp("hostile")
    shutil.copytree(ROOT / "hooks", root / "hooks")
    shutil.copytree(ROOT / "theme", root / "theme")
    shutil.copytree(TEMPLATE / "docs", root / "docs")
    shutil.copytree(ROOT / "docs" / "assets", root / "docs" / "assets")
    shutil.copytree(TEMPLATE / "bibliography", root / "bibliography")
    shutil.copy(ROOT / "mkdocs.yml", root / "base.yml")
    settings = (TEMPLATE / "mkdocs.yml").read_text(encoding="utf-8")
    (root / "mkdocs.yml").write_text(f"INHERIT: base.yml\n{settings}", encoding="utf-8")
    for case in HARMLESS:
        _add(root, case)
    _take_copies(root)
    build(root, root / "site", strict=False, WITH_ORIGINAL="1")
    return root / "site"


def _add(root: Path, case: Case) -> None:
    if case.where == "chapter":
        change(root / CHAPTER, "{ #p8 }", f"[{case.text}]{{ #p8-s99 .author }}\n{{ #p8 }}")
    elif case.where != "copy":
        files, path, _ = case.files()
        if not case.where.endswith(OF_ONE_FILE) or path not in BASE:
            (root / path).parent.mkdir(exist_ok=True)
            (root / path).write_text(files[path], encoding="utf-8")


def _take_copies(root: Path) -> None:
    texts = [case.text for case in HARMLESS if case.where == "copy"]
    chapters = read(BASE)[0].chapters
    numbers = [paragraph.number for chapter in chapters for paragraph in chapter.paragraphs]
    copy = Copy({number: texts[number % len(texts)] for number in numbers})
    (root / "original").mkdir()
    for name, text in copy_store.to_files(copy, chapters).items():
        (root / "original" / name).write_text(text, encoding="utf-8")


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    """Return a page without a network; a dialog, a request or a word of the console fails it."""
    complaints: list[str] = []
    context = chromium.new_context(offline=True)
    page = context.new_page()
    page.on("dialog", lambda dialog: complaints.append(dialog.message))
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("request", lambda request: complaints.extend(_leaving(request.url)))
    yield page
    context.close()
    assert complaints == []


def _leaving(url: str) -> list[str]:
    return [] if url.startswith(("file:", "data:", "blob:", "about:")) else [url]


def test_every_page_stays_without_code(built: Path, page: Page) -> None:
    found = {}
    # The page for addresses that lead nowhere is for a server: its own begin at the root.
    for path in sorted({*built.rglob("*.html")} - {built / "404.html"}):
        page.goto(path.as_uri(), wait_until="domcontentloaded")
        found[path.name] = page.evaluate(CODE)

    assert {name: code for name, code in found.items() if code} == {}
    assert len(found) > 40


@pytest.mark.parametrize("words", ["Quay", "onerror", "Jetty", "onload"])
def test_the_search_shows_words(built: Path, page: Page, words: str) -> None:
    page.goto((built / "index.html").as_uri())

    page.get_by_placeholder("Search").click()
    page.keyboard.insert_text(words)
    page.locator("#found [role=option]").first.wait_for()

    assert page.evaluate(CODE) == []
    assert page.locator("#found img[src=x]").count() == 0


def test_cards_show_words(built: Path, page: Page) -> None:
    page.goto((built / "glossary" / "index.html").as_uri())
    page.mouse.move(5, 5)  # what a reader does has the cards loaded, however busy the machine is
    page.locator("#cards:not([data-shelves])").wait_for(state="attached")
    shown = page.evaluate(
        """() => {
          shelvedCards.forEach((_, id) => cardById(id));
          document.querySelectorAll(".card").forEach((card) => card.showPopover());
          return document.querySelectorAll(".card:popover-open:not(.term)").length;
        }"""
    )

    assert shown
    assert page.evaluate(CODE) == []


def test_no_cell_of_a_table_is_a_formula(built: Path) -> None:
    texts = [path.read_text(encoding="utf-8") for path in (built / "data").glob("*.csv")]
    cells = [cell for text in texts for row in csv.reader(StringIO(text)) for cell in row]

    assert "'=1+1" in cells
    assert [cell for cell in cells if re.match(r"[=+@\t\r]|-(?![\d.]+$)", cell)] == []


def test_the_second_lock_holds_alone(page: Page) -> None:
    typed = [case for case in REFUSED if case.code.endswith("-not-allowed")]
    sections = []
    for case in typed:
        html = Markdown(extensions=[*EXTENSIONS, *extensions("", {})]).convert(case.text)
        sections.append(f"<section>{sanitizer.clean(html)[0]}</section>")

    page.set_content("<!doctype html><title>x</title>" + "\n".join(sections))

    assert page.evaluate(CODE) == []
    assert page.locator("section").count() == len(typed)
    assert (
        page.locator("script, iframe, object, embed, form, svg > *, math, base, meta").count() == 0
    )
    assert page.locator("img[src*='//'], img[src^='data:']").count() == 0
