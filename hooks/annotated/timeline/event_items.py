"""One event of the timeline as HTML: when, what, where, who, who says so, on which notes."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from html import escape

from annotated.content.endnotes import Endnotes
from annotated.content.sources import Source
from annotated.content.statements import Statement
from annotated.evidence.attestations import paragraph_of
from annotated.evidence.source_dates import published
from annotated.model.edtf import Date, SingleDate
from annotated.model.entities import Entity, Event, Place
from annotated.model.entity_facts import enumerated
from annotated.model.vocabulary import CERTAINTY, DATED_BY, PRECISION_OF_DATE

TAG = re.compile(r"<[^>]*>")


@dataclass(frozen=True)
class Dated:
    """An event with its two other clocks.

    `told` are the sentences that tell of it, in reading order; `source` is the number of a note
    and the earliest source that could be read; `older` are sentences on sources that precede it.
    """

    event: Event
    told: tuple[Statement, ...]
    source: tuple[str, Source] | None
    older: tuple[str, ...]


@dataclass(frozen=True)
class Items:
    """Writes items; `chapters` are titles by path, `entities` by id, `said` words for speakers.

    `entity_url` returns the URL of an entity by its id, `page_url` that of a page by its path
    below `docs/`, as the page of the timeline reaches them.
    """

    entities: Mapping[str, Entity]
    endnotes: Endnotes
    chapters: Mapping[str, str]
    said: Mapping[str, str]
    entity_url: Callable[[str], str]
    page_url: Callable[[str], str]

    def item(self, dated: Dated) -> str:
        """Return the item of an event; what the filters read stands in `data-` attributes."""
        event = dated.event
        data = "".join(
            f' data-{name}="{escape(value)}"' for name, value in self.data(dated).items()
        )
        rows = "".join(f"<dt>{name}</dt><dd>{words}</dd>" for name, words in self._rows(dated))
        misfit = f"<b>What does not fit:</b> {escape(event.conflict)}" if event.conflict else ""
        conflict = f'<p class="conflict">{misfit}</p>' if misfit else ""
        link = f'<a class="title" href="{self.entity_url(event.id)}">{escape(event.name)}</a>'
        told = f"<h3>{link}</h3><p>{escape(event.summary)}</p>{conflict}<dl>{rows}</dl>"
        # By this a style sheet keeps room for what is not drawn yet.
        size = f' data-hundreds="{len(TAG.sub("", told)) // 100}"'
        clock = f'<div class="clock">{_clock(event)}</div>'
        return f'<li id="event-{event.id}"{data}{size}>{clock}<div>{told}</div></li>'

    def data(self, dated: Dated) -> dict[str, str]:
        """Return what the filters and orders of the page read; ids are parted by spaces."""
        event = dated.event
        first = dated.told[0] if dated.told else None
        return {
            "place": " ".join(dict.fromkeys(self._around(event.places))),
            "actor": " ".join(event.actors),
            "kind": event.kind,
            "certainty": event.certainty,
            "conflict": "yes" if event.conflict or dated.older else "",
            "paragraph": str(paragraph_of(first, self.endnotes)) if first else "",
            "chapter": self.chapters[first.chapter] if first else "",
            "source": str(published(dated.source[1]).last) if dated.source else "",
        }

    def _around(self, places: Iterable[str]) -> Iterator[str]:
        """Yield places and, after each, what it lies in."""
        for id_ in places:
            place = self.entities.get(id_)
            if isinstance(place, Place):
                yield id_
                yield from self._around([place.within] if place.within else [])
                yield from place.country

    def _rows(self, dated: Dated) -> Iterator[tuple[str, str]]:
        event = dated.event
        if event.places:
            sheets = self.page_url(f"map/index.md#event={event.id}")
            on_map = f'<a class="on-map" href="{sheets}">on the map</a>'
            yield "Where", f"{self._links(event.places)} · {on_map}"
        if event.actors:
            yield "Actors", self._links(event.actors)
        said = (CERTAINTY[event.certainty], self._speakers(dated.told), escape(event.not_in_text))
        yield "Said by", " ".join(words for words in said if words)
        yield "Source", " ".join(_sources(dated))

    def _speakers(self, told: Iterable[Statement]) -> str:
        """Return for example “Told as a fact (¶2, ¶23); said by officials (¶8).”."""
        where: dict[str, dict[str, None]] = {}
        for statement in told:
            where.setdefault(statement.speaker, {})[statement.label] = None
        known = {self.said[one]: places for one, places in where.items() if one in self.said}
        words = "; ".join(f"{said} ({', '.join(places)})" for said, places in known.items())
        return f"{words[:1].upper()}{words[1:]}." if words else ""

    def _links(self, ids: Iterable[str]) -> str:
        return ", ".join(
            f'<a href="{self.entity_url(id_)}">{escape(self.entities[id_].name)}</a>'
            for id_ in ids
            if id_ in self.entities
        )


def _clock(event: Event) -> str:
    if event.date:
        how = f"{PRECISION_OF_DATE[event.date.precision]}, {DATED_BY[event.dated_by]}"
        when = when_in_html(event.date)
    else:
        when, how = "undated", "the article gives no date"
    return f'<p class="date">{when}</p><p class="how">{how}</p><p class="kind">{event.kind}</p>'


def when_in_html(date: Date) -> str:
    """Return the words of a date, in `<time>` where HTML allows the value."""
    ends = list(dict.fromkeys(one for one in (date.start, date.end) if one))
    if date.edtf[0] in "[{" or not ends:
        return escape(date.words)
    if date.start and date.end:
        return " to ".join(_time(one) for one in ends)
    return escape(date.words).replace(ends[0].words, _time(ends[0]))


def _time(end: SingleDate) -> str:
    return f'<time datetime="{end.html}">{end.words}</time>' if end.html else end.words


def _sources(dated: Dated) -> Iterator[str]:
    notes = dated.event.notes
    if dated.source:
        number, source = dated.source
        yield f"First: {published(source).words} (note {escape(number)})."
        others = [one for one in notes if one != number]
        if others:
            yield f"Also {'note' if len(others) == 1 else 'notes'} {escape(enumerated(others))}."
    elif notes:
        word = "note" if len(notes) == 1 else "notes"
        yield f"None that could be read then: {word} {escape(enumerated(notes))}."
    else:
        yield "No note is cited."
    for sentence in dated.older:
        yield f'<b class="older">Older than the event:</b> {sentence}'
