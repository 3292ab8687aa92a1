"""What a reader does with the three clocks: brings out an event, filters, reads it anywhere."""

import gzip
import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from conftest import Open
from pages import CLOCKS
from shared_pages import Look, show

EVENT = "rutbah-raid"
LINE = f".clocks svg a[data-entity='{EVENT}']"
ROW = f".clocks tr[data-event='{EVENT}']"


def shown(page: Page) -> int:
    return page.locator(".clocks tr[data-event]:visible").count()


def test_a_line_and_its_row_are_brought_out_together_and_named(open_page: Open) -> None:
    page = open_page(CLOCKS)
    line, row, caption = page.locator(LINE), page.locator(ROW), page.locator(".clocks figcaption")

    row.locator("th a").focus()
    expect(line).to_have_class(re.compile("lit"))
    expect(page.locator(".clocks svg a.lit")).to_have_count(1)
    expect(caption).to_contain_text("Rutbah")
    dimmed = page.locator(".clocks svg a:not(.lit)").first
    assert float(dimmed.evaluate("e => getComputedStyle(e).opacity")) < 0.3

    page.keyboard.press("Escape")
    row.locator("th a").blur()
    line.locator(".dots").first.dispatch_event("pointerover")
    expect(row).to_have_class("lit")
    assert line.get_attribute("href") == row.locator("th a").get_attribute("href")


def test_a_line_under_the_pointer_opens_the_card_of_its_event_beside_it(open_page: Open) -> None:
    page = open_page(CLOCKS)
    figure = page.locator(".clocks figure")
    figure.scroll_into_view_if_needed()
    x, y, id_ = page.evaluate(
        """() => {
          const lines = document.querySelectorAll(".clocks svg a[data-entity] .way");
          for (const line of lines) {
            const { left, top, width, height } = line.getBoundingClientRect();
            const point = line.getPointAtLength(0).matrixTransform(line.getScreenCTM());
            const end = line.getPointAtLength(line.getTotalLength())
              .matrixTransform(line.getScreenCTM());
            const [x, y] = [(point.x + end.x) / 2, (point.y + end.y) / 2];
            const hit = document.elementFromPoint(x, y)?.closest("svg a[data-entity]");
            if (hit && y < innerHeight - 100) return [x, y, hit.dataset.entity];
          }
        }"""
    )

    page.mouse.move(x - 3, y - 3)
    page.mouse.move(x, y)

    card = page.locator(f"#card-{id_}")
    expect(card).to_be_visible()
    box = card.bounding_box()
    assert box
    assert min(abs(box["y"] - y), abs(box["y"] + box["height"] - y)) < 40


def test_a_lane_and_a_chapter_filter_drawing_and_table_and_stand_in_the_address(
    open_page: Open,
) -> None:
    page = open_page(f"{CLOCKS}#lane=desert")
    alone = shown(page)
    all_rows = page.locator(".clocks tr[data-event]").count()
    expect(page.get_by_label("Lane")).to_have_value("desert")

    page.get_by_label("First told in").select_option("4")

    assert 0 < shown(page) < alone < all_rows
    assert page.url.endswith("#lane=desert&chapter=4")
    assert page.locator(".clocks output").inner_text() == f"{shown(page)} of {all_rows} events"
    assert page.locator(".clocks svg a:visible").count() <= shown(page)
    page.go_back()
    assert shown(page) == alone
    page.get_by_role("button", name="Show all").click()
    assert shown(page) == all_rows


@pytest.mark.parametrize("width", [360, 768, 1280])
def test_the_drawing_and_its_words_fit_the_window(look: Look, width: int) -> None:
    page = look(CLOCKS, width, scripts=False)

    assert page.evaluate("document.documentElement.scrollWidth") <= width
    expect(page.locator(".clocks form")).to_be_hidden()
    labels = page.locator(".clocks svg text")
    sizes: list[list[float]] = labels.evaluate_all(
        "all => all.map(e => (r => [r.left, r.right, r.height])(e.getBoundingClientRect()))"
    )
    assert min(left for left, _, _ in sizes) >= 0
    assert max(right for _, right, _ in sizes) <= width
    assert min(height for _, _, height in sizes) >= 10
    drawing = page.locator(".clocks figure > svg").bounding_box()
    assert drawing
    assert drawing["height"] < 700


def test_on_paper_drawing_and_table_are_whole(look: Look) -> None:
    page = look(f"{CLOCKS}")

    show(page, 1280, media="print")

    expect(page.locator(".clocks form")).to_be_hidden()
    expect(page.locator(".clocks figure > svg")).to_be_visible()
    assert shown(page) == page.locator(".clocks tr[data-event]").count() > 100


def test_the_page_stays_light(site: Path) -> None:
    page = (site / CLOCKS).read_bytes()
    own = [site / "assets" / f"timeline-clocks.{kind}" for kind in ("css", "js")]

    assert sum(len(gzip.compress(text, mtime=0)) for text in (page, *map(Path.read_bytes, own))) < (
        40_000
    )
