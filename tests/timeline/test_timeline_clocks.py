"""The clocks of an event: when it could first be read of, and where it is told."""

import pytest

from annotated.evidence import attestations, source_dates
from annotated.site.guide_index import GuideIndex
from annotated.timeline import timeline_page
from annotated.timeline.event_items import TimelineEvent

Events = dict[str, TimelineEvent]


@pytest.fixture(scope="module")
def events(index: GuideIndex) -> Events:
    found = timeline_page.timeline_events(index.guide, index.attestations)
    return {each.event.id: each for each in found}


def test_the_first_source_is_the_earliest_that_could_be_read(events: Events) -> None:
    number, source = events["tal-afar-lost"].first_source or ("", None)

    assert source
    assert (number, str(source_dates.published(source).last)) == ("2", "2017-08-27")


def test_an_interview_is_no_source_that_could_be_read(events: Events) -> None:
    interview = events["interview-coalition-official"]

    assert interview.event.notes
    assert interview.first_source is None


def test_a_source_older_than_the_event_does_not_tell_of_it(events: Events) -> None:
    older = [each for each in events.values() if each.older_sources]

    assert older
    for each in older:
        assert each.event.date
        assert each.event.date.first
        if each.first_source:
            assert source_dates.published(each.first_source[1]).last >= each.event.date.first


def test_the_sentences_that_tell_of_an_event_are_in_reading_order(events: Events) -> None:
    paragraphs = [statement.paragraph for statement in events["tal-afar-lost"].statements]

    assert paragraphs == ["2", "6", "23", "25"]


def test_a_substantive_note_is_read_where_it_is_cited(index: GuideIndex) -> None:
    attested = index.attestations["mayedin"]

    numbers = [attestations.paragraph_of(each, index.guide.endnotes) for each in attested]

    assert numbers == sorted(numbers)
    assert {"a", "16", "20"} <= {statement.paragraph for statement in attested}
    assert attested[-1].paragraph != "a"
