"""Which cards stand in a page: one for each entity that it, or a card in it, links to."""

import re
from collections.abc import Callable, Container, Iterable

LINKED = re.compile(r'data-entity="([\w-]+)"(?: aria-describedby="tip-[\w-]+?--([\w:]+)")?')
# Of the events at a place one is shown, found by the script: they bring no cards of their own.
EVENTS_AT = re.compile(r'<ol class="card-events">.*?</ol>')
EVENT_AT = re.compile(r'(<li data-event="([\w-]+)" data-on="[\d ]+">).*?</li>')
# A card that opens from a card that opens from the text: deeper, a link is a plain link.
DEPTH = 2


def linked(html: str) -> tuple[tuple[str, str], ...]:
    """Return the ids that a page links to, with the anchor where a sense of its own holds."""
    return tuple(LINKED.findall(html))


def shelf(
    named: Iterable[tuple[str, str]],
    card: Callable[[str, tuple[str, ...]], str],
    known: Container[str],
) -> str:
    """Return the cards for what a page has `linked`, each once, as HTML.

    `card` writes the card of an id, with the anchors where a sense of its own holds; `known` are
    all ids.
    """
    senses: dict[str, dict[str, None]] = {}
    for id_, anchor in named:
        senses.setdefault(id_, {})[anchor] = None
    made: dict[str, str] = {}
    wanted: Iterable[str] = senses
    for _ in range(DEPTH):
        new = {
            id_: card(id_, tuple(senses.get(id_, ())))
            for id_ in wanted
            if id_ in known and id_ not in made
        }
        made |= new
        inner = EVENTS_AT.sub("", "".join(new.values()))
        wanted = [id_ for id_, _ in linked(inner)]
    # What the card of an event says is not said again in the list of a place: the script takes it.
    return EVENT_AT.sub(
        lambda match: f"{match[1]}</li>" if match[2] in made else match[0], "".join(made.values())
    )
