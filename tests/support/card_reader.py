"""A reader with a mouse, and a clock that the tests hold: a busy machine changes nothing."""

import pytest
from playwright.sync_api import Locator, Page

from by_hand import OPEN
from conftest import Open
from pages import CHAPTER

PROSE = "p[id] > a.mention, p[id] > span > a.mention"
STEP = 10
LONG = 2000
NOWHERE = (180, 5)
TURNS = 7


class Reader:
    """A reader with a mouse, for whom time passes when the test says so."""

    def __init__(self, page: Page) -> None:
        self.page = page
        page.locator("#cards:not([data-shelves])").wait_for(state="attached")
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

    def passes_until(self, cards: int, at_least: int) -> int:
        """Return the milliseconds that pass until so many cards are open, or `at_least`."""
        self.wait(at_least)
        for passed in range(at_least, LONG, STEP):
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
