"""The bounds of every date, held against a library that computes them independently."""

import warnings
from time import struct_time

import pytest

from annotated.content import content as project
from annotated.content import source_files as disk
from annotated.model import edtf as dates
from annotated.model.entities import Event
from conftest import ROOT
from test_dates import rows

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # its grammar warns of itself while it is being loaded
    import edtf

LISTED = {row["edtf"]: row for row in rows("dates-edtf-differs.csv")}


def used() -> list[str]:
    """Return every date in the files of events."""
    events = project.read(disk.texts(ROOT))[0].catalogue.of_type(Event)
    return sorted({one.date.edtf for one in events if isinstance(one, Event) and one.date})


def ours(text: str) -> str:
    try:
        read = dates.parse(text)
    except ValueError:
        return "refused"
    return f"{read.first or 'unbounded'}/{read.last or 'unbounded'}"


def of_package(text: str) -> str:
    try:
        read = edtf.parse_edtf(text)
        return f"{_day(read.lower_strict())}/{_day(read.upper_strict())}"
    except edtf.EDTFParseException:
        return "refused"
    except (AttributeError, IndexError, TypeError, ValueError):
        return "crashes"


def _day(bound: struct_time | float) -> str:
    # The package has an infinite number where nothing bounds the interval.
    return "unbounded" if isinstance(bound, float) else "{:04}-{:02}-{:02}".format(*bound[:3])


EDGES = [row["edtf"] for name in ("dates.csv", "dates-refused.csv") for row in rows(name)]


@pytest.mark.parametrize("text", used())
def test_every_date_of_the_project_has_the_bounds_that_the_library_computes(text: str) -> None:
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
