"""The electronic book in a browser: what axe says of each page, and names that can be read."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from playwright.sync_api import Browser, Page

from annotated.site.guide_index import GuideIndex
from axe_rules import violations
from books import epub

# A telephone, an e-reader that lies, and a desk.
WIDTHS = (320, 560, 1200)
# The size, in pixels of the screen, of the smallest name on a map that is shown.
SMALLEST = """() => Math.min(...[...document.querySelectorAll("svg text")]
  .filter((text) => getComputedStyle(text).display !== "none" && text.matches(".town"))
  .map((text) => parseFloat(getComputedStyle(text).fontSize) * text.getScreenCTM().a))"""


@pytest.fixture(scope="module")
def folder(index: GuideIndex, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("epub")
    ZipFile(BytesIO(epub(index))).extractall(path)
    return path / "book"


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    context = chromium.new_context(offline=True)
    yield context.new_page()
    context.close()


def test_no_page_breaks_a_rule_or_is_wider_than_its_window(folder: Path, page: Page) -> None:
    files = sorted(folder.glob("*.xhtml"))
    assert len(files) > 12

    for file in files:
        page.goto(file.as_uri())
        found = violations(page)
        assert not found, (file.name, found)
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 800})
            assert page.evaluate("document.documentElement.scrollWidth") <= width, file.name


@pytest.mark.parametrize("width", WIDTHS)
def test_the_names_on_a_map_are_large_enough_to_read(folder: Path, page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto((folder / "maps.xhtml").as_uri())

    assert page.evaluate(SMALLEST) > 9


def test_arabic_is_set_in_the_font_of_the_book(folder: Path, page: Page) -> None:
    page.goto((folder / "glossary.xhtml").as_uri())

    loaded = page.evaluate("document.fonts.ready.then((all) => [...all].map((one) => one.status))")
    assert loaded == ["loaded"]
