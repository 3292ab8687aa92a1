"""The profile: the axis of time, and bars on one scale."""

from annotated.evidence import profile_page
from annotated.evidence.profile_page import Panel, Row


def test_the_axis_shows_short_gaps_and_breaks_where_they_are_long() -> None:
    counted = {"2016-11": 2, "2017-01": 1, "2017-09": 3, "2017": 1}

    assert [words for _, words in profile_page.axis(counted)] == [
        "November 2016",
        "December 2016",
        "January 2017",
        "7 months without a source",
        "September 2017",
        "2017, without a month",
    ]


def test_all_bars_of_a_row_of_panels_are_on_one_scale() -> None:
    one, other = (Panel("A", [Row("x", count, "")]) for count in (10, 40))

    html = profile_page.panels([one, other])

    assert html.index('width="30.0"') < html.index('width="120.0"')
