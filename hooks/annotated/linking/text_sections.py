"""Sections of a page for the search: the text under each heading, paragraph, note and source."""

import re
from dataclasses import dataclass
from functools import lru_cache
from html import unescape

from annotated.core.html_tokenizer import KEPT, Token, cut, token

HEADINGS = frozenset({"h1", "h2", "h3"})
# What begins a section beside a heading, by its id: a paragraph of the text, a note, a source.
ITSELF = re.compile(r"p\d+|fn:\w+")
# What a reader does not search: numbers of notes, signs behind headings, drawings, folded lists.
SILENT = frozenset({"sup", "svg", "script", "style", "button", "form"})
SILENT_CLASSES = re.compile(r"\b(?:headerlink|footnote-backref|mentions-folded|up|edit-entry)\b")
# Remarks on a note or an entry: where there is an audit, each is searched there, and once.
REMARKS = re.compile(r"\bremarks\b")
BLOCKS = frozenset({"p", "li", "dd", "dt", "td", "th", "br", "div", "blockquote", "tr", "summary"})


@dataclass(frozen=True)
class Section:
    """A part of a page: the id at which it begins, "" for its head; its heading; its text."""

    anchor: str
    heading: str
    text: str


def sections(html: str, *, with_remarks: bool = True) -> list[Section]:
    """Return the sections of the HTML of a page, in order, those without a word left out."""
    reader = _Reader(with_remarks=with_remarks)
    first, *others = cut(html)
    reader.hear(first)
    for markup, text in zip(others[::2], others[1::2], strict=True):
        reader.read(token(markup))
        if text:
            reader.hear(text)
    reader.end()
    return reader.found


class _Reader:
    """Reads piece by piece; `_silent` holds the open elements within one that is not searched."""

    def __init__(self, *, with_remarks: bool) -> None:
        self.found: list[Section] = []
        self._with_remarks = with_remarks
        self._silent: list[str] = []
        self._anchor = self._in_heading = ""
        self._heading: list[str] = []
        self._text: list[str] = []

    def hear(self, text: str) -> None:
        """Take in a text."""
        if not self._silent:
            (self._heading if self._in_heading else self._text).append(text)

    def read(self, token: Token) -> None:
        """Take in what parts two texts."""
        if not token.name:
            if token.is_text:
                self.hear(token.raw)
        elif self._silent:
            self._read_silent(token)
        elif token.opens:
            self._open(token)
        else:
            self._close(token.name)

    def end(self) -> None:
        """Keep the section that is being read."""
        heading, text = (
            " ".join(unescape("".join(part)).split()) for part in (self._heading, self._text)
        )
        if heading or text:
            self.found.append(Section(self._anchor, heading, text))
        self._heading, self._text = [], []

    def _is_silent(self, token: Token, classes: str) -> bool:
        return (
            token.name in SILENT
            or "data-search-exclude" in token.rest
            or (bool(classes) and _has_silent_class(classes))
            or (not self._with_remarks and bool(REMARKS.search(classes)))
        )

    def _read_silent(self, token: Token) -> None:
        if token.opens and not token.raw.endswith("/>"):
            self._silent.append(token.name)
        elif token.closing and token.name in self._silent:
            while self._silent.pop() != token.name:
                pass

    def _open(self, token: Token) -> None:
        attributes = token.attributes
        id_, classes = attributes.get("id", ""), attributes.get("class", "")
        if self._is_silent(token, classes):
            self._silent.append(token.name)
        elif token.name in HEADINGS:
            self.end()
            self._anchor, self._in_heading = id_ if token.name != "h1" else "", token.name
        elif classes == "source" or (id_ and ITSELF.fullmatch(id_)):
            self.end()
            self._anchor = id_
        elif token.name in BLOCKS:
            self._text.append(" ")

    def _close(self, name: str) -> None:
        if name in HEADINGS:
            self._in_heading = ""
        elif name in BLOCKS:
            self._text.append(" ")


@lru_cache(maxsize=KEPT)
def _has_silent_class(classes: str) -> bool:
    return bool(SILENT_CLASSES.search(classes))
