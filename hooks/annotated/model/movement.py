"""Movement in words: who goes from where toward where, by what an event tells."""

from collections.abc import Mapping

from annotated.model.entities import Entity, Event


def words(event: Event, entities: Mapping[str, Entity]) -> str:
    """Return the movement of an event; nothing where it tells of none."""
    if not event.toward:
        return ""
    who, origin, aim = (
        " and ".join(entities[id_].name for id_ in ids if id_ in entities)
        for ids in (event.moving, event.from_, event.toward)
    )
    return f"{who}: from {origin} toward {aim}"
