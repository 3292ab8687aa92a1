"""Labels on a map: none overlaps another, or one is reported or left out."""

import pytest

from annotated.geo import label_placement
from annotated.geo.label_candidates import Candidate, Rect, around_point
from annotated.geo.label_placement import Label, Obstacles
from annotated.geo.text_metrics import Style, Widths

STYLE = Style("town", "regular", 12)
SHEET = Rect(0, 0, 200, 100)


def test_names_make_way_for_each_other() -> None:
    points = {"a": (100.0, 50.0), "b": (104.0, 50.0), "c": (102.0, 56.0)}
    obstacles = Obstacles(SHEET, [], [], frozenset())
    labels = [obstacles.label(id_, around_point(at, 50, STYLE, 6)) for id_, at in points.items()]

    assert label_placement.conflicts({label.id: label.candidates[0] for label in labels}, obstacles)
    assert (
        label_placement.conflicts(label_placement.place_labels(labels, obstacles), obstacles) == []
    )


def test_names_without_room_are_reported_or_left_out() -> None:
    points = {"a": (100.0, 50.0), "b": (100.0, 51.0)}
    obstacles = Obstacles(SHEET, [Rect(0, 0, 200, 40), Rect(0, 60, 200, 100)], [], frozenset())
    labels = [obstacles.label(id_, around_point(at, 190, STYLE, 6)) for id_, at in points.items()]

    assert label_placement.conflicts(label_placement.place_labels(labels, obstacles), obstacles)
    assert len(label_placement.place_where_free(labels)) < 2


def test_room_is_kept_for_a_wider_serif_than_the_one_served() -> None:
    widths = Widths({"regular": {"a": 500, "A": 600}})

    assert widths.of("aa", Style("x", "regular", 10)) == pytest.approx(11)
    assert widths.of("aa", Style("x", "regular", 10, 2, capitals=True)) == pytest.approx(17.2)


def test_a_name_without_room_takes_a_place_that_another_can_leave() -> None:
    wide, narrow = Rect(0, 0, 10, 10), Rect(20, 0, 30, 10)
    first = Label("first", [Candidate((wide,), ""), Candidate((narrow,), "", 5)], [0, 5])
    second = Label("second", [Candidate((wide,), "")], [0])

    chosen = label_placement.place_where_free([first, second])

    assert chosen["second"].bounds == wide
    assert chosen["first"].bounds == narrow
    taken = [Candidate((narrow,), "")]
    assert "second" not in label_placement.place_where_free([first, second], taken)


def test_a_name_keeps_off_marks_that_it_might_seem_to_name() -> None:
    sheet, mark = Rect(0, 0, 100, 100), Rect(40, 40, 46, 46)
    beside, away = Candidate((Rect(20, 38, 38, 48),), ""), Candidate((Rect(2, 38, 20, 48),), "")

    marked = Obstacles(sheet, [], [mark], frozenset())
    barred = Obstacles(sheet, [mark], [], frozenset(), named=[mark])

    for obstacles in (marked, barred):
        assert obstacles.cost(away) < obstacles.cost(beside)
