"""Sets of months: those in which a date falls for certain, and perhaps."""

import pytest

from annotated.model.edtf import parse
from annotated.model.month_sets import Months, months_of
from edtf_rows import rows

SELECTABLE = ["2016-05", "2016-12", "2017-04", "2017-09", "2017-10", "2017-11"]


@pytest.mark.parametrize("row", rows("months.csv"), ids=lambda row: row["edtf"])
def test_an_event_falls_in_months_for_certain_or_perhaps(row: dict[str, str]) -> None:
    months = months_of(parse(row["edtf"]), SELECTABLE)

    assert " ".join(months.certain) == row["certain"]
    assert " ".join(months.possible) == row["possible"]


def test_an_event_without_a_date_falls_in_no_month() -> None:
    assert months_of(None, SELECTABLE) == Months()
