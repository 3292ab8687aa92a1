"""Dates of notes beside those of events: how long after an event its source was published."""

from collections.abc import Iterator, Mapping
from datetime import date

from annotated.content.catalogue import Catalogue
from annotated.content.endnotes import Endnote
from annotated.content.sources import Source
from annotated.evidence.source_dates import published
from annotated.model.entities import Event
from annotated.model.entity_facts import link_to

# Of many events the nearest two say enough.
MOST = 2


def distance(note: Endnote, catalogue: Catalogue, sources: Mapping[str, Source]) -> str:
    """Return in words, as Markdown, how far a note is in time from the events that cite it.

    Nothing is returned where its sources or the events have no day, or the sources have several.
    """
    days = set(_days(note, sources))
    if len(days) != 1:
        return ""
    day = days.pop()
    if day is None:
        return ""
    found = [
        (abs((day - event.date.first).days), event.name, _words(day, event.date.first, event))
        for event in catalogue.of_type(Event)
        if note.note in event.notes and event.date and event.date.first
        if event.date.first == event.date.last
    ]
    words = [told for _, _, told in sorted(found)[:MOST]]
    return f"Dated {'; '.join(words)}." if words else ""


def _days(note: Endnote, sources: Mapping[str, Source]) -> Iterator[date | None]:
    for cite in note.cites:
        if source := sources.get(cite.text):
            yield published(source).first if source.day else None


def _words(day: date, happened: date, event: Event) -> str:
    count = (day - happened).days
    if not count:
        return f"on the day of {link_to(event)}"
    number = f"{abs(count)} day{'s' if abs(count) > 1 else ''}"
    return f"{number} {'after' if count > 0 else 'before'} {link_to(event)}"
