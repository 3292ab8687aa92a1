"""Links from names to their entities: a pure function from rendered HTML to rendered HTML."""

import re
from dataclasses import dataclass, field
from html import escape

from annotated.core.html_tokenizer import UNLINKED, Token, tokens
from annotated.linking.link_types import LinkContext, LinkedPage, Mention, OpenElement, start_tag
from annotated.model.entities import Entity

# Where a name is linked anew.
BLOCKS = frozenset({"p", "li", "dd", "td", "blockquote", "figcaption"})
HEADINGS = frozenset({"h1", "h2", "h3"})
# Paragraphs of the text and notes below it: only what stands in these counts as a mention.
ANCHOR = re.compile(r"p\d+|fn:\w+")
# What begins a sign by its name or number, such as “&copy;”: these are no words.
OPENS_CHARACTER = ("&", "&#")
# Classes of what the editors say, beside a paragraph and in a note.
BY_EDITOR = frozenset({"editor-notes", "editor-remark", "as-printed"})


def link(html: str, names: LinkContext, own: frozenset[str] = frozenset()) -> LinkedPage:
    """Link the first mention of each entity in a block of `html`, and note every mention.

    `own` are the ids that this page is about: they are not linked. On a page that gathers
    entries, an entry begins at the heading whose id is that of the entity.
    Every byte outside the links that are added, and the marks on links that stand, is kept.
    """
    page = _Page(names, own)
    for token in tokens(html):
        page.out.append(page.text(token.raw) if token.is_text else page.tag(token))
    page.end_sentence()
    return LinkedPage("".join(page.out), tuple(page.mentions), frozenset(page.unlinked))


@dataclass
class _Page:
    """The page while it is read."""

    names: LinkContext
    own: frozenset[str]
    out: list[str] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    unlinked: set[str] = field(default_factory=set)
    _frames: list[OpenElement] = field(default_factory=lambda: [OpenElement()])
    _linked: set[str] = field(default_factory=set)
    _entry: str = ""
    _last_anchor: str = ""
    _sentence: str = ""
    _pending: list[tuple[str, int, int, bool]] = field(default_factory=list)

    def tag(self, token: Token) -> str:
        """Read a tag and return it, marked where it is a link to an entity."""
        if token.name in BLOCKS:
            self.end_sentence()
            self._linked.clear()
        if token.opens:
            return self._open(token)
        if token.closing and any(frame.name == token.name for frame in self._frames):
            self._close(token.name)
        return token.raw

    def _open(self, token: Token) -> str:
        above, id_ = self._frames[-1], token.attribute("id")
        class_ = token.attribute("class")
        if token.name in HEADINGS:
            self._entry = id_
        numbered = bool(ANCHOR.fullmatch(id_))
        if numbered:
            self._last_anchor = id_
        target = self.names.id_of(token.attribute("href")) if token.name == "a" else ""
        self._frames.append(
            OpenElement(
                token.name,
                self._last_anchor if numbered or class_ == "editor-notes" else above.anchor,
                above.unlinked or token.name in UNLINKED or "data-unlinked" in token.rest,
                above.silent or token.name == "sup" or "footnote-backref" in token.rest,
                above.by_editor or class_ in BY_EDITOR,
                target,
                len(self._sentence),
            )
        )
        if target and "class=" not in token.rest:
            return self._start_tag(self.names.entities[target], token.rest)
        return token.raw

    def _close(self, name: str) -> None:
        while True:
            frame = self._frames.pop()
            if frame.target:
                self._linked.add(frame.target)
                self._note(frame.target, frame.start, len(self._sentence))
            if frame.name == name:
                return

    def text(self, raw: str) -> str:
        """Read a text and return it with links; each line is a sentence of its own."""
        lines = []
        for number, line in enumerate(raw.split("\n")):
            if number:
                self.end_sentence()
            lines.append(line if self._frames[-1].unlinked else self._link(line))
            self._sentence += "" if self._frames[-1].silent else line
        return "\n".join(lines)

    def _link(self, line: str) -> str:
        out, done, offset = [], 0, len(self._sentence)
        for found in self.names.matcher.find(line):
            if line[max(found.start - 2, 0) : found.start].endswith(OPENS_CHARACTER):
                continue
            id_ = found.spelling.id
            if not id_:
                self.unlinked.add(found.spelling.text)
                continue
            self._note(id_, offset + found.start, offset + found.end)
            if self._is_linked(id_):
                words = line[found.start : found.end]
                start_tag = self._start_tag(self.names.entities[id_], words=words)
                out += [line[done : found.start], start_tag, words, "</a>"]
                done = found.end
        return "".join([*out, line[done:]])

    def _note(self, id_: str, start: int, end: int) -> None:
        self._pending.append((id_, start, end, self._frames[-1].by_editor))

    def _is_linked(self, id_: str) -> bool:
        quiet = self.names.entities[id_].quiet or id_ in self.own or id_ == self._entry
        if quiet or id_ in self._linked:
            return False
        self._linked.add(id_)
        return True

    def _start_tag(self, entity: Entity, rest: str = "", words: str = "") -> str:
        rest = rest or f' href="{escape(self.names.href(entity.id))}"'
        return start_tag(entity, self._frames[-1].anchor, rest, words)

    def end_sentence(self) -> None:
        """Note the mentions of the sentence that has ended, where it stands in the text."""
        anchor = self._frames[-1].anchor
        if anchor:
            self.mentions += (
                Mention(id_, anchor, self._sentence, start, end, by_editor)
                for id_, start, end, by_editor in self._pending
            )
        self._sentence, self._pending = "", []
