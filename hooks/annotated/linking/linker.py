"""Linker: names in rendered HTML become links to their entities, and every mention is noted.

A pure function from HTML to HTML. What is not linked keeps every byte.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from html import escape
from typing import NamedTuple

from annotated.core.html_tokenizer import UNLINKED, Token, cut, token
from annotated.linking.entity_links import start_tag
from annotated.linking.matcher import Matcher
from annotated.model.entities import Entity

# Where a name is linked anew.
BLOCKS = frozenset({"p", "li", "dd", "td", "blockquote", "figcaption"})
HEADINGS = frozenset({"h1", "h2", "h3"})
# The ids of paragraphs of the text and of notes below it: only in these is a name a mention.
ANCHOR = re.compile(r"p[0-9]+|fn:\w+")
# The ids of statements, which are spans in these.
STATEMENT = re.compile(r"(?:p[0-9]+|n[a-z]+)-s[0-9]+")
# The beginning of a character reference, such as “&copy;”: its name is no text.
CHARACTER_REFERENCE = ("&", "&#")
# Classes of what only repeats: summaries above the text, and remarks on notes and entries.
REPEATED = frozenset({"minute", "gist", "remarks"})
# Classes of what the editors say, beside a paragraph and in a note.
BESIDE = "beside"
BY_EDITOR = frozenset({BESIDE, "as-printed"})


class Mention(NamedTuple):
    """An entity named in a paragraph or note; `anchor` is the id of that element.

    `by_editor` tells that a remark on the paragraph names it, not the text itself.
    `sentence` is its text, without tags, escaped as in HTML; `sentence[start:end]` is the name.
    `statement` is the id of the statement in which the name is, or "".
    """

    id: str
    anchor: str
    sentence: str
    start: int
    end: int
    by_editor: bool = False
    statement: str = ""


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
    `cache_key` changes where any of these would.
    """

    entities: Mapping[str, Entity]
    matcher: Matcher
    href: Callable[[str], str]
    id_of: Callable[[str], str]
    cache_key: str = ""


class OpenElement(NamedTuple):
    """An open element, and what holds for all that it contains.

    `anchor` is the id of the paragraph or note around it, `statement` that of the statement.
    No name in it is linked where it is `unlinked`, and its text is no part of a sentence where it
    is `silent`. A link by hand has as `target` the id of its entity, and as `start` the length of
    the sentence before it.
    """

    name: str = ""
    anchor: str = ""
    unlinked: bool = False
    silent: bool = False
    by_editor: bool = False
    target: str = ""
    start: int = 0
    statement: str = ""


def link(html: str, context: LinkContext, own: frozenset[str] = frozenset()) -> LinkedPage:
    """Link the first mention of each entity in a block of `html`, and note every mention.

    `own` are the ids that this page is about: they are not linked. On a page that gathers
    entries, an entry begins at the heading whose id is that of the entity.
    Every byte is kept but for the links that are added, and the marks on links by hand.
    """
    page = _Page(context, own)
    first, *others = cut(html)
    out = [page.text(first)]
    for markup, text in zip(others[::2], others[1::2], strict=True):
        out.append(page.markup(markup))
        if text:
            out.append(page.text(text))
    page.end_sentence()
    return LinkedPage("".join(out), tuple(page.mentions), frozenset(page.unlinked))


