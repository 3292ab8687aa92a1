"""Bounds of dates, compared with a library that computes them independently."""

import pytest

from annotated.content import guide, source_files
from annotated.model.entities import Event
from conftest import ROOT
from edtf_rows import of_package, ours, rows

LISTED = {row["edtf"]: row for row in rows("dates-edtf-differs.csv")}


def used() -> list[str]:
    """Return every date in the files of events."""
    events = guide.read(source_files.texts(ROOT))[0].catalogue.of_type(Event)
    return sorted({event.date.edtf for event in events if event.date})


EDGES = [row["edtf"] for name in ("dates.csv", "dates-refused.csv") for row in rows(name)]


@pytest.mark.parametrize("text", used())
def test_every_date_of_the_project_has_the_bounds_that_the_library_computes(text: str) -> None:
    if text not in LISTED:
        assert ours(text) == of_package(text)


@pytest.mark.parametrize("text", EDGES)
def test_an_edge_case_agrees_with_the_library_or_says_why_not(text: str) -> None:
    listed = LISTED.get(text)

    assert ours(text) == (listed["ours"] if listed else of_package(text))


@pytest.mark.parametrize("text", LISTED)
def test_a_difference_is_still_one_and_has_its_reason(text: str) -> None:
    assert text in EDGES
    assert of_package(text) == LISTED[text]["package"] != LISTED[text]["ours"]
    assert LISTED[text]["reason"]
