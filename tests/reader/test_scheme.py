"""Light and dark: as the machine is set until a reader chooses, and so from the first moment."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from conftest import Open

SCHEME = "data-md-color-scheme"
# Notes the scheme at the moment when the first words of a page are there.
FIRST = """
new MutationObserver((_, observer) => {
  if (!document.querySelector(".md-container")) return;
  window.first = document.documentElement.dataset.mdColorScheme;
  observer.disconnect();
}).observe(document, { childList: true, subtree: true });
"""


def shows(page: Page, scheme: str) -> None:
    """Wait until a page is shown in a scheme, its edges too."""
    expect(page.locator("html")).to_have_attribute(SCHEME, scheme)
    expect(page.locator("html")).to_have_css(
        "color-scheme", "dark" if scheme == "slate" else "light"
    )


def choose(page: Page, words: str) -> None:
    """Choose colours in the panel."""
    page.get_by_role("button", name="reading settings").click()
    page.get_by_role("group", name="Colours").get_by_label(words).check()
    page.keyboard.press("Escape")


@pytest.mark.parametrize(("machine", "scheme"), [("light", "default"), ("dark", "slate")])
def test_a_page_is_at_once_as_the_machine_is_set(
    open_page: Open, machine: str, scheme: str
) -> None:
    page = open_page("index.html", color_scheme=machine)
    page.add_init_script(FIRST)
    page.reload()

    assert page.evaluate("window.first") == scheme
    shows(page, scheme)


def test_it_changes_with_the_machine_until_a_reader_chooses(open_page: Open) -> None:
    page = open_page("index.html", color_scheme="light")

    page.emulate_media(color_scheme="dark")
    shows(page, "slate")
    choose(page, "light")
    shows(page, "default")
    page.emulate_media(color_scheme="light")
    page.emulate_media(color_scheme="dark")
    shows(page, "default")
    choose(page, "as the device")
    shows(page, "slate")


@pytest.mark.parametrize("width", [360, 1280])
def test_what_was_chosen_is_remembered_on_every_page(
    open_page: Open, site: Path, width: int
) -> None:
    page = open_page("index.html", width=width, color_scheme="light", keeps=True)

    choose(page, "dark")
    shows(page, "slate")
    page.goto((site / "places/mayedin.html").as_uri())
    shows(page, "slate")
    page.get_by_role("button", name="reading settings").click()
    expect(page.get_by_role("radio", name="dark")).to_be_checked()


def test_the_bar_of_the_browser_has_the_colour_of_the_head(open_page: Open) -> None:
    page = open_page("index.html", color_scheme="light")
    bar = page.locator('meta[name="theme-color"]')
    colours = []

    for name in ("dark", "light"):
        head = page.locator(".md-header").evaluate("one => getComputedStyle(one).backgroundColor")
        expect(bar).to_have_attribute("content", head)
        colours.append(head)
        choose(page, name)

    assert len(set(colours)) == 2


def test_without_scripts_there_is_no_choice(open_page: Open) -> None:
    page = open_page("index.html", java_script_enabled=False)

    page.get_by_role("button", name="reading settings").click()
    expect(page.locator(".choices")).to_be_hidden()
    expect(page.get_by_role("heading", level=1)).to_be_visible()
