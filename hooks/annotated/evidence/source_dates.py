"""When a source first told of an event, and which sources are older than the event."""

from collections.abc import Iterator, Mapping

from annotated.content.catalogue import Catalogue
from annotated.content.endnotes import Endnotes
from annotated.content.sources import Source
from annotated.model.edtf import SingleDate
from annotated.model.entities import Event


def published(source: Source) -> SingleDate:
    """Return the date of a source, as printed, as exactly as it is given."""
    month, day = (f"{number:02}" if number else "" for number in (source.month, source.day))
    return SingleDate(f"{source.year:04}", month, day)


def first_source(
    event: Event, endnotes: Endnotes, sources: Mapping[str, Source]
) -> tuple[str, Source] | None:
    """Return (number of the note, source) of the earliest source that a reader could have read.

    What is not public, such as an interview, is left out, and so is a source that is older than
    the event. A source counts from the last day that its date allows.
    """
    begin = event.date.first if event.date else None
    found = [
        (number, sources[cite.text])
        for number in event.notes
        for cite in (endnotes.notes[number].cites if number in endnotes.notes else ())
        if cite.text in sources and sources[cite.text].public
    ]
    told = [one for one in found if not begin or published(one[1]).last >= begin]
    return min(told, key=lambda one: published(one[1]).last, default=None)


def too_old(
    catalogue: Catalogue, endnotes: Endnotes, sources: Mapping[str, Source]
) -> Iterator[tuple[str, str, str]]:
    """Yield (id of an event, number of a note, sentence) where a source precedes the event.

    The latest day of the source's date is compared with the earliest day of the event's.
    """
    for event in catalogue.of_type(Event):
        if not (event.date and event.date.start):
            continue
        for number in event.notes:
            for cite in endnotes.notes[number].cites if number in endnotes.notes else ():
                source = sources.get(cite.text)
                if source and published(source).last < event.date.start.first:
                    when = published(source).words
                    sentence = f"a source of note {number} is of {when}, the event of"
                    yield event.id, number, f"{sentence} {event.date.words}."
