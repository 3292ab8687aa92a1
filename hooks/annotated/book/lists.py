"""Lists at the end of the book: what happened, and who and what the words are."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from annotated.content.guide import Guide
from annotated.evidence.attestations import entities_in
from annotated.model.entities import Entity, Event, Group, Person, Place, Term
from annotated.model.participation import time_key


@dataclass(frozen=True)
class Entry:
    """A line of a list: the words that it begins with, what is told, and the Arabic word."""

    name: str
    told: str
    arabic: str = ""


def lists(guide: Guide) -> dict[str, list[Entry]]:
    """Return the entries of each list, by its heading."""
    events = sorted(guide.catalogue.of_type(Event), key=time_key)
    return {"Timeline": [*map(_event, events)]} | {
        heading: [
            Entry(entity.name, _told(entity), entity.arabic)
            for entity in sorted(guide.catalogue.of_type(cls), key=by_name)
        ]
        for heading, cls in (("Glossary", Term), ("People", Person), ("Groups", Group))
    }


def indexed(guide: Guide) -> list[Entity]:
    """Return whose names the index has: places, people and groups."""
    entities = guide.catalogue.entities.values()
    return sorted((at for at in entities if isinstance(at, Place | Person | Group)), key=by_name)


def paragraphs_naming(guide: Guide) -> Mapping[str, Sequence[str]]:
    """Return the numbers of the paragraphs that name an entity, by its id."""
    found: dict[str, dict[str, None]] = {}
    for statement in guide.statements:
        if statement.paragraph.isdigit():
            for id_ in entities_in(statement, guide.matcher):
                found.setdefault(id_, {})[statement.paragraph] = None
    return {id_: [*numbers] for id_, numbers in found.items()}


def by_name(entity: Entity) -> str:
    """Return by what entities are sorted."""
    return entity.name.casefold()


def _event(event: Event) -> Entry:
    return Entry(event.date.words if event.date else "undated", f"{event.name}. {event.summary}")


def _told(entity: Entity) -> str:
    return " ".join(_sentences(entity))


def _sentences(entity: Entity) -> Iterator[str]:
    if isinstance(entity, Term) and entity.literal:
        yield f"Literal meaning: {entity.literal}"
    yield entity.summary
