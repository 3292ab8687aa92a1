"""Tables on a phone: a row of many cells is a block, and no table is wider than the page."""

import pytest

from shared_pages import Look

PAGES = (
    "claims/index.html",
    "study/teaching.html",
    "study/explanations.html",
    "about/contributing.html",
    "data/index.html",
    "sources/audit.html",
)
TOO_WIDE = "tables => tables.filter((table) => table.scrollWidth > innerWidth).length"
BESIDE = """rows => rows.filter((row) => row.checkVisibility()).filter((row) => {
  const boxes = [...row.cells].map((cell) => cell.getBoundingClientRect());
  const tops = boxes.filter((box) => box.height).map((box) => Math.round(box.top));
  return new Set(tops).size < tops.length;
}).length"""


@pytest.mark.parametrize("path", PAGES)
def test_the_cells_of_a_row_stand_below_each_other(look: Look, path: str) -> None:
    page = look(path, width=360)
    rows = page.locator("article table[role=table] tbody tr")

    assert rows.count() > 2
    assert rows.evaluate_all(BESIDE) == 0
    assert page.locator("article table").evaluate_all(TOO_WIDE) == 0


def test_each_cell_says_of_which_column_it_is(look: Look) -> None:
    cell = look("claims/index.html", width=360).locator("td[data-column]").nth(1)

    said = cell.evaluate("cell => getComputedStyle(cell, '::before').content")

    assert "data-column" in said or "who: " in said
    assert cell.get_attribute("data-column") == "who"


def test_on_a_wide_window_they_stand_in_columns(look: Look) -> None:
    rows = look("claims/index.html").locator("article table[role=table] tbody tr")

    assert rows.evaluate_all(BESIDE) == rows.count()
