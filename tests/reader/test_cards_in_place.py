"""Cards: where they stand, and cards that open from cards."""

from functools import partial

import pytest
from playwright.sync_api import expect

from by_hand import OPEN
from card_reader import LONG, PROSE, Reader, in_view
from conftest import Open
from pages import CHAPTER


@pytest.fixture
def open_page(open_page: Open) -> Open:
    """Return a function that opens a page for a reader who has chosen all links."""
    return partial(open_page, links="all")


def test_a_card_stands_at_the_line_of_a_broken_link(open_page: Open) -> None:
    reader = Reader(open_page(f"{CHAPTER}#p8", width=360, clock=True))
    links = reader.page.locator(PROSE)
    broken = links.evaluate_all(
        """links => links.flatMap((link, index) => {
          const lines = link.getClientRects();
          return lines.length > 1 && lines[0].top > 90 && lines[1].bottom < 760 ? [index] : [];
        })"""
    )
    assert broken
    for index in broken:
        for line in (0, 1):
            box = reader.point_at(links.nth(index), line)
            reader.wait(600)
            card = reader.page.locator(OPEN).bounding_box()
            assert card
            below = abs(card["y"] - (box["y"] + box["height"]))
            above = abs(box["y"] - (card["y"] + card["height"]))
            assert min(below, above) <= 8
            reader.leave()


def test_a_card_stays_inside_a_narrow_window(open_page: Open) -> None:
    reader = Reader(open_page(f"{CHAPTER}#p20", width=320, clock=True))
    for link in in_view(reader.page, PROSE):
        reader.point_at(link)
        reader.wait(600)
        box = reader.page.locator(OPEN).bounding_box()
        assert box
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 320
        assert box["y"] >= 0
        assert box["y"] + box["height"] <= 800
        reader.leave()


def test_a_card_opens_from_a_card_and_keeps_it(reader: Reader) -> None:
    page = reader.page
    reader.point_at(
        page.locator('#p8 a.mention.event[data-entity="sdf-deir-ez-zor-offensive"]').first
    )
    reader.wait(600)
    place = page.locator(f"{OPEN} a.mention.place").first

    reader.point_at(place)
    reader.wait(600)

    assert reader.open_now() == 2
    inner = page.locator(f"{OPEN}.place")
    expect(inner.locator(".card-foot")).to_contain_text("mentions")
    box = inner.bounding_box()
    assert box
    page.mouse.move(box["x"] + 30, box["y"] + 30)
    reader.wait(LONG)
    assert reader.open_now() == 2
    reader.leave()
    assert reader.open_now() == 0
