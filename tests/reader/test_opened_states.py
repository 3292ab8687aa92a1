"""Pages as a reader has opened them: open rows of a list, a statement told on the front page."""

import pytest
from playwright.sync_api import expect

from axe_rules import OTHER_VIEW, shorten, violations
from by_hand import at_rest
from conftest import Open
from pages import LISTS
from searching import type_words
from shared_pages import show

PHONE = 360
EACH = pytest.mark.parametrize(("width", "scheme"), [(PHONE, "dark"), (1280, "light")])
OPEN_ROWS = """() => {
  for (const one of document.querySelectorAll("article details")) one.open = true;
  return document.querySelectorAll("article details").length;
}"""


@pytest.mark.parametrize("path", LISTS)
def test_a_list_with_open_rows_breaks_no_rule(open_page: Open, path: str) -> None:
    page = open_page(path, width=PHONE, color_scheme="dark")
    page.evaluate(OPEN_ROWS)
    shorten(page)

    narrow = violations(page)
    show(page, 1280)

    assert narrow == []
    assert violations(page, OTHER_VIEW) == []


def test_a_list_that_is_filtered_breaks_no_rule(open_page: Open) -> None:
    page = open_page("glossary/index.html", width=PHONE, color_scheme="dark")
    page.get_by_role("searchbox", name="Find in this list").fill("nik")
    expect(page.locator("#nikayah")).to_have_attribute("open", "")
    shorten(page, at="#nikayah")

    narrow = violations(page)
    show(page, 1280)

    assert narrow == []
    assert violations(page, OTHER_VIEW) == []


@EACH
def test_a_statement_told_on_the_front_page_breaks_no_rule(
    open_page: Open, width: int, scheme: str
) -> None:
    page = open_page("index.html", width=width, color_scheme=scheme, has_touch=width == PHONE)
    shorten(page)
    block = page.locator(".columns .block.group").first

    if width == PHONE:
        block.tap()
    else:
        block.hover()

    expect(page.locator(".readout .words")).not_to_be_empty()
    assert violations(page) == []


@EACH
def test_the_page_of_a_wrong_address_breaks_no_rule(
    open_page: Open, served: str, width: int, scheme: str
) -> None:
    page = open_page("", width=width, color_scheme=scheme)
    page.goto(f"{served}/404.html")
    shorten(page)

    assert violations(page) == []
    page.keyboard.press("/")
    type_words(page, "raqa")
    at_rest(page)  # the field grows
    assert violations(page) == []
