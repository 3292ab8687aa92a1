"""No name on the map touches another or leaves its sheet, whatever the font."""

from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from map_drawn import NAMES, SHEETS, check, touch
from pages import MAP

# The fonts served, whatever serif the machine has instead, and the widest serif that it has.
WIDTHS = (320, 360, 700, 1280, 1920)
FONTS = ("served", "missing", "DejaVu Serif")


@pytest.fixture
def drawn(site: Path, chromium: Browser, font: str) -> Iterator[Page]:
    """Return the page of the map in a font."""
    context = chromium.new_context(
        viewport={"width": WIDTHS[0], "height": 800}, offline=True, bypass_csp=True
    )
    page = context.new_page()
    if font != "served":
        page.route("**/*.woff2", lambda route: route.abort())
    page.goto((site / MAP).as_uri())
    if font not in ("served", "missing"):
        page.add_style_tag(content=f".sheet svg {{ font-family: '{font}' !important }}")
    page.evaluate("document.fonts.ready")
    loaded = page.evaluate("[...document.fonts].some(font => font.status === 'loaded')")
    assert loaded == (font == "served")
    yield page
    context.close()


@pytest.mark.parametrize("font", FONTS)
def test_no_name_touches_another_or_leaves_the_sheet(drawn: Page) -> None:
    for width in WIDTHS:
        drawn.set_viewport_size({"width": width, "height": 800})
        for month in ("m-all", "m-2017-10"):
            drawn.evaluate("month => document.getElementById(month).click()", month)
            for sheet in SHEETS:
                check(drawn.evaluate(NAMES, sheet), f"{sheet}, {month}, {width} pixels")


@pytest.mark.parametrize("font", ["served"])
def test_names_that_overlap_would_be_seen(drawn: Page) -> None:
    drawn.set_viewport_size({"width": 1280, "height": 800})
    drawn.evaluate(
        """() => {
          const [one, other] = document.querySelectorAll("#sheet-region text.w.town");
          for (const name of ["x", "y"]) one.setAttribute(name, other.getAttribute(name));
        }"""
    )

    names = drawn.evaluate(NAMES, "#sheet-region")["names"]

    pairs = combinations([shape for name in names for shape in name["shapes"]], 2)
    assert [1 for one, other in pairs if touch(one, other)]
