"""The sheets of the map in a book: every name, nothing to follow, colours of their own."""

import re

import pytest

from annotated.book.printed_sheets import STYLE, PrintedSheet, printed
from annotated.site.guide_index import GuideIndex


@pytest.fixture(scope="module", params=["region", "valley"])
def sheet(index: GuideIndex, request: pytest.FixtureRequest) -> PrintedSheet:
    return next(sheet for sheet in printed(index.atlas) if sheet.id == request.param)


def test_nothing_leads_away_and_nothing_waits_for_a_month(sheet: PrintedSheet) -> None:
    for drawn in (sheet.drawing, sheet.file):
        assert "<a " not in drawn
        assert "data-" not in drawn
        assert "enlarged below" not in drawn


def test_every_place_on_the_sheet_has_its_name_once_on_paper(sheet: PrintedSheet) -> None:
    names = re.findall(r"<text class=.[^>]*>(?:<textPath[^>]*>)?([^<]+)", sheet.file)

    places = [*sheet.labels.marked, *sheet.labels.unmarked]
    assert len(places) > 10
    for place in places:
        words = sheet.labels.sheet.words(place)
        assert {words, words.upper()} & set(names), words
    assert 'class="n ' not in sheet.file
    assert 'class="n ' in sheet.drawing


# What sets the PDF does not make capitals of them, as a browser does.
def test_names_of_countries_and_provinces_are_capitals(sheet: PrintedSheet) -> None:
    text = r'<text class="[^"]*\b(?:country|neighbour|province)\b[^"]*"[^>]*>([^<]+)'
    names = re.findall(text, sheet.file)

    assert names
    assert [name for name in names if name != name.upper()] == []


def test_its_words_name_all_places(sheet: PrintedSheet) -> None:
    for place in (*sheet.labels.marked, *sheet.labels.unmarked):
        assert place.name in sheet.words


def test_the_land_alone_has_no_words(sheet: PrintedSheet) -> None:
    assert "<text" not in re.sub(r'<text class="length".*?</text>', "", sheet.land)
    assert 'class="land"' in sheet.land


def test_every_kind_of_line_and_name_has_its_colour(sheet: PrintedSheet) -> None:
    style = STYLE.read_text(encoding="utf-8")

    drawn = {name for names in re.findall(r'class="([^"]+)"', sheet.file) for name in names.split()}
    # The kinds of entities are told by what is drawn in them, and the names of towns as all are.
    for name in drawn - {"w", "mention", "place", "town", "baseline", "around"}:
        assert f".{name}" in style, name
