"""The other pages in every engine: search, filters, settings, the strip, the console, the tree."""

from pathlib import Path

import pytest

from engine_page import EnginePage
from pages import CHAPTER, KINDS_OF_PAGE, MAP, TIMELINE

SHOWN = """
const isShown = (one) =>
  one.checkVisibility({ visibilityProperty: true }) && !one.closest("[aria-hidden=true], [inert]");
const count = (which) => [...document.querySelectorAll(which)].filter(isShown).length;
// Whatever unfolds: each event of the timeline, each entry of a list, each remark.
return { heading: count("h1, h2, h3, h4, h5, h6"), link: count("a[href]"),
  summary: count("summary") };"""
SILENT = (
    "index.html", CHAPTER, MAP, TIMELINE, "places/mayedin.html", "glossary/index.html",
    "sources/audit.html",
)  # fmt: skip
EVENTS = """
const events = [...document.querySelectorAll("li[id^='event-'] > details > summary")];
return events.map((one) => one.querySelector("h3").textContent);"""


def test_the_search_finds_a_place_and_leads_there(page: EnginePage, site: Path) -> None:
    page.open_file(site, "index.html")
    page.press("/")
    page.wait("return document.activeElement.name === 'query'")
    page.type("mayedin")
    page.wait("return !!document.querySelector('#found [role=option]')")

    page.press("ArrowDown")
    page.press("Enter")

    page.wait("return location.pathname.endsWith('places/mayedin.html')")


def test_a_filter_of_the_timeline_stands_in_the_address_and_is_undone(
    page: EnginePage, site: Path
) -> None:
    page.open_file(site, TIMELINE)
    count = "return document.getElementById('hits').textContent"
    everything = page.run(count)

    page.run(
        "const field = document.querySelector('select[name=place]'); field.value = 'mayedin';"
        "field.dispatchEvent(new Event('change', { bubbles: true }))"
    )
    page.wait(f"{count} !== arguments[0]", everything)
    assert page.run("return location.hash") == "#place=mayedin"
    page.run("history.back()")

    page.wait(f"{count} === arguments[0]", everything)


def test_what_is_set_is_kept_on_the_next_page(page: EnginePage, site: Path) -> None:
    page.open_file(site, CHAPTER)
    page.run("document.querySelector('.lenses input[value=who]').click()")
    page.click(".panel-button")
    page.wait("return document.getElementById('panel').matches(':popover-open')")
    page.run("document.querySelector('#panel input[name=scheme][value=slate]').click()")

    page.reload()

    assert page.run("return document.documentElement.dataset.mdColorScheme") == "slate"
    assert page.run("return document.documentElement.dataset.lens") == "who"


def test_a_press_on_the_strip_puts_no_title_under_the_header(page: EnginePage, site: Path) -> None:
    page.open_file(site, TIMELINE)
    links = page.run(
        "return [...document.querySelectorAll('.strip .wide a[href^=\"#event-\"]')]"
        ".map((link) => link.getAttribute('href').slice(1))"
    )
    assert len(links) > 50

    for name in links[:: len(links) // 10]:
        page.run(
            "scrollTo(0, 0);"
            "document.querySelector(`.strip .wide a[href='#${arguments[0]}']`)"
            ".dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }))",
            name,
        )
        page.settle()
        below = page.run(
            "const box = (one) => one.getBoundingClientRect();"
            "return box(document.getElementById(arguments[0])).top"
            " - box(document.querySelector('.md-header')).bottom",
            name,
        )
        assert -1 <= below < 400, name


@pytest.mark.parametrize("path", SILENT)
def test_the_console_stays_silent(page: EnginePage, site: Path, path: str) -> None:
    page.open_file(site, path)

    assert page.complaints() == []


@pytest.mark.parametrize("path", KINDS_OF_PAGE)
def test_the_tree_has_what_the_page_has(page: EnginePage, site: Path, path: str) -> None:
    page.open_file(site, path)
    shown = page.run(SHOWN)

    assert page.counted_in_tree(tuple(shown)) == shown


def test_the_tree_has_every_event_of_the_timeline_by_its_name(page: EnginePage, site: Path) -> None:
    page.open_file(site, TIMELINE)
    events = page.run(EVENTS)
    told = page.names_in_tree("summary")

    assert len(events) > 100
    assert [name for name in events if not any(name in line for line in told)] == []
