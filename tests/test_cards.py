"""Cards: when they open and close, where they stand, and that nobody is caught in one.

The clock of the page is in the hands of these tests, so that a busy machine changes nothing.
"""

from itertools import cycle, islice
from statistics import median

import pytest
from playwright.sync_api import Locator, Page, expect

from conftest import Open

CHAPTER = "chapters/02-strategic-retreat.html"
PROSE = "p[id] > a.mention, p[id] > span > a.mention"
OPEN = ".card:popover-open"
STEP = 10
LONG = 2000
NOWHERE = (180, 5)
TURNS = 7


class Reader:
    """A reader with a mouse, for whom time passes when the test says so."""

    def __init__(self, page: Page) -> None:
        self.page = page
        page.clock.pause_at(page.evaluate("Date.now() + 1000"))
        page.evaluate(
            """() => {
              window.opened = [];
              addEventListener("beforetoggle", (event) => {
                if (event.newState === "open") window.opened.push(event.target.id);
              }, true);
            }"""
        )

    def wait(self, milliseconds: int) -> None:
        """Let time pass."""
        self.page.clock.run_for(milliseconds)

    def leave(self) -> None:
        """Take the pointer away for long."""
        self.page.mouse.move(*NOWHERE)
        self.wait(LONG)

    def point_at(self, link: Locator, line: int = 0) -> dict[str, float]:
        """Move the pointer onto a line of a link; return the box of that line."""
        box: dict[str, float] = link.evaluate(
            "(link, line) => link.getClientRects()[line].toJSON()", line
        )
        self.page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
        return box

    def open_now(self) -> int:
        """Return how many cards are open."""
        return self.page.locator(OPEN).count()

    def passes_until(self, cards: int) -> int:
        """Return the milliseconds that pass until so many cards are open."""
        for passed in range(0, LONG, STEP):
            if self.open_now() == cards:
                return passed
            self.wait(STEP)
        return LONG

    def opened(self) -> list[str]:
        """Return the ids of all the cards that have opened so far."""
        return list(self.page.evaluate("window.opened"))


@pytest.fixture
def reader(open_page: Open) -> Reader:
    return Reader(open_page(f"{CHAPTER}#p8", clock=True))


def in_view(page: Page, links: str) -> list[Locator]:
    """Return the links that stand whole between the header and the foot of the window."""
    found = page.locator(links)
    indexes = found.evaluate_all(
        """links => links.flatMap((link, index) => {
          const box = link.getBoundingClientRect();
          const isWhole = link.getClientRects().length === 1 && box.top > 90 && box.bottom < 760;
          return isWhole ? [index] : [];
        })"""
    )
    assert indexes
    return [found.nth(index) for index in indexes]


@pytest.mark.parametrize(
    ("links", "expected"), [(PROSE, 500), ("#p8 a.footnote-ref, #p9 a.footnote-ref", 300)]
)
def test_a_card_opens_after_its_time_and_closes_after_its_time(
    reader: Reader, links: str, expected: int
) -> None:
    opening, closing = [], []
    for link in islice(cycle(in_view(reader.page, links)), TURNS):
        reader.point_at(link)
        opening.append(reader.passes_until(1))
        reader.page.mouse.move(*NOWHERE)
        closing.append(reader.passes_until(0))
        reader.leave()

    assert abs(median(opening) - expected) <= 60
    assert abs(median(closing) - 300) <= 60


def test_a_card_opens_sooner_when_one_was_just_open(reader: Reader) -> None:
    first, second, *_ = in_view(reader.page, PROSE)
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
    reader.point_at(page.locator('#p8 a.mention.event[data-entity="sdf-deir-ez-zor-offensive"]'))
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
