"""Cards: when they open and close, and that nobody is caught in one."""

from itertools import cycle, islice
from statistics import median

import pytest

from by_hand import OPEN
from card_reader import LONG, NOWHERE, PROSE, TURNS, Reader, in_view


@pytest.mark.parametrize(
    ("links", "expected"), [(PROSE, 500), ("#p8 a.footnote-ref, #p9 a.footnote-ref", 300)]
)
def test_a_card_opens_after_its_time_and_closes_after_its_time(
    reader: Reader, links: str, expected: int
) -> None:
    opening, closing = [], []
    for link in islice(cycle(in_view(reader.page, links)), TURNS):
        reader.point_at(link)
        opening.append(reader.passes_until(1, expected - 100))
        reader.page.mouse.move(*NOWHERE)
        closing.append(reader.passes_until(0, 200))
        reader.leave()

    assert abs(median(opening) - expected) <= 60
    assert abs(median(closing) - 300) <= 60


def test_a_card_opens_sooner_when_one_was_just_open(reader: Reader) -> None:
    # The card of a link lies below it, where it could cover the next.
    second, *_, first = in_view(reader.page, PROSE)
    reader.point_at(first)
    reader.wait(600)

    reader.point_at(second)
    reader.wait(150)

    assert len(reader.opened()) == 2


def test_a_pointer_that_sweeps_over_links_opens_nothing(reader: Reader) -> None:
    links = cycle(in_view(reader.page, PROSE))

    for turn in range(20):
        reader.point_at(next(links))
        reader.wait(20 + turn * 6)
        reader.leave()

    assert reader.opened() == []


def test_a_page_that_scrolls_under_a_still_pointer_opens_nothing(reader: Reader) -> None:
    page = reader.page
    x, y, ways = page.evaluate(
        """(links) => {
          const boxes = [...document.querySelectorAll(links)].map(link => link.getClientRects()[0]);
          const free = y => !document.elementFromPoint(600, y)?.closest("a");
          const y = [...Array(200).keys()].map(n => 300 + n).find(free);
          const met = boxes.filter(box => box.left < 595 && box.right > 605 && box.top > y + 20);
          const tops = met.slice(0, 10).map(box => Math.round(box.top + box.height / 2 - y));
          return [600, y, tops.map((top, n) => top - (tops[n - 1] ?? 0))];
        }""",
        PROSE,
    )
    assert len(ways) == 10
    page.mouse.move(x, y)
    reader.wait(LONG)

    for way in ways:
        before = page.evaluate("scrollY")
        page.mouse.wheel(0, way)
        page.wait_for_function("y => scrollY === y", arg=before + way)
        reader.wait(800)
        under = "([x, y]) => !!document.elementFromPoint(x, y)?.closest('a.mention')"
        assert page.evaluate(under, [x, y])

    assert reader.opened() == []


def test_a_pointer_may_travel_into_the_card(reader: Reader) -> None:
    kept = 0
    for turn, link in enumerate(islice(cycle(in_view(reader.page, PROSE)), 10)):
        box = reader.point_at(link)
        reader.wait(600)
        card = reader.page.locator(OPEN).bounding_box()
        assert card
        edge = box["y"] + box["height"] if card["y"] > box["y"] else box["y"]
        near = card["y"] if card["y"] > box["y"] else card["y"] + card["height"]
        reader.page.mouse.move(box["x"] + 3, (edge + near) / 2)
        reader.wait(25 * (turn + 1))
        reader.page.mouse.move(card["x"] + 30, card["y"] + 20)
        reader.wait(LONG)
        kept += reader.open_now()
        reader.leave()

    assert kept == 10
