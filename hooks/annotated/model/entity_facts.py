"""Facts of an entity as pairs of a name and Markdown: kind, date, point, spellings."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from annotated.core.markdown_text import escaped
from annotated.model import movement
from annotated.model.arabic_script import arabic_span, is_arabic
from annotated.model.entities import Entity, Event, Group, Person, Place, Point, Remarked, Term
from annotated.model.kinds import kind_of
from annotated.model.vocabulary import (
    CERTAINTY,
    DATED_BY,
    KIND_WORDS,
    PRECISION_OF_DATE,
    PRECISION_OF_POINT,
)


def link_to(entity: Entity) -> str:
    """Return a Markdown link to the file of an entity, from any folder of entities."""
    return f"[{escaped(entity.name)}](../{kind_of(entity).folder}/{entity.id}.md)"


def position(point: Point, precision: str) -> str:
    """Return a point in degrees: four decimals for a settlement, fewer where it is less exact."""
    digits = {"1": 4, "2": 1}.get(precision, 2)
    north = f"{abs(point.latitude):.{digits}f}° {'N' if point.latitude >= 0 else 'S'}"
    east = f"{abs(point.longitude):.{digits}f}° {'E' if point.longitude >= 0 else 'W'}"
    return f"{north}, {east}"


def how_placed(place: Place) -> str:
    """Return how exact the point of a place is, and where it comes from."""
    parts = (PRECISION_OF_POINT.get(place.precision, ""), place.point_source)
    return "; ".join(part for part in parts if part)


@dataclass(frozen=True)
class Facts:
    """Lists facts; `entities` are all entities by id, for links to them."""

    entities: Mapping[str, Entity]

    def of(self, entity: Entity) -> Iterator[tuple[str, str]]:
        """Yield the name of each fact and what it is, as Markdown."""
        if entity.arabic:
            sure = entity.arabic_is if isinstance(entity, Term) else ""
            yield "Arabic", arabic_span(entity.arabic) + (f" ({sure})" if sure else "")
        if isinstance(entity, Place):
            yield from self._facts_of_place(entity)
        elif isinstance(entity, Event):
            yield from self._facts_of_event(entity)
        elif isinstance(entity, Term):
            yield from _facts_of_term(entity)
        elif isinstance(entity, Person | Group):
            yield "Kind", entity.kind.replace("-", " ")
        if entity.spellings:
            yield "Spellings in the text and notes", "; ".join(map(_remarked, entity.spellings))
        if entity.also:
            yield "Elsewhere also", ", ".join(map(_form, entity.also))
        if entity.not_to_confuse:
            yield "Not to be confused with", " · ".join(self._others(entity.not_to_confuse))
        if entity.not_in_text:
            yield "Not named in the text", escaped(entity.not_in_text)

    def _facts_of_place(self, place: Place) -> Iterator[tuple[str, str]]:
        yield "Kind", KIND_WORDS.get(place.kind, place.kind)
        where = [self._link(id_) for id_ in ([place.within] if place.within else [])]
        where += [self._link(id_) for id_ in place.country]
        if where:
            yield "Lies in", ", ".join(where)
        if place.point:
            how = f" ({escaped(how_placed(place))})" if how_placed(place) else ""
            yield "Point", f"{position(place.point, place.precision)}{how}"
        else:
            yield "Point", "none known"

    def _facts_of_event(self, event: Event) -> Iterator[tuple[str, str]]:
        yield "Kind", event.kind
        if event.date:
            how = f"{PRECISION_OF_DATE[event.date.precision]}, {DATED_BY[event.dated_by]}"
            by = f", by {event.by.words}" if event.by else ""
            yield "Date", f"{event.date.words}{by} ({how})"
        else:
            yield "Date", "the article gives none"
        yield "How it is told", CERTAINTY[event.certainty]
        if event.places:
            yield "Places", ", ".join(self._link(id_) for id_ in event.places)
        if event.toward:
            yield "Movement", escaped(movement.words(event, self.entities))
        if event.actors:
            yield "Actors", ", ".join(self._link(id_) for id_ in event.actors)
        if event.notes:
            word = "note" if len(event.notes) == 1 else "notes"
            yield "Endnotes", f"{word} {enumerated(event.notes)}."

    def _others(self, others: Sequence[Remarked]) -> Iterator[str]:
        for other in others:
            yield f"{self._link(other.text)}{f': {other.remark}' if other.remark else ''}"

    def _link(self, id_: str) -> str:
        return link_to(self.entities[id_]) if id_ in self.entities else id_


def _facts_of_term(term: Term) -> Iterator[tuple[str, str]]:
    for sense in term.senses:
        yield f"In {sense.text}", escaped(sense.remark)
    if term.plural:
        yield "Plural", term.plural
    if term.literal:
        yield "Literally", term.literal
    if term.used_by:
        yield "Used by", term.used_by
    if term.explained:
        yield "In the article", term.explained


def enumerated(numbers: Sequence[str]) -> str:
    """Return “1, 2 and 3”."""
    *others, last = numbers
    return f"{', '.join(others)} and {last}" if others else last


def _remarked(form: Remarked) -> str:
    text = escaped(form.text)
    return f"{text} ({escaped(form.remark)})" if form.remark else text


def _form(text: str) -> str:
    return arabic_span(text) if is_arabic(text) else escaped(text)
