"""What the map is made of: flat positions, lines, months, names in place, towns on rivers."""

import csv
import gzip

import pytest

from annotated import dates, disk, labels, line_work, months, project, river_strip, svg_paths
from annotated.atlas import Atlas
from annotated.check import problems
from annotated.entities import Place, Point
from annotated.labels import Ground, Label
from annotated.locator import Locator
from annotated.projection import Box, Frame
from annotated.rects import Rect
from annotated.spots import around
from annotated.type_widths import Style, Widths
from cases import FOLDER
from conftest import ROOT

BOX = Box(38, 32, 46, 36)
CHOICE = ["2016-05", "2016-12", "2017-04", "2017-09", "2017-10", "2017-11"]
STYLE = Style("town", "regular", 12)
SHEET = Rect(0, 0, 200, 100)


@pytest.fixture(scope="module")
def texts() -> dict[str, str]:
    return disk.texts(ROOT)


@pytest.fixture(scope="module")
def atlas(texts: dict[str, str]) -> Atlas:
    return Atlas(project.read(texts)[0], texts)


def rows(name: str) -> list[dict[str, str]]:
    with (FOLDER / name).open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def town(**given: object) -> Place:
    facts: dict[str, object] = {"kind": "town", "precision": "1", "point": Point(34, 42)}
    known = {"id": "one", "path": "", "body": "", "body_line": 1, "name": "One", "summary": ""}
    return Place(**(known | facts | given))  # type: ignore[arg-type]


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

    assert line_work.simplify(line, 0.5) == [(0, 0), (1, 0.1), (2, 3), (3, 0.1), (4, 0)]
    assert line_work.simplify(line, 4) == [(0, 0), (4, 0)]


def test_the_outline_of_neighbours_leaves_out_the_border_between_them() -> None:
    west = [(0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0), (0.0, 0.0)]
    east = [(1.0, 0.0), (2.0, 0.0), (2.0, 1.0), (1.0, 1.0), (1.0, 0.0)]

    (ring,) = line_work.outline([west, east])

    assert len(ring) == 7
    assert ring[0] == ring[-1]
    assert set(ring) == set(west) | set(east)


def test_a_line_is_cut_where_it_leaves_the_sheet() -> None:
    line = [(-50.0, 5.0), (-20.0, 5.0), (5.0, 5.0), (30.0, 5.0), (60.0, 5.0), (60.0, 60.0)]

    runs = list(line_work.inside(line, 10, 10, 2))

    assert runs == [[(-20, 5), (5, 5), (30, 5)]]


def test_a_ring_is_clipped_to_the_sheet() -> None:
    ring = [(-10.0, -10.0), (5.0, -10.0), (5.0, 20.0), (-10.0, 20.0)]

    assert set(line_work.clipped(ring, 10, 10, 0)) == {(0, 0), (5, 0), (5, 10), (0, 10)}


def test_a_path_is_written_short_and_rounded() -> None:
    line = [(0.04, 1.0), (0.5, -0.25), (10.123, 3.0)]

    assert svg_paths.straight([line]) == "M0 1l.5-1.2 9.6 3.2"
    assert svg_paths.smooth([line]) == "M0 1q.5-1.2 10.1 2"


@pytest.mark.parametrize("row", rows("months.csv"), ids=lambda row: row["edtf"])
def test_an_event_falls_in_months_for_certain_or_perhaps(row: dict[str, str]) -> None:
    found = months.of(dates.parse(row["edtf"]), CHOICE)

    assert " ".join(found.certain) == row["certain"]
    assert " ".join(found.possible) == row["possible"]


def test_an_event_without_a_date_falls_in_no_month() -> None:
    assert months.of(None, CHOICE) == months.Months()


def test_a_month_is_offered_only_where_an_event_begins_or_ends_in_it(atlas: Atlas) -> None:
    assert atlas.months.offered == sorted(set(atlas.months.offered))
    for month in atlas.months.offered:
        ends = [part for one in atlas.events if one.date for part in (one.date.start, one.date.end)]
        assert [part for part in ends if part and f"{part.year}-{part.month:02}" == month]


