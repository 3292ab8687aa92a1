"""The three clocks: lags by one rule, jumps of the telling, every event drawn and in the table."""

import re
from dataclasses import replace

import pytest

from annotated.linking.entity_links import EntityLinks
from annotated.model.edtf import parse
from annotated.model.entities import Event
from annotated.model.single_date import parse_single
from annotated.site.guide_index import GuideIndex
from annotated.site.urls import SiteUrls
from annotated.timeline import clocks_page, event_clocks, timeline_page
from annotated.timeline.clocks_page import ClocksPage
from annotated.timeline.event_clocks import EventClocks
from edtf_rows import rows


@pytest.fixture(scope="module")
def clocks(index: GuideIndex) -> dict[str, EventClocks]:
    guide = index.guide
    found = timeline_page.timeline_events(guide, index.attestations)
    return {
        dated.event.id: event_clocks.clocks(dated, guide.endnotes, guide.sources) for dated in found
    }


@pytest.fixture(scope="module")
def page(index: GuideIndex, urls: SiteUrls) -> str:
    here = urls.seen_from("timeline/clocks.html")
    return clocks_page.page(index.guide, index.attestations, here.entity)


@pytest.mark.parametrize("row", rows("lags.csv"), ids=lambda row: row["happened"])
def test_a_lag_is_counted_no_more_exactly_than_both_dates_allow(row: dict[str, str]) -> None:
    days = event_clocks.lag(parse(row["happened"]), parse_single(row["reported"]))

    assert event_clocks.lag_words(days) == row["lag"]


def test_an_undated_event_and_one_without_a_source_have_no_lag() -> None:
    assert event_clocks.lag(None, parse_single("2017-09-05")) is None
    assert event_clocks.lag(parse("2017-09-05"), None) is None


def test_a_jump_lies_between_paragraphs_whose_news_is_months_apart(
    clocks: dict[str, EventClocks],
) -> None:
    found = list(event_clocks.jumps(clocks.values()))
    told = {
        number: [
            days
            for each in clocks.values()
            if each.first_told == number
            and (days := event_clocks.within_a_month(each.dated.event.date))
        ]
        for jump in found
        for number in (jump.before, jump.paragraph)
    }

    assert any(jump.is_back for jump in found)
    assert any(not jump.is_back for jump in found)
    for jump in found:
        earlier, later = (jump.paragraph, jump.before)[:: 1 if jump.is_back else -1]
        gap = min(first for first, _ in told[later]) - max(last for _, last in told[earlier])
        assert gap.days == jump.days >= event_clocks.JUMP


def test_every_event_is_in_the_table_with_its_clocks(index: GuideIndex, page: str) -> None:
    listed = dict(re.findall(r'<tr data-event="([\w-]+)"(.*?)</tr>', page))
    events = {event.id for event in index.guide.catalogue.of_type(Event)}

    assert listed.keys() == events
    row = listed["tal-afar-lost"]
    assert "27 Aug 2017, note 2<" in row
    assert ">at most 26 days<" in row
    assert ">¶2, ¶6, ¶23, ¶25<" in row
    assert clocks_page.NONE in listed["interview-coalition-official"]


def test_every_event_with_a_clock_is_a_line_that_ends_at_what_is_known(
    clocks: dict[str, EventClocks], page: str
) -> None:
    drawing = page[page.index("<figure>") : page.index("</figure>")]
    lines = dict(re.findall(r'<a class="mention event" data-entity="([\w-]+)"(.*?)</a>', drawing))
    drawn = {
        id_
        for id_, each in clocks.items()
        if each.dated.event.date or each.reported or each.first_told is not None
    }

    assert lines.keys() == drawn
    for id_, line in lines.items():
        each = clocks[id_]
        dots = line.partition('class="dots"')[2].partition("/>")[0]
        assert ("M50 " in dots) == bool(each.reported), id_
        assert ("M100 " in dots) == (each.first_told is not None), id_
        assert ("M0 " in dots) == bool(each.dated.event.date), id_
        assert ("data-unreported" in line) != bool(each.reported), id_


def test_a_source_older_than_its_event_is_marked_and_named(
    clocks: dict[str, EventClocks], page: str
) -> None:
    older = [(id_, number) for id_, each in clocks.items() for number, _ in each.older]
    drawing, rest = page.split("</figure>")
    seen = rest.partition("<table")[0]

    assert older
    assert drawing.count('class="dots older"') == len(older)
    for id_, number in older:
        assert f"older, n. {number}</text>" in drawing
        assert f'data-entity="{id_}"' in seen


def test_without_chapters_or_dates_nothing_is_drawn(
    index: GuideIndex, clocks: dict[str, EventClocks]
) -> None:
    links = EntityLinks(index.entities, str)
    events = list(clocks.values())
    undated = [each for each in events if not each.dated.event.date]

    assert ClocksPage(replace(index.guide, chapters=[]), events, links).html() == ""
    assert ClocksPage(index.guide, undated, links).html() == ""
