"""Cards: an entity in a few lines, for a reader who does not want to leave the page."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from html import escape

from annotated.linking.entity_links import EntityLinks
from annotated.maps.locator import Locator
from annotated.model.anchors import anchor_label, remark_anchor
from annotated.model.arabic_script import LETTERS
from annotated.model.edtf import Date
from annotated.model.entities import Entity, Event, Group, Person, Place, Term, sense_at
from annotated.model.kinds import kind_of
from annotated.model.vocabulary import CERTAINTY, KIND_WORDS
from annotated.site.guide_index import AUDIT
from annotated.site.urls import FolderUrls

ARABIC = re.compile(f"[{LETTERS}]+(?: [{LETTERS}]+)*")
SPAN = re.compile(r"\[([^\]]*)\]\{[^}]*\}")


@dataclass(frozen=True)
class Named:
    """The numbers of the paragraphs that name an entity, and how often it is named in all."""

    paragraphs: tuple[int, ...] = ()
    mentions: int = 0


@dataclass(frozen=True)
class Cards:
    """Writes cards with the URLs of one folder.

    `named` tells by id where an entity is named, `misfits` the ids and subjects of the remarks on
    one.
    """

    entities: Mapping[str, Entity]
    events_of: Mapping[str, Iterable[Event]]
    locator: Locator
    named: Mapping[str, Named]
    misfits: Mapping[str, Sequence[tuple[str, str]]]
    urls: FolderUrls
    _written: dict[tuple[str, tuple[str, ...]], str] = field(default_factory=dict)

    def card(self, id_: str, senses_at: tuple[str, ...] = ()) -> str:
        """Return the card as HTML; `senses_at` are the anchors where a sense of its own holds."""
        if (id_, senses_at) not in self._written:
            self._written[id_, senses_at] = self._card(self.entities[id_], senses_at)
        return self._written[id_, senses_at]

    def _card(self, entity: Entity, senses_at: Iterable[str]) -> str:
        named = self.named.get(entity.id, Named())
        named_in = " ".join(map(str, named.paragraphs))
        when = (
            f' data-on="{_sortable(entity.date)}"'
            if isinstance(entity, Event) and entity.date
            else ""
        )
        return (
            f'<div class="card {kind_of(entity).word}" id="card-{entity.id}" popover="manual"'
            f'{when} data-in="{named_in}" data-count="{named.mentions}">'
            f'{self._dot(entity)}<p class="card-name">{self._name(entity)}</p>'
            f'{self._kind(entity)}<p id="tip-{entity.id}">{escape(entity.summary, quote=False)}</p>'
            f"{self._senses(entity, senses_at)}{''.join(self._facts(entity))}"
            f"{self._misfits(entity)}</div>"
        )

    def _dot(self, entity: Entity) -> str:
        return self.locator.dot(entity) if isinstance(entity, Place) else ""

    def _name(self, entity: Entity) -> str:
        arabic = f' <bdi lang="ar">{escape(entity.arabic)}</bdi>' if entity.arabic else ""
        lang = ' lang="ar-Latn"' if isinstance(entity, Term) and entity.transliterated else ""
        return f'<a{lang} href="{self.urls.entity(entity.id)}">{escape(entity.name)}</a>{arabic}'

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
        line = " · ".join(escape(word) for word in words if word)
        return f'<p class="card-kind">{line}</p>' if line else ""

    def _senses(self, entity: Entity, anchors: Iterable[str]) -> str:
        senses = ((anchor, sense_at(entity, anchor)) for anchor in anchors)
        return "".join(
            f'<p class="sense" id="tip-{entity.id}--{anchor}"><i>In {anchor_label(anchor)}:</i> '
            f"{escape(sense, quote=False)}</p>"
            for anchor, sense in senses
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
        cited = f" {word} {notes}." if notes else ""
        yield f"<p>{CERTAINTY[event.certainty]}{cited}</p>"

    def _misfits(self, entity: Entity) -> str:
        links = "; ".join(
            f'<a href="{self.urls.page(f"{AUDIT}#{remark_anchor(id_)}")}">'
            f"{escape(subject, quote=False)}</a>"
            for id_, subject in self.misfits.get(entity.id, ())
        )
        return f"<p><i>What does not fit:</i> {links}</p>" if links else ""

    def _events_at(self, place: Place) -> str:
        items = "".join(
            f'<li data-event="{event.id}" data-on="{_sortable(event.date)}">{event.date.words}: '
            f"{self._link(event.id)}</li>"
            for event in self.events_of.get(place.id, ())
            if event.date and place.id in event.places
        )
        return f'<ol class="card-events">{items}</ol>' if items else ""

    def _link(self, id_: str) -> str:
        # Not described: the card that it opens may not be on the page.
        return EntityLinks(self.entities, self.urls.entity).link(id_, card="opens")

    def _note(self, number: str) -> str:
        return f'<a href="{self.urls.anchor(f"fn:{number}")}">{number}</a>'


def _sortable(date: Date) -> str:
    """Return the bounds of a date in a form that sorts as text."""
    return " ".join(f"{day:%Y%m%d}" for day in date.sort_key)


def _arabic_marked(text: str) -> str:
    plain = escape(SPAN.sub(r"\1", text), quote=False)
    return ARABIC.sub(r'<bdi lang="ar">\g<0></bdi>', plain)
