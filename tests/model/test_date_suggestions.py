"""Dates as people type them, and the dates in EDTF that are offered for them."""

import pytest

from annotated.model.date_suggestions import suggestions


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("05/09/2017", ["2017-09-05", "2017-05-09"]),
        ("05/13/2017", ["2017-05-13"]),
        ("5.9.2017", ["2017-09-05", "2017-05-09"]),
        ("2017-9-5", ["2017-09-05"]),
        ("2017-13-05", ["2017-05-13"]),
        ("20170905", ["2017-09-05"]),
        ("09/2017", ["2017-09"]),
        ("5 Sept 2017", ["2017-09-05"]),
        ("5th of September, 2017", ["2017-09-05"]),
        ("Sept. 5, 2017", ["2017-09-05"]),
        ("early September 2017", ["2017-09"]),
        ("Spring 2017", ["2017-21"]),
        ("the 2000s", ["200X"]),
        ("about September 2017", ["2017-09~"]),
        ("September 2017?", ["2017-09?"]),
        ("5-7 September 2017", ["2017-09-05/2017-09-07"]),
        ("from May 2016 to June 2017", ["2016-05/2017-06"]),
        ("2016–2017", ["2016/2017"]),
    ],
)
def test_a_date_is_offered(typed: str, offered: list[str]) -> None:
    assert suggestions(typed) == offered


@pytest.mark.parametrize("typed", ["", "May", "last year", "31/02/2017", "17-09-05", "J 2017"])
def test_nothing_is_offered_for_what_is_no_date(typed: str) -> None:
    assert suggestions(typed) == []
