"""Shelves: the files that hold the cards of entities, each card once for all pages.

Cards stand in the order in which the text first names what they are of, so that a page needs few
shelves, and none grows with the guide. A shelf is a script, as a page opened from a disk may fetch
nothing else; its code is `docs/assets/card-shelves.js`. The cards of terms stand in the pages,
which print them at their end.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property, partial
from typing import TypeAlias

from annotated.core import short_json
from annotated.model.entities import Term
from annotated.site.cards import Cards

SIZE = 60
NEVER = 10**9
# Of the events at a place the card shows one: they bring no cards of their own.
EVENTS_AT = re.compile(r'<ol class="card-events">.*?</ol>')
LINKED = re.compile(r'data-entity="([\w-]+)"(?: aria-describedby="tip-[\w-]+?--([\w:]+)")?')
# A link to what has its card on a shelf: its class, and what else stands in its tag.
SHELVED = re.compile(r'<a class="(mention (?!term)[^"]*)"([^>]*)>')
DESCRIBED = re.compile(r' data-entity="[\w-]+" aria-describedby="tip-[^"]*"')
# A date that leads to its event, whose name it says out of sight.
DATE = re.compile(r'<a class="mention event" data-entity="[\w-]+"(?= href="[^"]*"><span>)')


# By id what a page links to: the anchors where a sense of its own holds, or "".
Linked: TypeAlias = Mapping[str, Mapping[str, None]]


def linked_ids(html: str) -> Linked:
    """Return what a page links to."""
    senses: dict[str, dict[str, None]] = {}
    for id_, anchor in LINKED.findall(html):
        senses.setdefault(id_, {})[anchor] = None
    return senses


def without_tips(html: str) -> str:
    """Return a page whose links to what has its card on a shelf say nothing of that.

    A script knows the card by the address of the link, and describes the link when the card has
    come, unless it is a date. Any other that opens a card but is not described keeps its id; one
    that opens none says so.
    """
    return DATE.sub('<a class="mention event"', SHELVED.sub(_without_tip, html))


def _without_tip(link: re.Match[str]) -> str:
    tag = link[0]
    if " data-entity=" not in tag:
        return f"{tag[:-1]} data-cardless>"
    return DESCRIBED.sub("", tag)


@dataclass(frozen=True)
class CardShelves:
    """Files of cards; `writer` writes them with URLs from the root of the site."""

    writer: Cards
    # What has its card on a shelf and is linked within the card of an entity, by its id.
    _within: dict[str, list[str]] = field(default_factory=dict)

    def files(self) -> Iterator[tuple[str, Callable[[], str]]]:
        """Yield the path of each file from the root of the site, and what returns its text."""
        for number in range(0, len(self._order), SIZE):
            yield f"assets/cards/{number // SIZE}.js", partial(self._file, number)

    def wanted(self, linked: Linked) -> list[int]:
        """Return the numbers of the shelves that a page needs, and the links of its cards."""
        shelved = [id_ for id_ in linked if id_ in self._places]
        return sorted(
            {self._places[id_] // SIZE for outer in shelved for id_ in (outer, *self._inner(outer))}
        )

    def _file(self, start: int) -> str:
        cards = [(id_, self.writer.card(id_)) for id_ in self._order[start : start + SIZE]]
        return f"shelveCards({short_json.text(cards)});\n"

    @cached_property
    def _order(self) -> list[str]:
        shelved = (
            entity.id for entity in self.writer.entities.values() if not isinstance(entity, Term)
        )
        return sorted(shelved, key=lambda id_: (self._first(id_), id_))

    def _first(self, id_: str) -> int:
        named = self.writer.named.get(id_)
        return named.paragraphs[0] if named and named.paragraphs else NEVER

    @cached_property
    def _places(self) -> dict[str, int]:
        return {id_: place for place, id_ in enumerate(self._order)}

    def _inner(self, id_: str) -> list[str]:
        if id_ not in self._within:
            inner = linked_ids(EVENTS_AT.sub("", self.writer.card(id_)))
            self._within[id_] = [within for within in inner if within in self._places]
        return self._within[id_]
