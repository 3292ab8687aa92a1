"""The timeline: every event once, none drawn more exactly than is known."""

import itertools
import re
from dataclasses import replace

import pytest

from annotated.model.edtf import parse
from annotated.model.entities import Event
from annotated.site.guide_index import GuideIndex
from annotated.site.urls import SiteUrls
from annotated.timeline import (
    event_items,
    mark_shapes,
    overview_strip,
    timeline_page,
    turning_points,
)
from annotated.timeline.mark_shapes import HALF, SHAPES
from annotated.timeline.scale import Scale
from annotated.timeline.strip_layout import lay_out


@pytest.fixture(scope="module")
def page(index: GuideIndex, urls: SiteUrls) -> str:
    here = urls.seen_from("timeline/index.html")
    return timeline_page.page(index.guide, index.attestations, here.entity, here.page)


def event(index: GuideIndex, id_: str) -> Event:
    found = index.entities[id_]
    assert isinstance(found, Event)
    return found


def test_every_event_is_under_its_year_or_listed_as_undated(index: GuideIndex, page: str) -> None:
    sections = dict(re.findall(r'<section id="(\w+)"[^>]*>(.*?)</section>', page))
    listed = {name: re.findall(r'<li id="event-([\w-]+)"', text) for name, text in sections.items()}
    events = {id_: entity for id_, entity in index.entities.items() if isinstance(entity, Event)}

    assert sorted(id_ for ids in listed.values() for id_ in ids) == sorted(events)
    assert set(listed["undated"]) == {id_ for id_, event in events.items() if not event.date}
    for name, ids in listed.items():
        for id_ in ids:
            date = events[id_].date
            assert name == "undated" if not date else str(date.sort_key[0].year)[:3] in name


def test_every_dated_event_has_a_mark_and_no_other(index: GuideIndex, page: str) -> None:
    drawn = page.partition("</figure>")[0]
    events = {
        id_ for id_, entity in index.entities.items() if isinstance(entity, Event) and entity.date
    }

    for svg in re.findall(r"<svg [^>]*viewBox=\"0 .*?</svg>", drawn):
        marks = re.findall(r'href="#event-([\w-]+)" tabindex="-1" aria-labelledby="[^"]*">', svg)
        assert sorted(marks) == sorted(events)
    assert drawn.count('role="group"') == 2


def test_a_lane_has_the_kind_or_the_place_of_its_events(index: GuideIndex) -> None:
    lanes = index.guide.lanes

    assert lanes.lane_of(event(index, "naba-rutbah-article")).id == "words"
    assert lanes.lane_of(event(index, "rutbah-raid")).id == "desert"
    assert lanes.lane_of(event(index, "mosul-takeover")).id == "iraq"
    assert lanes.lane_of(event(index, "adnani-killed")).id == "elsewhere"


def test_marks_of_a_row_keep_apart_and_within_their_dates(index: GuideIndex) -> None:
    dated = [event for event in index.guide.catalogue.of_type(Event) if event.date]
    scale = Scale.of([event.date for event in dated if event.date], 920)
    lanes = lay_out(dated, index.guide.lanes, scale)

    assert sum(len(lane.marks) + len(lane.bands) for lane in lanes) == len(dated)
    for lane in lanes:
        for marks in (lane.marks, lane.bands):
            for row in {mark.row for mark in marks}:
                ends = [(mark.left, mark.right) for mark in marks if mark.row == row]
                assert all(a[1] <= b[0] + 0.01 for a, b in itertools.pairwise(sorted(ends)))
        for mark in lane.marks:
            first, last = mark.when.sort_key
            middle = (scale.at(first) + scale.at(last, after=True)) / 2
            spare = (scale.at(last, after=True) - scale.at(first) - 12) / 2
            if mark.shape == "by":
                assert scale.at(first) <= mark.middle <= scale.at(last, after=True) + 0.01
                continue
            assert abs(mark.middle - middle) <= max(spare, 0) + 1


@pytest.mark.parametrize(
    ("edtf", "html"),
    [
        ("2017-09-05", '<time datetime="2017-09-05">5 September 2017</time>'),
        ("2017-09", '<time datetime="2017-09">September 2017</time>'),
        ("2017", '<time datetime="2017">2017</time>'),
        ("2017-09~", "about September 2017"),
        ("2017-21", "spring 2017"),
        ("200X", "the 2000s"),
        ("2017-09-XX", "a day in September 2017"),
        ("../2017", 'up to <time datetime="2017">2017</time>'),
        ("2016~/2016-10", 'about 2016 to <time datetime="2016-10">October 2016</time>'),
        ("[2016,2017]", "2016 or 2017"),
        (
            "2016?/2016-10-02",
            '2016 (uncertain) to <time datetime="2016-10-02">2 October 2016</time>',
        ),
    ],
)
def test_only_a_value_that_html_allows_is_marked_as_a_time(edtf: str, html: str) -> None:
    assert event_items.when_in_html(parse(edtf)) == html


