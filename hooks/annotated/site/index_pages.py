"""Index pages of the kinds, as Markdown: a gazetteer, the events by kind."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from annotated.core.placeholders import MENTION_COUNT
from annotated.model.entities import Event, Place
from annotated.model.entity_facts import link_to
from annotated.model.vocabulary import KIND_WORDS

BEYOND = "Several countries or none"


def gazetteer(places: Iterable[Place], names: dict[str, str]) -> str:
    """Return the places by country, then kind, then name; `names` maps a country's id to it."""
    country = {p.id: names.get(p.country[0], "") if len(p.country) == 1 else BEYOND for p in places}
    ordered = sorted(places, key=lambda p: (country[p.id] == BEYOND, country[p.id], p.kind, p.name))
    return "\n".join(_lists(ordered, country))


def _lists(ordered: list[Place], country: dict[str, str]) -> Iterator[str]:
    for name, group in groupby(ordered, key=lambda place: country[place.id]):
        yield f"\n## {name}\n"
        for kind, same in groupby(group, key=lambda place: place.kind):
            links = ", ".join(link_to(place) for place in same)
            yield f"{KIND_WORDS.get(kind, kind)}\n:   {links}\n"


def by_kind(events: Iterable[Event]) -> str:
    """Return the events under a heading for each kind, by name."""
    lines = []
    ordered = sorted(events, key=lambda event: (event.kind, event.name.casefold()))
    for kind, group in groupby(ordered, key=lambda event: event.kind):
        lines.append(f"\n## {kind.capitalize()}\n\n| event | date | mentions |\n|---|---|---|")
        for event in group:
            when = event.date.words if event.date else "–"
            claim = " [claim]{ .claim }" if event.certainty == "claimed" else ""
            lines.append(f"| {link_to(event)}{claim} | {when} | {MENTION_COUNT.html(event.id)} |")
    return "\n".join(lines)
