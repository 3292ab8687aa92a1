"""Geometry of the map: flat, true to scale, simplified and cut at the edge."""

from math import dist

import pytest

from annotated.geo import polylines, svg_paths
from annotated.geo.bows import SHORT, bow
from annotated.geo.marks_apart import apart
from annotated.geo.projection import Frame
from map_ground import BOX


def test_a_sheet_is_true_to_scale_along_its_parallel() -> None:
    frame = Frame(BOX, 34, 720)

    (x1, y1), (x2, y2) = frame.xy(40, 34), frame.xy(41, 35)

    # A degree of longitude at 34 degrees north is 92.18 km, a degree of latitude 111.195 km.
    assert (x2 - x1) / (y1 - y2) == pytest.approx(92.18 / 111.195, rel=1e-4)
    assert frame.length(92.18) == pytest.approx(x2 - x1, rel=1e-4)


def test_a_point_falls_at_the_same_hundredths_of_every_width() -> None:
    assert Frame(BOX, 34, 720).percent(40, 35) == pytest.approx((25, 25))
    assert Frame(BOX, 34, 120).percent(40, 35) == pytest.approx((25, 25))


def test_a_line_is_simplified_to_what_strays() -> None:
    line = [(0.0, 0.0), (1.0, 0.1), (2.0, 3.0), (3.0, 0.1), (4.0, 0.0)]

    assert polylines.simplify(line, 0.5) == [(0, 0), (1, 0.1), (2, 3), (3, 0.1), (4, 0)]
    assert polylines.simplify(line, 4) == [(0, 0), (4, 0)]


def test_the_outline_of_neighbours_leaves_out_the_border_between_them() -> None:
    west = [(0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0), (0.0, 0.0)]
    east = [(1.0, 0.0), (2.0, 0.0), (2.0, 1.0), (1.0, 1.0), (1.0, 0.0)]

    (ring,) = polylines.outline([west, east])

    assert len(ring) == 7
    assert ring[0] == ring[-1]
    assert set(ring) == set(west) | set(east)


def test_a_line_is_cut_where_it_leaves_the_sheet() -> None:
    line = [(-50.0, 5.0), (-20.0, 5.0), (5.0, 5.0), (30.0, 5.0), (60.0, 5.0), (60.0, 60.0)]

    runs = list(polylines.inside(line, 10, 10, 2))

    assert runs == [[(-20, 5), (5, 5), (30, 5)]]


def test_a_ring_is_clipped_to_the_sheet() -> None:
    ring = [(-10.0, -10.0), (5.0, -10.0), (5.0, 20.0), (-10.0, 20.0)]

    assert set(polylines.clipped(ring, 10, 10, 0)) == {(0, 0), (5, 0), (5, 10), (0, 10)}


def test_a_path_is_written_short_and_rounded() -> None:
    line = [(0.04, 1.0), (0.5, -0.25), (10.123, 3.0)]

    assert svg_paths.straight([line]) == "M0 1l.5-1.2 9.6 3.2"
    assert svg_paths.smooth([line]) == "M0 1q.5-1.2 10.1 2"


def test_marks_that_would_lie_on_each_other_both_give_way() -> None:
    found = apart({"one": (0, 0), "other": (4, 0), "far": (50, 50)}, 10)

    assert found == {"one": (-3, 0), "other": (7, 0), "far": (50, 50)}


def test_a_bow_stops_short_of_both_ends_and_bends_to_one_side() -> None:
    points = [*bow((0, 0), (100, 0)).points()]

    assert dist(points[0], (0, 0)) == pytest.approx(SHORT)
    assert dist(points[-1], (100, 0)) == pytest.approx(SHORT)
    assert all(y < 0 for _, y in points)
