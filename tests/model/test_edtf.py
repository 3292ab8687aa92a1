"""EDTF dates: words, precision and bounds, and what is refused."""

import pytest

from annotated.model.edtf import parse
from edtf_rows import rows


@pytest.mark.parametrize("row", rows("dates.csv"), ids=lambda row: row["edtf"])
def test_a_date_is_put_into_words_and_bounded(row: dict[str, str]) -> None:
    date = parse(row["edtf"])

    assert date.edtf == row["edtf"]
    assert date.words == row["words"]
    assert str(date.precision) == row["precision"]
    assert (str(date.first) if date.first else "") == row["first"]
    assert (str(date.last) if date.last else "") == row["last"]


@pytest.mark.parametrize("row", rows("dates-refused.csv"), ids=lambda row: row["edtf"])
def test_an_impossible_date_is_refused_with_the_reason(row: dict[str, str]) -> None:
    with pytest.raises(ValueError) as refused:  # noqa: PT011 - the message is compared below
        parse(row["edtf"])

    assert str(refused.value).startswith(row["reason"])


def test_dates_sort_by_beginning_then_end() -> None:
    given = ["2017-10", "../2017-04", "2017-09-05", "2014/2017-09-05", "2014", "200X"]

    ordered = sorted(given, key=lambda edtf: parse(edtf).sort_key)

    assert ordered == ["200X", "2014", "2014/2017-09-05", "../2017-04", "2017-09-05", "2017-10"]


def test_the_first_decade_begins_with_the_first_year() -> None:
    assert str(parse("000X").first) == "0001-01-01"
