"""Items of the timeline as HTML: when, what, where, who, who says so, on which notes."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from html import escape

from annotated.content.endnotes import Endnotes
from annotated.content.sources import Source
from annotated.content.statements import Statement
from annotated.content.timeline_lanes import Lanes
from annotated.evidence.attestations import paragraph_of
from annotated.evidence.source_dates import published
from annotated.model import movement
from annotated.model.anchors import remark_anchor
from annotated.model.edtf import Date
from annotated.model.entities import Entity, Event, Place
from annotated.model.entity_facts import enumerated
from annotated.model.remarks import Remark
from annotated.model.single_date import SingleDate
from annotated.model.vocabulary import CERTAINTY, DATED_BY, PRECISION_OF_DATE

AUDIT = "sources/audit.md"


@dataclass(frozen=True)
class TimelineEvent:
    """An event, with where it is narrated and when it could first be read of.

    `statements` are those that attest it, in reading order; `first_source` is the number of a
    note and the earliest source that could be read; `older_sources` are sentences on sources that
    precede it, `remarks` the matters in which it does not fit.
    """

    event: Event
    statements: tuple[Statement, ...]
    first_source: tuple[str, Source] | None
    older_sources: tuple[str, ...]
    remarks: tuple[Remark, ...] = ()


@dataclass(frozen=True)
class EventItems:
    """The items; `entities` are by id, `chapters` titles by path, `speaker_labels` by speaker.

    `entity_url` returns the URL of an entity by its id, `page_url` that of a page by its path
    below `docs/`, both relative to the page of the timeline.
    """

    entities: Mapping[str, Entity]
    endnotes: Endnotes
    chapters: Mapping[str, str]
    speaker_labels: Mapping[str, str]
    entity_url: Callable[[str], str]
    page_url: Callable[[str], str]
    lanes: Lanes

    def item(self, dated: TimelineEvent) -> str:
        """Return the item of an event; its `data-` attributes are what the filters read."""
        event = dated.event
        data = "".join(
            f' data-{name}="{escape(value)}"' for name, value in self.data(dated).items()
        )
        rows = "".join(f"<dt>{name}</dt><dd>{words}</dd>" for name, words in self._rows(dated))
        conflict = f'<p class="conflict">{self._misfits(dated)}</p>' if dated.remarks else ""
        page = f'<a class="title" href="{self.entity_url(event.id)}">All on this event</a>'
        text = f"<p>{escape(event.summary)}</p>{conflict}<dl>{rows}</dl><p>{page}</p>"
        how = f'<p class="how">{_how(event)}.</p>'
        return (
            f'<li id="event-{event.id}"{data}><details>'
            f'<summary id="{line_id(event)}">{_line(dated)}</summary>'
            f'<div class="told">{how}{text}</div></details></li>'
        )

    def _misfits(self, dated: TimelineEvent) -> str:
        links = "; ".join(
            f'<a href="{self.page_url(f"{AUDIT}#{remark_anchor(remark.id)}")}">'
            f"{escape(remark.subject)}</a>"
            for remark in dated.remarks
        )
        return f"<b>What does not fit:</b> {links}"

    def data(self, dated: TimelineEvent) -> dict[str, str]:
        """Return what the filters and orders of the page read; ids are separated by spaces."""
        event = dated.event
        first = next(iter(dated.statements), None)
        return {
            "lane": self.lanes.lane_of(event).id,
            "place": " ".join(dict.fromkeys(self._around(event.places))),
            "actor": " ".join(event.actors),
            "kind": event.kind,
            "certainty": event.certainty,
            "conflict": "yes" if dated.remarks or dated.older_sources else "",
            "paragraph": str(paragraph_of(first, self.endnotes)) if first else "",
            "chapter": self.chapters[first.chapter] if first else "",
            "known": str(published(dated.first_source[1]).last) if dated.first_source else "",
        }

    def _around(self, places: Iterable[str]) -> Iterator[str]:
        """Yield places and, after each, those that contain it."""
        for id_ in places:
            place = self.entities.get(id_)
            if isinstance(place, Place):
                yield id_
                yield from self._around([place.within] if place.within else [])
                yield from place.country

    def _rows(self, dated: TimelineEvent) -> Iterator[tuple[str, str]]:
        event = dated.event
        if event.places:
            url = self.page_url(f"map/index.md#event={event.id}")
            on_map = f'<a class="on-map" href="{url}">on the map</a>'
            yield "Where", f"{self._links(event.places)} · {on_map}"
        if event.toward:
            yield "Movement", escape(movement.words(event, self.entities))
        if event.actors:
            yield "Actors", self._links(event.actors)
        speakers = self._speakers(dated.statements)
        sentences = (CERTAINTY[event.certainty], speakers, escape(event.not_in_text))
        yield "Said by", " ".join(filter(None, sentences))
        yield "Source", " ".join(_sources(dated))

    def _speakers(self, statements: Iterable[Statement]) -> str:
        """Return for example “Told as a fact (¶2, ¶23); said by officials (¶8).”."""
        labels: dict[str, dict[str, None]] = {}
        for statement in statements:
            if speaker := self.speaker_labels.get(statement.speaker):
                labels.setdefault(speaker, {})[statement.label] = None
        words = "; ".join(f"{speaker} ({', '.join(where)})" for speaker, where in labels.items())
        return f"{words[:1].upper()}{words[1:]}." if words else ""

    def _links(self, ids: Iterable[str]) -> str:
        return ", ".join(
            f'<a href="{self.entity_url(id_)}">{escape(self.entities[id_].name)}</a>'
            for id_ in ids
            if id_ in self.entities
        )


def line_id(event: Event) -> str:
    """Return the id of the line of an event, which also names its mark on the strip."""
    return f"line-{event.id}"


def _line(dated: TimelineEvent) -> str:
    """Return the one line of an event that is not open."""
    event = dated.event
    when = when_in_html(event.date) if event.date else "undated"
    kind = event.kind if event.certainty == "stated" else f"{event.kind}, {event.certainty}"
    misfit = ' <b class="misfit">does not fit</b>' if dated.remarks or dated.older_sources else ""
    return (
        f'<span class="date">{when}</span> <h3>{escape(event.name)}</h3> '
        f'<span class="kind">{kind}{misfit}</span>'
    )


def _how(event: Event) -> str:
    if not event.date:
        return "The article gives no date"
    by = f"; by {event.by.words}" if event.by else ""
    return f"Dated {PRECISION_OF_DATE[event.date.precision]}, {DATED_BY[event.dated_by]}{by}"


def when_in_html(date: Date) -> str:
    """Return the words of a date, in `<time>` where HTML allows the value."""
    ends = list(dict.fromkeys(filter(None, (date.start, date.end))))
    if date.edtf[0] in "[{" or not ends:
        return escape(date.words)
    if date.start and date.end:
        return " to ".join(map(_time, ends))
    return escape(date.words).replace(ends[0].words, _time(ends[0]))


def _time(end: SingleDate) -> str:
    return f'<time datetime="{end.html}">{end.words}</time>' if end.html else end.words


def _sources(dated: TimelineEvent) -> Iterator[str]:
    notes = dated.event.notes
    if dated.first_source:
        number, source = dated.first_source
        yield f"First: {published(source).words} (note {escape(number)})."
        others = [note for note in notes if note != number]
        if others:
            yield f"Also {'note' if len(others) == 1 else 'notes'} {escape(enumerated(others))}."
    elif notes:
        word = "note" if len(notes) == 1 else "notes"
        yield f"None that could be read then: {word} {escape(enumerated(notes))}."
    else:
        yield "No note is cited."
    for sentence in dated.older_sources:
        yield f'<b class="older">Older than the event:</b> {sentence}'
