"""Names on a map stand clear of one another, or make way."""

import pytest

from annotated.geo import label_placement, label_placement_label_search
from annotated.geo.label_candidates import Rect
from annotated.geo.label_candidates_spots import around
from annotated.geo.label_placement import Ground
from annotated.geo.text_metrics import Style, Widths

STYLE = Style("town", "regular", 12)
SHEET = Rect(0, 0, 200, 100)


def test_names_make_way_for_each_other() -> None:
    points = {"a": (100.0, 50.0), "b": (104.0, 50.0), "c": (102.0, 56.0)}
    ground = Ground(SHEET, [], [], frozenset())
    given = [ground.label(id_, around(at, 50, STYLE, 6)) for id_, at in points.items()]

    assert label_placement.clashes({one.id: one.spots[0] for one in given}, ground)
    assert label_placement.clashes(label_placement_label_search.place(given, ground), ground) == []


def test_names_without_room_are_reported_or_left_out() -> None:
    points = {"a": (100.0, 50.0), "b": (100.0, 51.0)}
    ground = Ground(SHEET, [Rect(0, 0, 200, 40), Rect(0, 60, 200, 100)], [], frozenset())
    given = [ground.label(id_, around(at, 190, STYLE, 6)) for id_, at in points.items()]

    assert label_placement.clashes(label_placement_label_search.place(given, ground), ground)
    assert len(label_placement_label_search.fit(given)) < 2


def test_room_is_kept_for_a_wider_serif_than_the_one_served() -> None:
    widths = Widths({"regular": {"a": 500, "A": 600}})

    assert widths.of("aa", Style("x", "regular", 10)) == pytest.approx(11)
    assert widths.of("aa", Style("x", "regular", 10, 2, capitals=True)) == pytest.approx(17.2)
