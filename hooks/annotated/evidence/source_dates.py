"""Dates of sources beside those of events: the first to report one, and those older than it."""

from collections.abc import Iterator, Mapping
from functools import cache

from annotated.content.catalogue import Catalogue
from annotated.content.endnotes import Endnotes
from annotated.content.sources import Source
from annotated.model.entities import Event
from annotated.model.single_date import SingleDate


def published(source: Source) -> SingleDate:
    """Return the date of a source as printed, no more exact than it is given."""
    return _date(source.year, source.month, source.day)


@cache
def _date(year: int, *rest: int) -> SingleDate:
    month, day = (f"{number:02}" if number else "" for number in rest)
    return SingleDate(f"{year:04}", month, day)


def first_source(
    event: Event, endnotes: Endnotes, sources: Mapping[str, Source]
) -> tuple[str, Source] | None:
    """Return (number of the note, source) of the earliest source that a reader could have read.

    A source that is not public, such as an interview, is left out, and so is one that is older
    than the event. A source counts as of the last day that its date allows.
    """
    begin = event.date.first if event.date else None
    dated = [
        (published(source).last, number, source)
        for number, source in _cited(event, endnotes, sources)
        if source.public
    ]
    readable = [entry for entry in dated if not begin or entry[0] >= begin]
    _, number, source = min(readable, key=lambda entry: entry[0], default=(None, "", None))
    return (number, source) if source else None


def too_old(
    catalogue: Catalogue, endnotes: Endnotes, sources: Mapping[str, Source]
) -> Iterator[tuple[str, str, str]]:
    """Yield (id of an event, number of a note, sentence) where a source precedes the event.

    The latest day of the source's date is compared with the earliest day of the event's.
    """
    for event in catalogue.of_type(Event):
        for number, source in older(event, endnotes, sources):
            sentence = f"a source of note {number} is of {published(source).words}, the event of"
            yield event.id, number, f"{sentence} {event.date.words if event.date else ''}."


def older(
    event: Event, endnotes: Endnotes, sources: Mapping[str, Source]
) -> Iterator[tuple[str, Source]]:
    """Yield (number of the note, source) for each source of an event that precedes it."""
    begin = event.date.start.first if event.date and event.date.start else None
    for number, source in _cited(event, endnotes, sources):
        if begin and published(source).last < begin:
            yield number, source


def _cited(
    event: Event, endnotes: Endnotes, sources: Mapping[str, Source]
) -> Iterator[tuple[str, Source]]:
    """Yield (number of the note, source) for each source that the notes of an event cite."""
    for number in event.notes:
        for cite in endnotes.notes[number].cites if number in endnotes.notes else ():
            if cite.text in sources:
                yield number, sources[cite.text]
