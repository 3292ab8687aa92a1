"""What the map is made of: months, marks, towns on rivers, and what is refused."""

import gzip
from itertools import combinations
from math import dist, hypot

import pytest

from annotated.content import guide
from annotated.core.build_cache import BuildCache
from annotated.geo import label_placement
from annotated.geo.label_candidates import Rect
from annotated.geo.projection import Frame
from annotated.linking.entity_links import EntityLinks
from annotated.maps import river_diagram
from annotated.maps.arrows import Arrows
from annotated.maps.atlas import Atlas
from annotated.maps.label_layer import NARROW
from annotated.maps.locator import Locator
from annotated.maps.sheet_marks import HALF_MARK
from annotated.model.entities import Place, Point
from annotated.site import reading
from map_ground import BOX


@pytest.fixture(scope="module")
def atlas(texts: dict[str, str]) -> Atlas:
    return Atlas(guide.read(texts)[0], texts)


def town(**given: object) -> Place:
    facts: dict[str, object] = {"kind": "town", "precision": "1", "point": Point(34, 42)}
    index = {"id": "one", "path": "", "body": "", "body_line": 1, "name": "One", "summary": ""}
    return Place(**(index | facts | given))  # type: ignore[arg-type]


def test_a_month_is_offered_only_where_an_event_begins_or_ends_in_it(atlas: Atlas) -> None:
    assert atlas.months.selectable == sorted(set(atlas.months.selectable))
    for month in atlas.months.selectable:
        ends = [
            part
            for event in atlas.events
            if event.date
            for part in (event.date.start, event.date.end)
        ]
        assert [part for part in ends if part and f"{part.year}-{part.month:02}" == month]


def test_a_locator_is_a_dot_a_ring_or_nothing() -> None:
    locator = Locator(Frame(BOX, 34, 120))

    index, dot = locator.dot(town()), '<svg aria-hidden="true"><circle cx="50%" cy="50%"/></svg>'
    assert index == f'<span class="locator">{dot}</span>'
    assert 'class="locator near"' in locator.dot(town(precision="3"))
    assert 'class="locator wide"' in locator.dot(town(kind="region", precision="2"))
    assert locator.dot(town(point=None)) == ""
    assert locator.dot(town(point=Point(50, 10))) == ""
    assert locator.dot(town(kind="country")) == ""


def test_a_locator_takes_about_a_hundred_bytes_and_its_image_little_more_than_a_kilobyte(
    atlas: Atlas,
) -> None:
    locator = Locator(atlas.guide.sheets["locator"].frame(120))
    css = locator.css(atlas.guide.base_map, ["Euphrates", "Tigris"])

    assert max(len(locator.dot(place).encode()) for place in atlas.places.values()) <= 100
    assert len(gzip.compress(css.encode(), 9)) <= 1500


def test_towns_follow_a_river_downstream(atlas: Atlas) -> None:
    towns = list(atlas.places.values())

    euphrates = river_diagram.stops(atlas.guide.base_map.named("Euphrates"), towns)
    tigris = river_diagram.stops(atlas.guide.base_map.named("Tigris"), towns)

    assert [stop.place.id for stop in euphrates] == [
        "raqqa", "deir-ez-zor", "mayedin", "abu-kamal", "al-qaim", "rawa", "ana", "haditha",
        "fallujah",
    ]  # fmt: skip
    assert [stop.place.id for stop in tigris] == [
        "mosul", "bayji", "tikrit", "samarra", "balad", "baghdad",
    ]  # fmt: skip
    assert max(stop.off for stop in (*euphrates, *tigris)) <= river_diagram.REACH


@pytest.mark.slow
@pytest.mark.parametrize("path", ["docs/places/mosul.md", "docs/places/abu-kamal.md"])
def test_a_swapped_latitude_and_longitude_are_reported_with_file_and_line(
    texts: dict[str, str], path: str
) -> None:
    lines = texts[path].split("\n")
    number = next(i for i, line in enumerate(lines) if line.startswith("point: "))
    latitude, longitude = lines[number].removeprefix("point: [").rstrip("]").split(", ")
    lines[number] = f"point: [{longitude}, {latitude}]"

    swapped = texts | {path: "\n".join(lines)}
    found = [str(problem) for problem in reading.read(swapped, {}, BuildCache())[1]]

    assert [problem for problem in found if problem.startswith(f"{path}:{number + 1}: ")]
    assert all("point-outside-country" in problem for problem in found)