@dataclass
class _Page:
    """The page while it is read: the stack of open elements, and the sentence so far.

    `_linked` are the ids already linked in this block; `_pending` are the mentions of the
    sentence, which are complete only when it ends.
    """

    context: LinkContext
    own: frozenset[str]
    mentions: list[Mention] = field(default_factory=list)
    unlinked: set[str] = field(default_factory=set)
    _elements: list[OpenElement] = field(default_factory=lambda: [OpenElement()])
    _linked: set[str] = field(default_factory=set)
    _entry: str = ""
    _last_anchor: str = ""
    _sentence: str = ""
    _pending: list[tuple[str, int, int, bool, str]] = field(default_factory=list)

    def markup(self, raw: str) -> str:
        """Read what parts two texts and return it, marked where it is a link to an entity."""
        tag = token(raw)
        if not tag.name:
            return self.text(raw) if tag.is_text else raw
        if tag.name in BLOCKS:
            self.end_sentence()
            self._linked.clear()
        if tag.closing:
            self._close(tag.name)
        elif tag.opens:
            return self._open(tag)
        return raw

    def _open(self, tag: Token) -> str:
        above, attributes = self._elements[-1], tag.attributes
        id_, class_ = attributes.get("id", ""), attributes.get("class", "")
        if tag.name in HEADINGS:
            self._entry = id_
        numbered = bool(id_ and ANCHOR.fullmatch(id_))
        if numbered:
            self._last_anchor = id_
        target = self.context.id_of(attributes.get("href", "")) if tag.name == "a" else ""
        self._elements.append(
            OpenElement(
                tag.name,
                self._last_anchor if numbered or class_ == BESIDE else above.anchor,
                above.unlinked or _is_unlinked(tag, class_),
                above.silent or tag.name == "sup" or "footnote-backref" in tag.rest,
                above.by_editor or class_ in BY_EDITOR,
                target,
                len(self._sentence),
                id_ if id_ and STATEMENT.fullmatch(id_) else above.statement,
            )
        )
        if target and "class=" not in tag.rest:
            return self._start_tag(self.context.entities[target], tag.rest)
        return tag.raw

    def _close(self, name: str) -> None:
        # Most tags close what was opened last.
        if name != self._elements[-1].name and all(name != open_.name for open_ in self._elements):
            return
        while True:
            element = self._elements.pop()
            if element.target:
                self._linked.add(element.target)
                self._note(element.target, element.start, len(self._sentence))
            if element.name == name:
                return

    def text(self, raw: str) -> str:
        """Read a text and return it with links; each line is a sentence of its own."""
        if "\n" not in raw:
            return self._line(raw)
        if raw == "\n":
            self.end_sentence()
            return raw
        lines = []
        for number, line in enumerate(raw.split("\n")):
            if number:
                self.end_sentence()
            lines.append(self._line(line))
        return "\n".join(lines)

    def _line(self, line: str) -> str:
        here = self._elements[-1]
        linked = self._link(line) if line and not here.unlinked else line
        if not here.silent:
            self._sentence += line
        return linked

    def _link(self, line: str) -> str:
        out, done, offset = [], 0, len(self._sentence)
        for match in self.context.matcher.find(line):
            if line[max(match.start - 2, 0) : match.start].endswith(CHARACTER_REFERENCE):
                continue
            id_ = match.spelling.id
            if not id_:
                self.unlinked.add(match.spelling.text)
                continue
            self._note(id_, offset + match.start, offset + match.end)
            if self._is_to_be_linked(id_):
                self._linked.add(id_)
                name = line[match.start : match.end]
                tag = self._start_tag(self.context.entities[id_], name=name)
                out += [line[done : match.start], tag, name, "</a>"]
                done = match.end
        return "".join([*out, line[done:]]) if out else line

    def _note(self, id_: str, start: int, end: int) -> None:
        here = self._elements[-1]
        self._pending.append((id_, start, end, here.by_editor, here.statement))

    def _is_to_be_linked(self, id_: str) -> bool:
        is_own = id_ in self.own or id_ == self._entry
        return not (is_own or self.context.entities[id_].quiet or id_ in self._linked)

    def _start_tag(self, entity: Entity, attributes: str = "", name: str = "") -> str:
        attributes = attributes or f' href="{escape(self.context.href(entity.id))}"'
        return start_tag(entity, attributes, self._elements[-1].anchor, name)

    def end_sentence(self) -> None:
        """Note the mentions of the sentence that has ended, if it is in a paragraph or note."""
        anchor = self._elements[-1].anchor if self._pending else ""
        if anchor:
            self.mentions += (
                Mention(id_, anchor, self._sentence, start, end, by_editor, statement)
                for id_, start, end, by_editor, statement in self._pending
            )
        self._sentence, self._pending = "", []


def _is_unlinked(token: Token, class_: str) -> bool:
    return token.name in UNLINKED or class_ in REPEATED or "data-unlinked" in token.rest