def test_names_make_way_for_each_other() -> None:
    points = {"a": (100.0, 50.0), "b": (104.0, 50.0), "c": (102.0, 56.0)}
    given = [Label(id_, around(at, 50, STYLE, 6)) for id_, at in points.items()]
    ground = Ground(SHEET, [], [], frozenset())

    assert labels.clashes({one.id: one.spots[0] for one in given}, ground)
    assert labels.clashes(labels.place(given, ground), ground) == []


def test_names_without_room_are_reported_or_left_out() -> None:
    points = {"a": (100.0, 50.0), "b": (100.0, 51.0)}
    given = [Label(id_, around(at, 190, STYLE, 6)) for id_, at in points.items()]
    ground = Ground(SHEET, [Rect(0, 0, 200, 40), Rect(0, 60, 200, 100)], [], frozenset())

    assert labels.clashes(labels.place(given, ground), ground)
    assert len(labels.fit(given, ground)) < 2


def test_room_is_kept_for_a_wider_serif_than_the_one_served() -> None:
    widths = Widths({"regular": {"a": 500, "A": 600}})

    assert widths.of("aa", Style("x", "regular", 10)) == pytest.approx(11)
    assert widths.of("aa", Style("x", "regular", 10, 2, capitals=True)) == pytest.approx(17.2)


def test_a_locator_is_a_dot_a_ring_or_nothing() -> None:
    locator = Locator(Frame(BOX, 34, 120))

    known = locator.dot(town())
    assert known == '<span class="locator" style="--x:50%;--y:50%"></span>'
    assert 'class="locator near"' in locator.dot(town(precision="3"))
    assert 'class="locator wide"' in locator.dot(town(kind="region", precision="2"))
    assert locator.dot(town(point=None)) == ""
    assert locator.dot(town(point=Point(50, 10))) == ""
    assert locator.dot(town(kind="country")) == ""


def test_a_locator_takes_about_a_hundred_bytes_and_its_image_little_more_than_a_kilobyte(
    atlas: Atlas,
) -> None:
    locator = Locator(atlas.project.sheets["locator"].frame(120))
    css = locator.css(atlas.project.base_map, ["Euphrates", "Tigris"])

    assert max(len(locator.dot(place).encode()) for place in atlas.places.values()) <= 100
    assert len(gzip.compress(css.encode(), 9)) <= 1500


def test_towns_follow_a_river_downstream(atlas: Atlas) -> None:
    towns = list(atlas.places.values())

    euphrates = river_strip.stops(atlas.project.base_map.named("Euphrates"), towns)
    tigris = river_strip.stops(atlas.project.base_map.named("Tigris"), towns)

    assert [stop.place.id for stop in euphrates] == [
        "raqqa", "deir-ez-zor", "mayedin", "abu-kamal", "al-qaim", "rawa", "ana", "haditha",
        "fallujah",
    ]  # fmt: skip
    assert [stop.place.id for stop in tigris] == [
        "mosul", "bayji", "tikrit", "samarra", "balad", "baghdad",
    ]  # fmt: skip
    assert max(stop.off for stop in (*euphrates, *tigris)) <= river_strip.REACH


@pytest.mark.parametrize("path", ["docs/places/mosul.md", "docs/places/abu-kamal.md"])
def test_a_swapped_latitude_and_longitude_are_reported_with_file_and_line(
    texts: dict[str, str], path: str
) -> None:
    lines = texts[path].split("\n")
    number = next(i for i, line in enumerate(lines) if line.startswith("point: "))
    latitude, longitude = lines[number].removeprefix("point: [").rstrip("]").split(", ")
    lines[number] = f"point: [{longitude}, {latitude}]"

    found = [str(one) for one in problems(texts | {path: "\n".join(lines)})]

    assert [one for one in found if one.startswith(f"{path}:{number + 1}: ")]
    assert all("point-outside-country" in one for one in found)


def test_every_name_of_every_sheet_has_its_own_room(atlas: Atlas) -> None:
    assert [names.sheet.id for names in atlas.names.values()] == ["region", "valley"]
    for names in atlas.names.values():
        spots, ground = names.wide
        assert len(spots) == len(names.marked) + len(names.named)
        assert labels.clashes(spots, ground) == []