def test_every_name_of_every_sheet_has_its_own_room(atlas: Atlas) -> None:
    assert [labels.sheet.id for labels in atlas.label_layers.values()] == ["region", "valley"]
    for labels in atlas.label_layers.values():
        candidates, obstacles = labels.wide
        assert len(candidates) == len(labels.marked) + len(labels.unmarked)
        assert label_placement.conflicts(candidates, obstacles) == []


def test_no_name_lies_on_a_mark(atlas: Atlas) -> None:
    for labels in atlas.label_layers.values():
        candidates, obstacles = labels.wide
        assert obstacles.marks
        assert [id_ for id_, at in candidates.items() if obstacles.is_on_mark(at)] == []


def test_no_mark_lies_on_another_and_none_is_moved_far(atlas: Atlas) -> None:
    for labels in atlas.label_layers.values():
        at = {place.id: labels.xy(place) for place in labels.marked}
        true = {
            place.id: labels.base.frame.xy(place.point.longitude, place.point.latitude)
            for place in labels.marked
            if place.point
        }

        assert min(dist(a, b) for a, b in combinations(at.values(), 2)) >= 2 * HALF_MARK
        assert max(dist(at[id_], true[id_]) for id_ in at) <= labels.base.frame.length(3.5)


def test_on_a_narrow_screen_a_name_stands_at_its_own_mark(atlas: Atlas) -> None:
    for labels in atlas.label_layers.values():
        marks = {place.id: labels.xy(place) for place in labels.marked}
        for id_ in labels.narrow.keys() & marks.keys():
            line = NARROW * labels.style(atlas.places[id_]).size
            assert _to(labels.narrow[id_].bounds, marks[id_]) <= line, id_


def _to(rect: Rect, point: tuple[float, float]) -> float:
    """Return how far a point is from a rectangle."""
    across = max(rect.left - point[0], 0, point[0] - rect.right)
    down = max(rect.top - point[1], 0, point[1] - rect.bottom)
    return hypot(across, down)


def test_a_river_is_named_where_it_is_wanted(atlas: Atlas) -> None:
    labels = atlas.label_layers["region"]
    candidates, _ = labels.wide

    x, y = candidates["euphrates"].bounds.middle
    assert dist((x, y), labels.xy(atlas.places["mayedin"])) < dist(
        (x, y), labels.xy(atlas.places["fallujah"])
    )


def test_landmarks_stand_where_there_is_room(atlas: Atlas) -> None:
    labels = atlas.label_layers["region"]
    taken = list(labels.wide[0].values())

    found = labels.room_left(1)

    assert {"Aleppo", "Damascus", "Erbil", "Beirut", "Israel", "Saudi Arabia"} <= found.keys()
    assert not [name for name, at in found.items() if any(map(at.overlaps, taken))]


def test_a_mark_tells_the_weightiest_kind_on_whose_word_and_how_many(atlas: Atlas) -> None:
    def told(place: str, month: str) -> tuple[str, str, bool, list[int]]:
        ((mark, _),) = atlas.month_marks.marks(place, month).items()
        return (
            mark.happening.mark,
            mark.certainty,
            mark.sure,
            list(atlas.month_marks.counts(place, month)),
        )

    assert told("rutbah", "2016-10") == ("arrow-up", "claimed", True, [2])
    assert told("balad", "2016-07")[:3] == ("arrow-up", "reported", True)
    assert told("tal-afar", "2017-08") == ("arrow-down", "stated", True, [2])
    assert told("raqqa", "2017-10")[:2] == ("star", "stated")


def test_an_arrow_leads_from_where_to_where_in_the_months_of_its_event(atlas: Atlas) -> None:
    links = EntityLinks(dict(atlas.guide.catalogue.entities), lambda id_: f"{id_}.html")
    drawn = {
        id_: Arrows(labels, links, atlas.events, atlas.months.of_event)
        for id_, labels in atlas.label_layers.items()
    }

    # What the valley enlarges is drawn there.
    assert "al-qaim-offensive" not in drawn["region"].svg()
    offensive = drawn["valley"].svg("2017-10")

    assert "Iraqi forces: from ’Ana toward al-Qa’im (schematic)" in offensive
    assert 'data-entity="al-qaim-offensive"' in offensive
    assert "al-qaim-offensive" not in drawn["valley"].svg("2016-10")
    # What has no end on a sheet is not drawn there.
    assert "hezbollah-convoy-deal" in drawn["region"].svg()
    assert "hezbollah-convoy-deal" not in drawn["valley"].svg()
