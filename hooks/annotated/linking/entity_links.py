"""Links to entities as HTML: every link that opens a card, or looks like one, is written here."""

from collections.abc import Callable, Mapping
from dataclasses import MISSING, dataclass, fields, replace
from html import escape
from typing import Any, Literal, TypeAlias, TypeVar

from annotated.model.entities import Entity, Term, sense_at
from annotated.model.kinds import kind_of

# The card of a link: the script opens it, and its short meaning describes the link to those who
# do not see it; or it is opened only; or there is none.
Card: TypeAlias = Literal["describes", "opens", "none"]
# The fields of entities that links, and the linker, read.
LINK_FACTS = frozenset({"id", "quiet", "senses", "transliterated", "english"})

E = TypeVar("E", bound=Entity)


def start_tag(
    entity: Entity, attributes: str, anchor: str = "", text: str = "", card: Card = "describes"
) -> str:
    """Return the tag that begins a link to an entity.

    `attributes` are further ones, each after a space, the address among them. `anchor` is that
    of the paragraph or note around the link: a term of several senses is described by the one
    there. `text` is that of the link, where it is known: Arabic in Latin letters is marked as such.
    """
    opens = f' data-entity="{entity.id}"' if card != "none" else ""
    sense = f"--{anchor}" if anchor and sense_at(entity, anchor) else ""
    tip = f' aria-describedby="tip-{entity.id}{sense}"' if card == "describes" else ""
    lang = ' lang="ar-Latn"' if isinstance(entity, Term) and _is_foreign(entity, text) else ""
    return f'<a class="mention {kind_of(entity).word}"{opens}{tip}{lang}{attributes}>'


def _is_foreign(term: Term, text: str) -> bool:
    english = {rendering.casefold() for rendering in term.english}
    return term.transliterated and bool(text) and text.casefold() not in english


@dataclass(frozen=True)
class EntityLinks:
    """Links from one page; `href` turns an id into an address relative to it."""

    entities: Mapping[str, Entity]
    href: Callable[[str], str]

    def open(self, id_: str, more: str = "", anchor: str = "", card: Card = "describes") -> str:
        """Return the tag that begins a link; the parameters are those of `start_tag`."""
        attributes = f' href="{escape(self.href(id_))}"{more}'
        return start_tag(self.entities[id_], attributes, anchor, card=card)

    def link(self, id_: str, more: str = "", anchor: str = "", card: Card = "describes") -> str:
        """Return a link whose text is the name of the entity."""
        return f"{self.open(id_, more, anchor, card)}{escape(self.entities[id_].name)}</a>"


def link_facts(entity: E) -> E:
    """Return the entity with no more than links show of it: every other field is empty.

    The spellings are another input of the linker: see `Matcher.restricted_to`.
    """
    empty: dict[str, Any] = {
        field.name: "" if field.default is MISSING else field.default
        for field in fields(entity)
        if field.name not in LINK_FACTS
    }
    return replace(entity, **empty)