@pytest.mark.parametrize(
    ("edtf", "drawn", "closed"),
    [
        ("2017-09-05", SHAPES["day"], 0),
        ("2017-09", SHAPES["month"], 0),
        ("2017-09-05~", SHAPES["about"], 0),
        ("2017-09~", SHAPES["about"], 0),
        ("2017-21", "url(#fade-wide-both)", 0),
        ("2017", "url(#fade-wide-both)", 0),
        ("2014/2017-09-05", "url(#fade-wide-start)", 1),
        ("2017-09-05/..", "url(#fade-wide-end)", 1),
        ("../2017-09-05", "url(#fade-wide-start)", 1),
        ("2017-07-05/2017-09-20", 'class="band"/>', 2),
    ],
)
def test_a_mark_is_no_more_exact_than_its_date(
    index: GuideIndex, edtf: str, drawn: str, closed: int
) -> None:
    changed = replace(event(index, "tal-afar-lost"), date=parse(edtf), by=None)

    svg = overview_strip.figure([changed], index.guide.lanes)
    svg = svg[svg.index('class="wide"') : svg.index('class="upright"')]

    assert drawn.format(HALF, 2 * HALF) in svg
    assert svg.count('class="cap"') == closed


def test_no_leader_crosses_the_name_of_a_turning_point(page: str) -> None:
    svg = page[page.index('<svg class="wide"') : page.index('<svg class="upright"')]
    leaders = re.findall(r'class="leader" d="M([\d.]+) ([\d.]+)V', svg)
    names = re.findall(r'class="name" x="([\d.]+)" y="([\d.]+)">([^<]+)<', svg)

    assert len(leaders) == len(names) >= 8
    for x, y, words in names:
        for leader_x, top in leaders:
            across = float(x) - 6.1 * len(words) < float(leader_x) < float(x)
            assert not (across and float(top) < float(y)), words


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2017-10", "Raqqa lost, Oct"),
        ("2017-10-17", "Raqqa lost, 17 Oct"),
        ("2017-10~", "Raqqa lost, about October 2017"),
        ("2017", "Raqqa lost, 2017"),
        ("2017-09/2017-10", "Raqqa lost, September 2017 to October 2017"),
        ("2017-10 by 2017-10-15~", "Raqqa lost, by about 15 Oct"),
        ("2017-10~ by 2017-10-15", "Raqqa lost, by 15 Oct"),
    ],
)
def test_the_name_of_a_turning_point_says_when_as_exactly_as_is_known(
    index: GuideIndex, edtf: str, words: str
) -> None:
    date, _, by = edtf.partition(" by ")
    lost = event(index, "raqqa-expulsion")
    changed = replace(lost, date=parse(date), by=parse(by) if by else None)

    assert turning_points.words([changed], index.guide.lanes) == {"raqqa-expulsion": words}


def test_the_losses_can_be_read_in_order_from_the_names_alone(page: str) -> None:
    svg = page[page.index('<svg class="wide"') : page.index('<svg class="upright"')]
    names = re.findall(r'class="name" x="([\d.]+)"[^>]*>([^<]+)<', svg)
    losses = [
        words
        for _, words in sorted(names, key=lambda pair: float(pair[0]))
        if "lost" in words or "given up" in words or "said free" in words
    ]

    assert losses == [
        "Mosul said free, by 10 Jul",
        "Tal Afar lost, by 27 Aug",
        "Hawija given up, by 10 Oct",
        "Mayedin lost, by 14 Oct",
        "Raqqa lost, by about 15 Oct",
        "Deir ez-Zor lost, by 31 Oct",
        "al-Qa’im lost, by 3 Nov",
        "Rawa lost, Nov",
    ]


def test_a_turning_point_stands_at_its_latest_day(index: GuideIndex) -> None:
    dated = [event for event in index.guide.catalogue.of_type(Event) if event.date]
    scale = Scale.of([event.date for event in dated if event.date], 920)
    marks = [mark for lane in lay_out(dated, index.guide.lanes, scale) for mark in lane.marks]
    latest = {mark.event.id: mark.middle for mark in marks if mark.shape == "by"}

    assert len(latest) >= 7
    for id_, middle in latest.items():
        day = event(index, id_).by
        assert day
        assert day.last
        assert middle == pytest.approx(scale.at(day.last, after=True))


def test_the_scale_runs_from_edge_to_edge_and_never_back() -> None:
    scale = Scale.of([parse(text) for text in ("2007", "2014-06", "2017-09", "2017-10-02")], 100)
    days = [parse(text).sort_key[0] for text in ("2007", "2010", "2014-06", "2017-09-30")]

    places = [scale.at(day) for day in days]

    assert places == sorted(places)
    assert scale.at(days[0]) == 0
    assert scale.at(parse("2017").sort_key[1], after=True) == pytest.approx(100)
    assert sum(cell.length for cell in scale.cells) == pytest.approx(100)


def test_an_item_says_what_does_not_fit(page: str) -> None:
    item = re.search(r'<li id="event-tal-afar-lost".*?</li>', page)

    assert item
    assert "<b>What does not fit:</b>" in item[0]
    assert '#remark-tal-afar-a-month-later">Tal Afar a month later</a>' in item[0]
    assert "does not fit</b>" in item[0].partition("</summary>")[0]
    assert "Told as a fact (¶2, " in item[0]
    assert "First: 27 August 2017 (note 2). Also note 10." in item[0]
    assert 'data-place="tal-afar nineveh iraq"' in item[0]
    assert 'href="../map/index.html#event=tal-afar-lost"' in item[0]


@pytest.mark.parametrize("shape", SHAPES)
def test_only_the_word_of_others_has_a_bar_across_its_mark(shape: str) -> None:
    drawn = {
        certainty: mark_shapes.drawn(shape, certainty, "0", "0")
        for certainty in ("stated", "reported", "claimed")
    }

    assert [name for name, mark in drawn.items() if 'class="bar"' in mark] == ["reported"]
    assert all(f'class="mark {name}"' in mark for name, mark in drawn.items())
