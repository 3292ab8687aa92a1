"""Sets of months: those in which a date falls for certain, and perhaps."""

import pytest

from annotated.model.edtf import parse
from annotated.model.entities import Event
from annotated.model.month_sets import Months, date_words, is_within_a_month, months_of
from edtf_rows import rows

SELECTABLE = ["2016-05", "2016-12", "2017-04", "2017-09", "2017-10", "2017-11"]


@pytest.mark.parametrize("row", rows("months.csv"), ids=lambda row: row["edtf"])
def test_an_event_falls_in_months_for_certain_or_perhaps(row: dict[str, str]) -> None:
    months = months_of(parse(row["edtf"]), SELECTABLE)

    assert " ".join(months.certain) == row["certain"]
    assert " ".join(months.possible) == row["possible"]


def test_an_event_without_a_date_falls_in_no_month() -> None:
    assert months_of(None, SELECTABLE) == Months()


@pytest.mark.parametrize(
    ("edtf", "is_within"),
    [("2017-10", True), ("2017-10-03/2017-10-17", True), ("2017-10/2017-11", False),
     ("2017", False), ("../2017-10", False), ("2017-10~", True)],
)  # fmt: skip
def test_a_date_lies_within_a_month(edtf: str, is_within: bool) -> None:  # noqa: FBT001 - a row
    assert is_within_a_month(parse(edtf)) is is_within
    assert not is_within_a_month(None)


@pytest.mark.parametrize(
    ("edtf", "words"),
    [("", "undated"), ("2017", "sometime in 2017"), ("2017-10", "October 2017"),
     ("2017~", "about 2017"), ("2016/2017", "2016 to 2017")],
)  # fmt: skip
def test_a_date_wider_than_a_month_is_somewhere_in_it(edtf: str, words: str) -> None:
    when = parse(edtf) if edtf else None
    event = Event(
        id="fall", path="", body="", body_line=1, name="The fall", summary="", date=when,
        kind="battle", certainty="reported",
    )  # fmt: skip

    assert date_words(event) == words
