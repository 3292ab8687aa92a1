"""What a card says: an entity in a few lines, for a reader who does not want to leave the page."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from html import escape

from annotated.evidence.claim_marks import mark_hedges
from annotated.linking.backlinks import label
from annotated.maps.locator import Locator
from annotated.model.edtf import Date
from annotated.model.entities import Entity, Event, Group, Person, Place, Term, sense_at
from annotated.model.entity_facts import CERTAINTY, KIND_WORDS
from annotated.model.kinds import kind_of

ARABIC = re.compile("[\u0600-\u06ff]+(?: [\u0600-\u06ff]+)*")
SPAN = re.compile(r"\[([^\]]*)\]\{[^}]*\}")


@dataclass(frozen=True)
class Cards:
    """Writes cards for one page.

    `href` turns the id of an entity, `anchor` that of a paragraph or note (`p12`, `fn:43`), into
    an address relative to the page; `paragraphs` are the numbers of those that name an entity,
    `count` how often it is named.
    """

    entities: Mapping[str, Entity]
    events_of: Mapping[str, Iterable[Event]]
    hedges: re.Pattern[str]
    href: Callable[[str], str]
    anchor: Callable[[str], str]
    paragraphs: Callable[[str], Iterable[int]]
    count: Callable[[str], int]
    locator: Locator

    def card(self, entity: Entity, senses_at: Iterable[str] = ()) -> str:
        """Return the card as HTML; `senses_at` are the anchors where a sense of its own holds."""
        named_in = " ".join(map(str, self.paragraphs(entity.id)))
        when = f' data-on="{_on(entity.date)}"' if isinstance(entity, Event) and entity.date else ""
        return (
            f'<div class="card {kind_of(entity).word}" id="card-{entity.id}" popover="manual"'
            f'{when} data-in="{named_in}" data-count="{self.count(entity.id)}">'
            f'{self._dot(entity)}<p class="card-name">{self._name(entity)}</p>'
            f'{self._kind(entity)}<p id="tip-{entity.id}">{self._said(entity.summary)}</p>'
            f"{self._senses(entity, senses_at)}{''.join(self._facts(entity))}</div>"
        )

    def _dot(self, entity: Entity) -> str:
        return self.locator.dot(entity) if isinstance(entity, Place) else ""

    def _name(self, entity: Entity) -> str:
        arabic = f' <bdi lang="ar">{escape(entity.arabic)}</bdi>' if entity.arabic else ""
        lang = ' lang="ar-Latn"' if isinstance(entity, Term) and entity.transliterated else ""
        return f'<a{lang} href="{self.href(entity.id)}">{escape(entity.name)}</a>{arabic}'

    def _kind(self, entity: Entity) -> str:
        if isinstance(entity, Event):
            words = [entity.date.words if entity.date else "undated", entity.kind]
        elif isinstance(entity, Place):
            within = [entity.within, *entity.country]
            names = ", ".join(self.entities[id_].name for id_ in within if id_ in self.entities)
            words = [KIND_WORDS.get(entity.kind, entity.kind), names]
        elif isinstance(entity, Person | Group):
            words = [entity.kind.replace("-", " ")]
        else:
            words = []
        shown = " · ".join(escape(word) for word in words if word)
        return f'<p class="card-kind">{shown}</p>' if shown else ""

    def _said(self, text: str) -> str:
        return mark_hedges(escape(text, quote=False), self.hedges)

    def _senses(self, entity: Entity, anchors: Iterable[str]) -> str:
        said = ((anchor, sense_at(entity, anchor)) for anchor in anchors)
        return "".join(
            f'<p class="sense" id="tip-{entity.id}--{anchor}"><i>In {label(anchor)}:</i> '
            f"{self._said(sense)}</p>"
            for anchor, sense in said
            if sense
        )

    def _facts(self, entity: Entity) -> Iterator[str]:
        if isinstance(entity, Term):
            yield from (
                f"<p><i>{name}</i> {_arabic_marked(value)}</p>"
                for name, value in (("Literally:", entity.literal), ("Used by:", entity.used_by))
                if value
            )
        if isinstance(entity, Event):
            yield from self._facts_of_event(entity)
        if isinstance(entity, Place):
            yield self._events_at(entity)

    def _facts_of_event(self, event: Event) -> Iterator[str]:
        where = ", ".join(self._link(id_) for id_ in event.places if id_ in self.entities)
        if where:
            yield f"<p><i>Where:</i> {where}</p>"
        notes = ", ".join(self._note(number) for number in event.notes)
        word = "Note" if len(event.notes) == 1 else "Notes"
        said = f" {word} {notes}." if notes else ""
        yield f"<p>{CERTAINTY[event.certainty]}{said}</p>"
        if event.conflict:
            yield f"<p><i>What does not fit:</i> {self._said(event.conflict)}</p>"

    def _events_at(self, place: Place) -> str:
        here = [one for one in self.events_of.get(place.id, ()) if place.id in one.places]
        items = "".join(
            f'<li data-event="{one.id}" data-on="{_on(one.date)}">{one.date.words}: '
            f"{self._link(one.id)}</li>"
            for one in here
            if one.date
        )
        return f'<ol class="card-events">{items}</ol>' if items else ""

    def _link(self, id_: str) -> str:
        entity = self.entities[id_]
        return (
            f'<a class="mention {kind_of(entity).word}" data-entity="{id_}"'
            f' href="{self.href(id_)}">{escape(entity.name)}</a>'
        )

    def _note(self, number: str) -> str:
        return f'<a class="reference-link" href="{self.anchor(f"fn:{number}")}">{number}</a>'


def _on(date: Date) -> str:
    """Return the bounds of a date in a form that sorts as text."""
    return " ".join(f"{day:%Y%m%d}" for day in date.sort_key)


def _arabic_marked(text: str) -> str:
    plain = escape(SPAN.sub(r"\1", text), quote=False)
    return ARABIC.sub(r'<bdi lang="ar">\g<0></bdi>', plain)
