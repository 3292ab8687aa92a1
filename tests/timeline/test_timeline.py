"""The timeline: every event once, none drawn more exactly than is known."""

import re
from dataclasses import replace

import pytest

from annotated.model.edtf import parse
from annotated.model.entities import Event
from annotated.site.guide_index import GuideIndex
from annotated.site.urls import SiteUrls
from annotated.timeline import event_items, overview_strip, timeline_page
from annotated.timeline.overview_strip import Scale


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

    assert sorted(re.findall(r'href="#event-([\w-]+)"', drawn)) == sorted(events)
    assert 'aria-hidden="true"' in drawn
    assert drawn.count("<a ") == drawn.count('tabindex="-1"')


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
        ("2017-09-05", "<circle", 0),
        ("2017-09", "url(#fade-both)", 0),
        ("2017-09-05~", "url(#fade-both)", 0),
        ("2014/2017-09-05", "url(#fade-start)", 1),
        ("2017-09-05/..", "url(#fade-end)", 1),
        ("../2017-09-05", "url(#fade-start)", 1),
        ("2017-09-05/2017-09-20", 'height="2.5"/>', 2),
    ],
)
def test_an_end_is_closed_only_where_its_day_is_known(
    index: GuideIndex, edtf: str, drawn: str, closed: int
) -> None:
    changed = replace(event(index, "tal-afar-lost"), date=parse(edtf))

    svg = overview_strip.figure([changed])

    assert drawn in svg
    assert svg.count("<line ") == closed


def test_the_scale_runs_from_edge_to_edge_and_never_back() -> None:
    scale = Scale.of([parse(text) for text in ("2007", "2014-06", "2017-09", "2017-10-02")])
    days = [parse(text).sort_key[0] for text in ("2007", "2010", "2014-06", "2017-09-30")]

    places = [scale.at(day) for day in days]

    assert places == sorted(places)
    assert scale.at(days[0]) == 0
    assert scale.at(parse("2017").sort_key[1], after=True) == pytest.approx(100)
    assert sum(width for _, _, width in scale.cells()) == pytest.approx(100)


def test_an_item_says_what_does_not_fit(page: str) -> None:
    item = re.search(r'<li id="event-tal-afar-lost".*?</li>', page)

    assert item
    assert "<b>What does not fit:</b>" in item[0]
    assert '#remark-tal-afar-a-month-later">Tal Afar a month later</a>' in item[0]
    assert "Told as a fact (¶2, " in item[0]
    assert "First: 27 August 2017 (note 2). Also note 10." in item[0]
    assert 'data-place="tal-afar nineveh iraq"' in item[0]
    assert 'href="../map/index.html#event=tal-afar-lost"' in item[0]
