"""A page that keeps its place in every engine: the line that is read moves by 8 px at the most."""

import time
from collections.abc import Callable
from pathlib import Path

from engine_page import EnginePage
from pages import CHAPTER
from reading_place import AGAIN, FIND, GO, MOST, NOW, PLACES, REST
from selecting import SWITCH


def moved(page: EnginePage, change: Callable[[int], object], now: str = NOW) -> dict[int, float]:
    """Return by how much the line has moved, at each place where that is too much."""
    far = {}
    for turn, place in enumerate(PLACES):
        page.run(f"({GO})(arguments[0])", place)
        time.sleep(REST / 1000)
        line = page.run(f"return ({FIND})()")
        assert line, place
        change(turn)
        time.sleep(REST / 1000)
        top = page.run(f"return ({now})(arguments[0])", line)
        if abs(top - line["top"]) > MOST:
            far[place] = top - line["top"]
    return far


def test_a_reload_moves_no_line(page: EnginePage, site: Path) -> None:
    page.open_file(site, CHAPTER)

    assert moved(page, lambda _turn: page.reload(), AGAIN) == {}


def test_back_moves_no_line(page: EnginePage, site: Path) -> None:
    page.open_file(site, CHAPTER)
    glossary = (site / "glossary/index.html").as_uri()

    def away_and_back(_turn: int) -> None:
        page.wire.send("Navigate", {"url": glossary})
        page.back()

    assert moved(page, away_and_back, AGAIN) == {}


def test_a_new_width_moves_no_line(page: EnginePage, site: Path) -> None:
    page.open_file(site, CHAPTER)
    widths = (1000, 1280, 700, 1440)

    assert moved(page, lambda turn: page.resize(widths[turn % 4], 800)) == {}


def test_a_turned_phone_moves_no_line(page: EnginePage, site: Path) -> None:
    page.open_file(site, CHAPTER, width=390)

    def turn_it(turn: int) -> None:
        page.resize(*((390, 800) if turn % 2 else (800, 390)))

    assert moved(page, turn_it) == {}


def test_a_switched_lens_moves_no_line(page: EnginePage, site: Path) -> None:
    page.open_file(site, CHAPTER, width=700)
    lenses = ("who", "sure", "on-what", "")

    def switch(turn: int) -> None:
        page.run(f"({SWITCH})(arguments[0])", lenses[turn % 4])

    assert moved(page, switch) == {}
