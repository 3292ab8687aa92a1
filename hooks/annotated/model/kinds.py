"""Kinds of entity: the folder of each of the five, and whether its entries share a page."""

from dataclasses import dataclass

from annotated.model.entities import Entity, Event, Group, Person, Place, Term


@dataclass(frozen=True)
class Kind:
    """One kind of entity: its word, its folder below `docs/`, and its dataclass.

    Entities that are `gathered` share the page of their folder; others have a page each.
    """

    word: str
    folder: str
    type: type[Entity]
    gathered: bool


KINDS = (
    Kind("place", "places", Place, gathered=False),
    Kind("event", "events", Event, gathered=False),
    Kind("term", "glossary", Term, gathered=True),
    Kind("person", "people", Person, gathered=True),
    Kind("group", "groups", Group, gathered=True),
)
KIND_OF = {kind.type: kind for kind in KINDS}


def kind_of(entity: Entity) -> Kind:
    """Return the kind of an entity."""
    return KIND_OF[type(entity)]
