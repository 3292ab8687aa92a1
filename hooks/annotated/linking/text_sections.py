"""Sections of a page for the search: the text under each heading, paragraph, note and source."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape

from annotated.core.html_tokenizer import Token, tokens

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


def sections(html: str, *, with_remarks: bool = True) -> Iterator[Section]:
    """Yield the sections of the HTML of a page, in order, those without a word left out."""
    reader = _Reader(with_remarks=with_remarks)
    for token in tokens(html):
        yield from reader.read(token)
    yield from reader.end()


class _Reader:
    """Reads token by token; `_silent` holds the open elements within one that is not searched."""

    def __init__(self, *, with_remarks: bool) -> None:
        self._with_remarks = with_remarks
        self._silent: list[str] = []
        self._anchor = self._in_heading = ""
        self._heading: list[str] = []
        self._text: list[str] = []

    def read(self, token: Token) -> Iterator[Section]:
        """Take in a token, and yield the section that ends before it."""
        if self._silent:
            self._read_silent(token)
        elif token.opens and self._is_silent(token):
            self._silent.append(token.name)
        elif token.name:
            yield from self._read_tag(token)
        elif token.is_text:
            (self._heading if self._in_heading else self._text).append(token.raw)

    def end(self) -> Iterator[Section]:
        """Yield the section that is being read."""
        heading, text = (
            " ".join(unescape("".join(part)).split()) for part in (self._heading, self._text)
        )
        if heading or text:
            yield Section(self._anchor, heading, text)
        self._heading, self._text = [], []

    def _is_silent(self, token: Token) -> bool:
        classes = token.attribute("class")
        return (
            token.name in SILENT
            or "data-search-exclude" in token.rest
            or bool(SILENT_CLASSES.search(classes))
            or (not self._with_remarks and bool(REMARKS.search(classes)))
        )

    def _read_silent(self, token: Token) -> None:
        if token.opens and not token.raw.endswith("/>"):
            self._silent.append(token.name)
        elif token.closing and token.name in self._silent:
            while self._silent.pop() != token.name:
                pass

    def _read_tag(self, token: Token) -> Iterator[Section]:
        id_ = token.attribute("id")
        if token.name in HEADINGS:
            if token.opens:
                yield from self.end()
                self._anchor, self._in_heading = id_ if token.name != "h1" else "", token.name
            else:
                self._in_heading = ""
        elif token.opens and (ITSELF.fullmatch(id_) or token.attribute("class") == "source"):
            yield from self.end()
            self._anchor = id_
        elif token.name in BLOCKS:
            self._text.append(" ")
