"""The clocks of an event: when it could first be read of, and where it is told."""

import pytest

from annotated.evidence import attestations, source_dates
from annotated.site.guide_index import GuideIndex
from annotated.timeline import timeline_page
from annotated.timeline.event_items import Dated


@pytest.fixture(scope="module")
def dated(index: GuideIndex) -> dict[str, Dated]:
    return {one.event.id: one for one in timeline_page.dated(index.guide, index.attestations)}


def test_the_first_source_is_the_earliest_that_could_be_read(dated: dict[str, Dated]) -> None:
    number, source = dated["tal-afar-lost"].source or ("", None)

    assert source
    assert (number, str(source_dates.published(source).last)) == ("2", "2017-08-27")


def test_an_interview_is_no_source_that_could_be_read(dated: dict[str, Dated]) -> None:
    interview = dated["interview-coalition-official"]

    assert interview.event.notes
    assert interview.source is None


def test_a_source_older_than_the_event_does_not_tell_of_it(dated: dict[str, Dated]) -> None:
    older = [one for one in dated.values() if one.older]

    assert older
    for one in older:
        assert one.event.date
        assert one.event.date.first
        assert not one.source or source_dates.published(one.source[1]).last >= one.event.date.first


def test_the_sentences_that_tell_of_an_event_are_in_reading_order(dated: dict[str, Dated]) -> None:
    told = [part.paragraph for part in dated["tal-afar-lost"].told]

    assert told == ["2", "6", "23", "25"]


def test_a_substantive_note_is_read_where_it_is_cited(index: GuideIndex) -> None:
    told = index.attestations["mayedin"]

    numbers = [attestations.paragraph_of(part, index.guide.endnotes) for part in told]

    assert numbers == sorted(numbers)
    assert {"a", "16", "20"} <= {part.paragraph for part in told}
    assert told[-1].paragraph != "a"
