"""The events in which something has a part, as a place or as an actor, in order of time."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from annotated.model.entities import Event


def time_key(event: Event) -> tuple[bool, object, str]:
    """Return a key that sorts events by time, the undated last."""
    return (not event.date, event.date.sort_key if event.date else (), event.name)


def events_by_participant(events: Iterable[Event]) -> Mapping[str, list[Event]]:
    """Return, by the id of what has a part in them, events in order of time."""
    found: dict[str, list[Event]] = defaultdict(list)
    for event in sorted(events, key=time_key):
        for id_ in dict.fromkeys((*event.places, *event.actors)):
            found[id_].append(event)
    return dict(found)
