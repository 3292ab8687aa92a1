"""Lists of the kinds of entity, as Markdown: an entry or a row for each, under its group."""

from collections.abc import Callable, Iterable, Mapping
from itertools import groupby

from annotated.core.normalize import fold
from annotated.model.entities import Entity, Event, Place
from annotated.model.vocabulary import OTHERS
from annotated.site.entry_rows import grouped

BEYOND = "Several countries or none"
Written = Callable[[Entity], str]


def entries(entities: Iterable[Entity], write: Written) -> str:
    """Return entities under the headings of their groups, where there is more than one."""
    groups = grouped(entities)
    if groups.keys() == {OTHERS}:
        return "\n\n".join(map(write, groups[OTHERS]))
    return "\n\n".join(
        f"## {heading}\n\n" + "\n\n".join(map(write, chosen)) for heading, chosen in groups.items()
    )


def gazetteer(places: Iterable[Place], names: Mapping[str, str], write: Written) -> str:
    """Return the places by country, then name; `names` maps a country's id to it."""
    country = {p.id: names.get(p.country[0], "") if len(p.country) == 1 else BEYOND for p in places}
    ordered = sorted(places, key=lambda p: (country[p.id] == BEYOND, country[p.id], fold(p.name)))
    return "\n\n".join(
        f"## {name}\n\n" + "\n\n".join(map(write, group))
        for name, group in groupby(ordered, key=lambda place: country[place.id])
    )


def by_kind(events: Iterable[Event], write: Written) -> str:
    """Return the events by kind, then in order of time; those without a date come last."""
    ordered = sorted(events, key=lambda event: (event.kind, *_when(event)))
    return "\n\n".join(
        f"## {kind.capitalize()}\n\n" + "\n\n".join(map(write, group))
        for kind, group in groupby(ordered, key=lambda event: event.kind)
    )


def _when(event: Event) -> tuple[bool, object, str]:
    day = event.date.sort_key[0].isoformat() if event.date else ""
    return (not event.date, day, fold(event.name))
