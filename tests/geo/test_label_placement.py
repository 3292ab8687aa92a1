"""Labels on a map: none overlaps another, or one is reported or left out."""

import pytest

from annotated.geo import label_placement
from annotated.geo.label_candidates import Rect, around_point
from annotated.geo.label_placement import Obstacles
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
