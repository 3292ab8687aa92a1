"""Cards that pages share: what they say stands where their links lead, and they come in time."""

import json
import re
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote

import pytest
from playwright.sync_api import Page, Route, expect

from by_hand import OPEN, focus
from conftest import Open
from pages import CHAPTER
from shared_pages import Look

NAME = re.compile(r'class="card-name"><a[^>]* href="([^"#]+)(?:#([^"]+))?"')
TIP = re.compile(r'<p id="tip-[^"]*">(.*?)</p>')
LOST = """links => links
  .filter((link) => !document.getElementById(link.getAttribute("aria-describedby")))
  .map((link) => link.outerHTML)
"""
# A link whose card its address tells, but for a date, which says the name of its event itself.
BARE = re.compile(
    r'<a class="mention (?!term)[^"]*"(?![^>]*(?:data-entity|data-cardless))[^>]*>(?!<span>)'
)
MAYEDIN = '#p20 a[data-entity="mayedin"]'


class Words(HTMLParser):
    """The ids of a page, and its words."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.ids: set[str] = set()
        self.words: list[str] = []
        self.feed(html)
        self.text = " ".join("".join(self.words).split())

    def handle_starttag(self, _tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note the id of an element."""
        self.ids |= {value for name, value in attrs if name == "id" and value}

    def handle_data(self, data: str) -> None:
        """Note words."""
        self.words.append(data)


def cards(site: Path) -> dict[str, str]:
    """Return the cards of all shelves by id."""
    found: dict[str, str] = {}
    for path in (site / "assets" / "cards").glob("*.js"):
        listed = path.read_text(encoding="utf-8").removeprefix("shelveCards(").rstrip(");\n")
        found |= dict(json.loads(listed))
    return found


def test_what_a_card_says_stands_where_its_name_leads(site: Path) -> None:
    found = cards(site)
    pages: dict[str, Words] = {}
    lost = []
    for id_, html in found.items():
        name, tip = NAME.search(html), TIP.search(html)
        assert name, id_
        assert tip, id_
        path, anchor = name.groups()
        if path not in pages:
            pages[path] = Words((site / path).read_text(encoding="utf-8"))
        page = pages[path]
        if Words(tip[1]).text not in page.text or (anchor and unquote(anchor) not in page.ids):
            lost.append(id_)

    assert len(found) > 200
    assert lost == []


def test_a_page_holds_no_card_that_another_holds(site: Path) -> None:
    kept = [
        path.name
        for path in site.rglob("*.html")
        if re.search(r'class="card (?!term)', path.read_text(encoding="utf-8"))
    ]

    assert kept == []


@pytest.mark.parametrize("path", [CHAPTER, "index.html", "map/index.html"])
def test_a_link_is_described_once_the_page_is_quiet(look: Look, site: Path, path: str) -> None:
    links = BARE.findall((site / path).read_text(encoding="utf-8"))
    page = look(path)

    page.locator("#cards:not([data-shelves])").wait_for(state="attached")

    tips = page.locator("a.mention:not(.term)[aria-describedby]")
    assert tips.count() == len(links) > 0
    assert tips.evaluate_all(LOST) == []


def test_a_date_opens_the_card_of_its_event_and_is_not_described(look: Look) -> None:
    page = look(CHAPTER)
    page.locator("#cards:not([data-shelves])").wait_for(state="attached")

    dates = page.locator(".dates a")

    assert dates.count() > 0
    assert page.locator(".dates a[data-entity]").count() == dates.count()
    assert page.locator(".dates a[aria-describedby]").count() == 0


def slow(open_page: Open, served: str, **options: object) -> tuple[Page, Callable[[], None]]:
    """Open a chapter whose cards are held back; return the page and what lets them come."""
    held: list[Route] = []
    page = open_page("", links="all", **options)
    page.route("**/assets/cards/*.js", lambda route: held.append(route))  # noqa: PLW0108
    # On a busy machine they are asked for before the page counts as loaded, which then waits.
    page.goto(f"{served}/{CHAPTER}", wait_until="domcontentloaded")

    def release() -> None:
        page.wait_for_timeout(800)
        assert held
        for route in held:
            route.continue_()

    return page, release


def test_a_card_that_comes_late_opens_at_its_link(open_page: Open, served: str) -> None:
    page, release = slow(open_page, served)
    focus(page, page.locator(MAYEDIN).first)
    release()

    expect(page.locator(f"{OPEN}.place")).to_contain_text("Mayedin")


def test_a_card_that_comes_late_does_not_open_where_nobody_waits(
    open_page: Open, served: str
) -> None:
    page, release = slow(open_page, served)
    focus(page, page.locator(MAYEDIN).first)
    page.keyboard.press("Escape")
    release()

    page.locator("#cards:not([data-shelves])").wait_for(state="attached")
    expect(page.locator(OPEN)).to_have_count(0)


def test_a_tap_waits_for_its_card_and_never_leaves_the_page(open_page: Open, served: str) -> None:
    page, release = slow(open_page, served, width=360, has_touch=True)
    page.locator(MAYEDIN).first.tap()
    release()

    expect(page.locator(f"{OPEN}.place")).to_contain_text("Mayedin")
    assert page.url.endswith(CHAPTER)
