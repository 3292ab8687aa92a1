"""A page that keeps its place: the line that is read stays where it is, whatever is changed."""

from collections.abc import Callable

from playwright.sync_api import Page

from conftest import Open
from pages import CHAPTER
from reading_place import AGAIN, FIND, GO, MOST, NOW, PLACES, REST
from selecting import SWITCH


def moved(page: Page, change: Callable[[int], object], now: str = NOW) -> dict[int, float]:
    """Return by how much the line has moved, at each place where that is too much."""
    far = {}
    for turn, place in enumerate(PLACES):
        page.evaluate(GO, place)
        page.wait_for_timeout(REST)
        line = page.evaluate(FIND)
        assert line, place
        change(turn)
        page.wait_for_timeout(REST)
        top = page.evaluate(now, line) if now == AGAIN else page.evaluate(now)
        if abs(top - line["top"]) > MOST:
            far[place] = top - line["top"]
    return far


def test_a_new_width_moves_no_line(open_page: Open) -> None:
    page = open_page(CHAPTER)
    widths = (1000, 1280, 700, 1440)

    far = moved(
        page, lambda turn: page.set_viewport_size({"width": widths[turn % 4], "height": 800})
    )

    assert far == {}


def test_a_turned_phone_moves_no_line(open_page: Open) -> None:
    page = open_page(CHAPTER, width=390, has_touch=True, is_mobile=True)
    sizes = ((800, 390), (390, 800))

    far = moved(
        page,
        lambda turn: page.set_viewport_size(
            {"width": sizes[turn % 2][0], "height": sizes[turn % 2][1]}
        ),
    )

    assert far == {}


def test_a_switched_lens_and_a_day_move_no_line(open_page: Open) -> None:
    page = open_page(CHAPTER, width=700)
    lenses = ("who", "sure", "on-what", "")

    assert moved(page, lambda turn: page.evaluate(SWITCH, lenses[turn % 4])) == {}


def test_a_reload_moves_no_line(open_page: Open) -> None:
    page = open_page(CHAPTER)

    assert moved(page, lambda _turn: page.reload(), AGAIN) == {}


def test_back_moves_no_line(open_page: Open) -> None:
    page = open_page(CHAPTER)
    other = page.url.replace(CHAPTER, "about/index.html")

    def away_and_back(_turn: int) -> None:
        page.goto(other)
        page.go_back()

    assert moved(page, away_and_back, AGAIN) == {}
