"""What a contributor sees while writing: a change, a mistake, and the mistake mended."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from changes import CHANGES
from conftest import copied
from guides import annotate_another_to_make
from running_server import Served, serving

INDEX = "search/rest.js"
STYLES = ("assets/guide.css", "assets/map/months.css")


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with serving(copied(tmp_path_factory.mktemp("served"))) as one_site:
        yield one_site


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """Serve a small guide, which is soon built again."""
    with serving(annotate_another_to_make(tmp_path_factory.mktemp("small"))) as one_site:
        yield one_site


def test_the_site_is_shown_without_what_would_hide_a_change(served: Served) -> None:
    page = served.page("index.html")

    assert "What the article argues" in page
    assert "Content-Security-Policy" not in page, "the server’s own script would not run"
    script = served.page("assets/guide.js")
    assert "card-wanted" in script
    assert "serviceWorker" not in script, "a saved page would hide what is being written"


ARTICLE = re.compile(r"<article\b.*</article>", re.DOTALL)
CARDS = re.compile(r'<div id="cards".*</div>', re.DOTALL)


@pytest.mark.parametrize("part", [ARTICLE, CARDS], ids=["words", "cards"])
@pytest.mark.parametrize("path", sorted({page for *_, page in CHANGES.values()}))
def test_what_is_served_is_what_is_built(
    served: Served, site: Path, path: str, part: re.Pattern[str]
) -> None:
    shown, built = served.page(path), (site / path).read_bytes().decode()

    assert len(part.findall(built)) == 1
    assert part.findall(shown) == part.findall(built)


@pytest.mark.parametrize(
    "path", [INDEX, "search/names.js", "data/statements.json", "data/places.geojson", *STYLES]
)
def test_a_file_that_is_served_is_the_one_that_is_built(
    served: Served, site: Path, path: str
) -> None:
    shown, built = served.page(path), (site / path).read_bytes().decode()

    assert len(shown) > 100  # letters
    assert records(shown.replace(served.address, "")) == records(built)


def records(text: str) -> object:
    """Return what a table holds without its head, which says where and when it was written.

    Of the sheet of every page, the same without the theme, which a build cuts down.
    """
    if not text.startswith("{"):
        return text.partition("\n@font-face")[2] or text
    table = json.loads(text)
    return table.get("records") or table["features"]


def test_what_is_put_off_is_not_told_of(served: Served) -> None:
    log = served.log.read_text(encoding="utf-8")

    assert "Documentation built in" in log
    assert "skipped" not in log


# Of two that would show on the same page one: what each does to a site is a test of building again.
TOGETHER = {page: (path, words, others) for path, words, others, page in CHANGES.values()}


def test_changes_are_shown_and_found_by_the_search(served: Served) -> None:
    shown_on = [*TOGETHER, INDEX]
    assert not any("Newly written" in served.page(page) for page in shown_on)

    for path, words, others in TOGETHER.values():
        served.change(path, words, others)
    shown = [served.shows(page, lambda html: "Newly written" in html) for page in shown_on]
    for path, words, others in TOGETHER.values():
        served.change(path, others, words)
    again = [served.shows(page, lambda html: "Newly written" not in html) for page in shown_on]

    assert all("Newly written" in html for html in shown)
    assert not any("Newly written" in html for html in again)


BROKEN = {
    "front matter": ("docs/places/karsk.md", "spellings:", "spelings:", "unknown field"),
    "malformed front matter": (
        "docs/places/karsk.md",
        "name: ",
        "name: [",
        "front-matter-malformed",
    ),
    "a note": ("bibliography/endnotes.yml", "cites:\n", "cites: [\n", "endnotes-malformed"),
    "a source": ("bibliography/references.bib", "{{", "{{{", "source-malformed"),
    "the configuration": ("mkdocs.yml", "nav:", "nav: [", "could not be built anew"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_mistake_is_shown_and_the_server_recovers(small: Served, name: str) -> None:
    path, words, others, told = BROKEN[name]
    logged = small.log.read_text(encoding="utf-8").count(told)

    small.change(path, words, others)
    # Not any notice: that of the test before may still stand there.
    shown = small.shows("index.html", lambda html: told in html)
    small.change(path, others, words)
    mended = small.shows("index.html", lambda html: '<aside class="problems">' not in html)

    assert told in shown
    assert "<aside" not in mended
    if path != "mkdocs.yml":
        assert small.log.read_text(encoding="utf-8").count(told) > logged


@pytest.mark.parametrize("width", [360, 1280])
def test_the_notice_can_be_read_and_folded(small: Served, chromium: Browser, width: int) -> None:
    small.change("docs/places/karsk.md", "spellings:", "spelings:")
    small.shows("index.html", lambda html: '<aside class="problems">' in html)
    page = chromium.new_page(viewport={"width": width, "height": 800})
    page.goto(f"{small.address}places/karsk.html")

    notice = page.locator("aside.problems")
    expect(notice).to_contain_text("docs/places/karsk.md:")
    expect(notice).to_contain_text("Did you mean 'spellings'?")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    notice.locator("summary").click()
    expect(notice.locator("li").first).to_be_hidden()
    page.close()
    small.change("docs/places/karsk.md", "spelings:", "spellings:")
    small.shows("index.html", lambda html: '<aside class="problems">' not in html)


def test_a_built_site_has_no_notice(site: Path) -> None:
    assert not (site / "assets" / "problems.css").exists()
    assert not any('class="problems"' in page.read_text() for page in site.rglob("*.html"))
