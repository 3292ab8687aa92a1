"""Participation in events: of each place and each actor, in order of time."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from annotated.model.entities import Event


def time_key(event: Event) -> tuple[bool, object, str]:
    """Return a key that sorts events by time, the undated last."""
    return (not event.date, event.date.sort_key if event.date else (), event.name)


def events_by_participant(events: Iterable[Event]) -> Mapping[str, list[Event]]:
    """Return the events of each place and each actor, by its id, in order of time."""
    by_participant: dict[str, list[Event]] = defaultdict(list)
    for event in sorted(events, key=time_key):
        for id_ in dict.fromkeys((*event.places, *event.actors)):
            by_participant[id_].append(event)
    return dict(by_participant)
