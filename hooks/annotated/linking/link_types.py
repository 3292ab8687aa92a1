"""What the linker needs to know, and what it finds: names, mentions, a linked page."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from annotated.linking.matcher import Matcher
from annotated.model.entities import Entity, Term, sense_at
from annotated.model.kinds import kind_of


@dataclass(frozen=True)
class Mention:
    """An entity named in a paragraph or note; `anchor` is the id of that element.

    `by_editor` tells that an editor's note on the paragraph names it, not the text itself.
    `sentence` is its text, without tags, escaped as in HTML; `sentence[start:end]` are the words
    that name the entity.
    """

    id: str
    anchor: str
    sentence: str
    start: int
    end: int
    by_editor: bool = False


@dataclass(frozen=True)
class LinkedPage:
    """A page after linking: `unlinked` are the phrases met that must not be linked."""

    html: str
    mentions: tuple[Mention, ...]
    unlinked: frozenset[str]


@dataclass(frozen=True)
class LinkContext:
    """What the linker knows: the entities, their spellings, and how this page reaches each.

    `href` turns an id into an address relative to the page, `id_of` an address into an id or "".
    """

    entities: Mapping[str, Entity]
    matcher: Matcher
    href: Callable[[str], str]
    id_of: Callable[[str], str]


class OpenElement(NamedTuple):
    """An open element; what is said here holds for all that it contains."""

    name: str = ""
    anchor: str = ""
    unlinked: bool = False
    silent: bool = False
    by_editor: bool = False
    target: str = ""
    start: int = 0


def start_tag(entity: Entity, anchor: str, rest: str, words: str = "") -> str:
    """Return the tag that begins a link to an entity; `rest` holds its other attributes.

    `words` are those that name it, where they are known: Arabic in Latin letters is marked as such.

    `anchor` is the paragraph around it: a term of several senses is described by the one there.
    """
    lang = ' lang="ar-Latn"' if isinstance(entity, Term) and _is_foreign(entity, words) else ""
    at = f"--{anchor}" if anchor and sense_at(entity, anchor) else ""
    return (
        f'<a class="mention {kind_of(entity).word}" data-entity="{entity.id}"'
        f' aria-describedby="tip-{entity.id}{at}"{lang}{rest}>'
    )


def _is_foreign(term: Term, words: str) -> bool:
    english = {rendering.casefold() for rendering in term.english}
    return term.transliterated and bool(words) and words.casefold() not in english


def link_key(entity: Entity) -> tuple[object, ...]:
    """Return what the linker reads of an entity besides its spellings."""
    named = (kind_of(entity).word, entity.id, entity.quiet)
    if not isinstance(entity, Term):
        return named
    return (*named, entity.senses, entity.transliterated, entity.english)
