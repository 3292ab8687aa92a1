"""The doors: every page is two presses from every kind of page; all pages share one grid."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from conftest import Open
from pages import CHAPTER, KINDS_OF_PAGE, MAP
from shared_pages import Look

KIT = "study/kit.html"
WIDTHS = (360, 768, 1280, 1920)
LISTED = [path for path in KINDS_OF_PAGE if path not in (CHAPTER, "events/tal-afar-lost.html")]
LINKS = "links => links.filter(one => one.checkVisibility()).map(one => one.href.split('#')[0])"
# Where the first heading stands, and the sign of settings.
EDGES = """() => ["article h1", ".panel-button"].flatMap((selector) => {
  const box = document.querySelector(selector).getBoundingClientRect();
  return [box.left, box.top].map(Math.round);
})"""


def chrome(page: Page) -> Iterator[str]:
    """Yield where the links outside the article lead, those of the menu by one press more."""
    yield from page.locator("header a, .rail a, footer a").evaluate_all(LINKS)
    button = page.get_by_role("button", name="Menu")
    if button.is_visible():
        button.click()
        yield from page.locator("#menu a").evaluate_all(LINKS)


@pytest.mark.parametrize("width", [360, 768, 1280])
@pytest.mark.parametrize("scripts", [True, False])
def test_every_kind_of_page_is_two_presses_away(
    open_page: Open, site: Path, width: int, *, scripts: bool
) -> None:
    page = open_page("places/mayedin.html", width=width, java_script_enabled=scripts)
    # The sheets to print are offered by the page for teachers alone.
    wanted = {(site / path).as_uri() for path in LISTED if path not in ("places/mayedin.html", KIT)}
    reached = set(chrome(page))

    if width > 960:
        for door in page.locator(".doors a").evaluate_all("links => links.map(one => one.href)"):
            page.goto(door)
            reached |= set(chrome(page))

    assert wanted <= reached


def begins(look: Look, path: str) -> dict[int, list[int]]:
    """Return where the text of a page begins, by the width of the window."""
    return {width: look(path, width).evaluate(EDGES) for width in WIDTHS}


@pytest.fixture(scope="session")
def of_chapter() -> dict[int, list[int]]:
    """Return where the text of a chapter begins, by the width of the window, once it is known."""
    return {}


def test_text_begins_at_one_place_on_every_kind_of_page(
    look: Look, kind: str, of_chapter: dict[int, list[int]]
) -> None:
    of_chapter |= {} if of_chapter else begins(look, CHAPTER)

    assert begins(look, kind) == of_chapter


@pytest.mark.parametrize("width", [1280, 1920])
def test_the_map_begins_there_too_and_goes_on_to_the_right(look: Look, width: int) -> None:
    page = look(MAP, width)

    left, atlas_left, right = page.evaluate(
        """() => {
          const [title, atlas] = ["h1", ".atlas"].map((name) =>
            document.querySelector(`article ${name}`).getBoundingClientRect());
          return [title.left, atlas.left, atlas.right].map(Math.round);
        }"""
    )

    assert atlas_left == left
    assert width - 80 < right < width
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_door_of_a_page_is_marked_also_where_no_list_names_it(look: Look) -> None:
    for path, door in (("places/mayedin.html", "Look up"), (CHAPTER, "Read")):
        expect(look(path).locator(".doors .here")).to_have_text(door)


def test_about_stands_at_the_foot(look: Look) -> None:
    page = look(CHAPTER)

    assert "About" not in page.locator(".doors").inner_text()
    expect(page.locator("footer").get_by_role("link", name="About", exact=True)).to_be_visible()


def test_the_name_of_the_guide_is_whole_or_not_there(look: Look) -> None:
    for width in (320, 360, 412, 600, 768, 1280):
        title = look(CHAPTER, width).locator(".guide-title")
        assert title.is_hidden() or title.evaluate("e => e.scrollWidth <= e.clientWidth + 1"), width
