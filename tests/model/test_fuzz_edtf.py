"""Dates from any string: read or refused with a reason; what is read agrees with itself."""

from datetime import date

from hypothesis import assume, example, given, reject, settings
from hypothesis import strategies as st

from annotated.model import edtf
from edtf_rows import of_package, ours
from example_profiles import FEW
from strategies import TEXTS

YEARS = st.sampled_from(["0000", "0001", "1900", "2000", "2016", "2017", "9999"])
PARTS = st.builds(
    "{}{}{}{}".format,
    YEARS | st.integers(0, 9999).map("{:04}".format) | st.sampled_from(["201X", "20XX", "20X7"]),
    st.sampled_from(["", "-XX", "-1X", "-0X"]) | st.integers(0, 25).map("-{:02}".format),
    st.sampled_from(["", "-XX", "-3X", "-0X"]) | st.integers(0, 32).map("-{:02}".format),
    st.sampled_from(["", "", "", "~", "?", "%"]),
)
ENDS = PARTS | st.sampled_from(["", ".."])
LISTS = st.lists(st.one_of(PARTS, st.builds("{}..{}".format, ENDS, ENDS)), max_size=4).map(",".join)
WRITTEN = st.one_of(
    PARTS,
    st.builds("{}/{}".format, ENDS, ENDS),
    st.builds("{}{}{}".format, st.sampled_from("[{"), LISTS, st.sampled_from("]}")),
    st.text("0123456789X-~?%/.[]{},Y²٣ ", max_size=12),
)


def read(text: str) -> edtf.Date:
    """Return a date; what is refused is no example of this property."""
    try:
        return edtf.parse(text)
    except ValueError:
        reject()


def refusal(text: str) -> str:
    """Return why a date is refused, or nothing."""
    try:
        edtf.parse(text)
    except ValueError as refused:
        return str(refused)
    return ""


@given(TEXTS | WRITTEN)
@example("0000")
@example("0000-21")
@example("9999-24")
def test_any_string_is_read_or_refused_with_a_reason(text: str) -> None:
    reason = refusal(text)

    # What Python itself says of a number helps nobody.
    assert "invalid literal" not in reason
    if not reason:
        assert edtf.parse(text).edtf == text
        assert edtf.parse(text).words


@given(WRITTEN)
@example("9999-12")
@example("0001")
def test_the_earliest_day_is_not_after_the_latest(text: str) -> None:
    found = read(text)

    if found.first and found.last:
        assert found.first <= found.last
        assert found.sort_key == (found.first, found.last)
    assert found.sort_key[0] <= found.sort_key[1] or not (found.first and found.last)


@given(PARTS)
def test_precision_words_and_bounds_agree(text: str) -> None:
    found = read(text)
    assert found.first
    assert found.last

    days = (found.last - found.first).days
    plain = not set(text) & set("~?%")
    assert (found.precision == 1) == (days == 0 and plain)
    if found.precision == 2:
        assert days <= 92
    assert ("about" in found.words) == bool(set(text) & set("~%"))
    assert ("uncertain" in found.words) == bool(set(text) & set("?%"))
    if found.precision == 1:
        assert found.words.startswith(f"{found.first.day} ")
        assert found.start
        assert date.fromisoformat(found.start.html) == found.first


@given(PARTS, PARTS)
def test_of_two_dates_the_one_that_ends_before_the_other_begins_sorts_first(
    text: str, other: str
) -> None:
    first, second = sorted((read(text), read(other)), key=lambda date: date.sort_key)

    assert first.first
    assert second.last
    assert first.first <= second.last


# The library takes a second for some dates.
@settings(max_examples=FEW)
@given(PARTS | st.builds("{}/{}".format, PARTS, PARTS))
def test_where_both_read_a_date_the_library_has_the_same_bounds(text: str) -> None:
    mine, other = ours(text), of_package(text)
    # The list of agreed differences: years before 1, winters, unspecified digits before the last.
    listed = any(sign in text for sign in ("0000", "-24"))
    assume(mine != "refused" and other not in ("refused", "crashes") and not listed)

    assert mine == other
