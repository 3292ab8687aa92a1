"""A page that keeps its place: the line that is read stays where it is, whatever is changed.

Where the window stays as it is, the tests hold the clock of the page, and nobody waits.
"""

from collections.abc import Callable

from playwright.sync_api import Page

from conftest import Open
from pages import CHAPTER
from reading_place import AGAIN, FIND, GO, MOST, NOW, PLACES, REST
from selecting import SWITCH

# Two pictures are drawn: what has come of a change is told before the second. Nothing of this waits
# for the clock of the page.
DRAWN = """async () => {
  for (let turn = 0; turn < 2; turn++)
    await new Promise((done) => {
      const seen = new IntersectionObserver(() => done(seen.disconnect()));
      seen.observe(document.documentElement);
    });
}"""


def settle(page: Page) -> None:
    """Let the page look again at what is read, and put it back."""
    page.evaluate(DRAWN)
    page.clock.run_for(REST)
    page.evaluate(DRAWN)


def wait(page: Page) -> None:
    """Let time pass: what an engine does with a new width has a clock of its own."""
    page.wait_for_timeout(REST)


def moved(
    page: Page,
    change: Callable[[int], object],
    now: str = NOW,
    rest: Callable[[Page], None] = settle,
) -> dict[int, float]:
    """Return by how much the line has moved, at each place where that is too much."""
    far = {}
    for turn, place in enumerate(PLACES):
        page.evaluate(GO, place)
        rest(page)
        line = page.evaluate(FIND)
        assert line, place
        change(turn)
        rest(page)
        top = page.evaluate(now, line) if now == AGAIN else page.evaluate(now)
        if abs(top - line["top"]) > MOST:
            far[place] = top - line["top"]
    return far


def test_a_new_width_moves_no_line(open_page: Open) -> None:
    page = open_page(CHAPTER)
    widths = (1000, 1280, 700, 1440)

    def resize(turn: int) -> None:
        page.set_viewport_size({"width": widths[turn % 4], "height": 800})

    assert moved(page, resize, rest=wait) == {}


def test_a_turned_phone_moves_no_line(open_page: Open) -> None:
    page = open_page(CHAPTER, width=390, has_touch=True, is_mobile=True)
    sizes = ((800, 390), (390, 800))

    def turn_it(turn: int) -> None:
        width, height = sizes[turn % 2]
        page.set_viewport_size({"width": width, "height": height})

    assert moved(page, turn_it, rest=wait) == {}


# As in an engine that does nothing to hold a line by itself, where the signs of a lens want room.
UNHELD = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`* { overflow-anchor: none !important; }
    [data-lens] .md-typeset p { line-height: 2.2; }`);
  document.adoptedStyleSheets = [sheet];
}"""


def test_a_switched_lens_and_a_day_move_no_line(open_page: Open) -> None:
    page = open_page(CHAPTER, clock=True, width=700)
    page.evaluate(UNHELD)
    lenses = ("who", "sure", "on-what", "")

    assert moved(page, lambda turn: page.evaluate(SWITCH, lenses[turn % 4])) == {}


def test_a_reload_moves_no_line(open_page: Open) -> None:
    page = open_page(CHAPTER, clock=True)

    assert moved(page, lambda _turn: page.reload(), AGAIN) == {}


def test_back_moves_no_line(open_page: Open) -> None:
    page = open_page(CHAPTER, clock=True)
    other = page.url.replace(CHAPTER, "about/index.html")

    def away_and_back(_turn: int) -> None:
        page.goto(other)
        page.go_back()

    assert moved(page, away_and_back, AGAIN) == {}
