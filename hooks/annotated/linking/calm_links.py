"""Calm text: of the links in a chapter only those that a reader needs lead somewhere at first.

A place, person or group is a link where a section first names it, a word where the chapter first
uses it, unless it is an everyday word. The words that tell of an event are no link: its date
stands at the end of the paragraph where the chapter first tells of it, and leads there. All others
stay anchors without an address, which a browser shows and reads as plain text; the address is kept
beside, for who wants all links.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from html import escape

from annotated.core.html_tokenizer import Token, cut, token
from annotated.linking.linker import ANCHOR
from annotated.model.entities import Entity, Event, Term

MONTHS = (
    "January", "February", "March", "April", "August", "September", "October", "November",
    "December",
)  # fmt: skip
SHORT = 3
# The tags that matter here, and perhaps others.
READ = ("<a", "<p", "</p", "<h2", "</h2")
# Two months of one year.
WITHIN_A_YEAR = re.compile(r"(\w+) (\d{4}) to (?:about )?(\w+) \2")
EVERYDAY = "everyday"
CLASS = re.compile(r'class="(mention[^"]*)"')


def calm(html: str, entities: Mapping[str, Entity]) -> str:
    """Return a linked chapter with its later links at rest, and the dates of its events.

    `entities` are all by id. A section begins at a heading of the second level.
    """
    page, pieces = _Chapter(entities), cut(html)
    for place in range(1, len(pieces), 2):
        if pieces[place].startswith(READ):
            pieces[place] = page.read(token(pieces[place]))
    return "".join(pieces)


@dataclass
class _Chapter:
    """A chapter while it is read: what its section and it have named, the events of a paragraph."""

    entities: Mapping[str, Entity]
    _in_section: set[str] = field(default_factory=set)
    _in_chapter: set[str] = field(default_factory=set)
    _events: dict[str, str] = field(default_factory=dict)
    _in_paragraph: bool = False

    def read(self, token: Token) -> str:
        """Return a tag as it is shown."""
        if token.name == "h2":
            self._in_section.clear()
        if token.name == "p":
            return self._paragraph(token)
        if token.name != "a" or not token.opens or not self._in_paragraph:
            return token.raw
        attributes = token.attributes
        entity = self.entities.get(attributes.get("data-entity", ""))
        if not entity or not attributes.get("class", "").startswith("mention"):
            return token.raw
        if not self._is_first(entity):
            return at_rest(token.raw)
        if isinstance(entity, Event):
            self._events[entity.id] = attributes.get("href", "")
            return at_rest(token.raw)
        return token.raw

    def _paragraph(self, token: Token) -> str:
        if token.opens:
            anchor = token.attribute("id")
            self._in_paragraph = anchor.startswith("p") and bool(ANCHOR.fullmatch(anchor))
            return token.raw
        dates, self._events, self._in_paragraph = self._dates(), {}, False
        return dates + token.raw

    def _is_first(self, entity: Entity) -> bool:
        if isinstance(entity, Term) and entity.register == EVERYDAY:
            return False
        seen = self._in_chapter if isinstance(entity, Term | Event) else self._in_section
        is_new = entity.id not in seen
        seen.add(entity.id)
        return is_new

    def _dates(self) -> str:
        """Return the dates of the events; those without one stand last, and not on paper."""
        if not self._events:
            return ""
        links = {id_: self._date(id_, address) for id_, address in self._events.items()}
        dated = [link for id_, link in links.items() if self._when(id_)]
        others = [link for id_, link in links.items() if not self._when(id_)]
        apart = " · " if dated and others else ""
        on_screen = f'<span class="no-date">{apart}{" · ".join(others)}</span>' if others else ""
        return f' <span class="dates" data-search-exclude>{" · ".join(dated)}{on_screen}</span>'

    def _date(self, id_: str, address: str) -> str:
        name = escape(self.entities[id_].name, quote=False)
        return (
            f'<a class="mention event" data-entity="{id_}" href="{address}">'
            f"<span>{name}, </span>"
            f"{_shortened(self._when(id_) or 'undated')}</a>"
        )

    def _when(self, id_: str) -> str:
        event = self.entities[id_]
        return event.date.words if isinstance(event, Event) and event.date else ""


def at_rest(tag: str) -> str:
    """Return the tag that begins a link, without an address until all links are wanted."""
    return CLASS.sub(r'class="\1 again"', tag.replace(' href="', ' data-to="', 1), count=1)


def _shortened(when: str) -> str:
    for month in MONTHS:
        when = when.replace(month, month[:SHORT])
    return escape(WITHIN_A_YEAR.sub(r"\1–\3 \2", when), quote=False)
