"""Quotations of a page by which programs find words in it again, with what stands before and after.

Source: Web Annotation Data Model (W3C), Text Quote Selector. The text is that of the document, with
the numbers of notes and what only screen readers say, as a program that compares it sees it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from html import unescape
from typing import NamedTuple

from annotated.core.html_tokenizer import KEPT, Token, cut, token

PARAGRAPH = re.compile(r"<p\b[^>]*>.*?</p>", re.DOTALL)
STATEMENT = re.compile(r"(?:p\d+|n[a-z]+)-s\d+")
WORD, NUMBER, BESIDE = "wnb"
# Classes: of a link to an entity, and of what stands beside the words of a statement.
MENTION = "mention"
ASIDE = frozenset({"said", "margin", "dates", "serves"})
TAG = re.compile(r"<[^<>]*>")
# The elements of which it is noted where they stand.
NOTED = ("a", "span")
# How much is quoted before and after, and how much HTML holds that surely.
AROUND, FAR = 40, 4000


class Quote(NamedTuple):
    """Words, and those before and after them in the same paragraph."""

    exact: str
    prefix: str
    suffix: str


class Mention(NamedTuple):
    """Where a paragraph names an entity, by its id."""

    entity: str
    start: int
    end: int


@dataclass
class QuotedParagraph:
    """A paragraph as text: where its statements and the names in them begin and end.

    `kinds` tells of each letter what it is: of the text, of the number of a note, or beside it.
    Where `before` is known, what stands before the paragraph, a quotation begins there.
    """

    text: str = ""
    before: str = ""
    kinds: str = ""
    statements: dict[str, tuple[int, int]] = field(default_factory=dict)
    mentions: list[Mention] = field(default_factory=list)

    def read(self, html: str) -> "QuotedParagraph":
        """Take in the HTML of the paragraph."""
        texts, kinds, length, kind = [], [], 0, WORD
        # The open elements: their tags, where their text begins, and what letters are around them.
        open_: list[tuple[Token, int, str]] = []
        closed: list[tuple[Token, int, int]] = []
        for place, piece in enumerate(cut(html)):
            if not piece:
                continue
            tag = token(piece) if place % 2 else None
            if not tag or tag.is_text:
                words = unescape(piece)
                texts.append(words)
                kinds.append(kind * len(words))
                length += len(words)
            elif tag.opens:
                open_.append((tag, length, kind))
                kind = _kind(tag) or kind
            elif tag.closing and open_:
                opened, start, kind = open_.pop()
                if opened.name in NOTED:
                    closed.append((opened, start, length))
        self.text, self.kinds = "".join(texts), "".join(kinds)
        for element in closed:
            self._note(*element)
        return self

    def _note(self, opened: Token, start: int, end: int) -> None:
        # Who says it is told first.
        begin = self.kinds.find(WORD, start, end)
        if opened.name == "a" and begin >= 0 and MENTION in _classes(opened):
            self.mentions.append(Mention(opened.attribute("data-entity"), start, end))
        elif opened.name == "span" and STATEMENT.fullmatch(id_ := opened.attribute("id")):
            self.statements[id_] = (begin if begin >= 0 else end, end)

    def quote(self, start: int, end: int) -> Quote:
        """Return a part of the text with what stands around it."""
        begin = 0 if self.before else max(0, start - AROUND)
        before = self.before + self.text[begin:start]
        return Quote(self.text[start:end], before, self.text[end : end + AROUND])

    def find(self, words: str) -> tuple[int, int] | None:
        """Return where words stand, though the number of a note be among them, or None."""
        visible, places = self._visible
        pattern = r"\s+".join(map(re.escape, words.split()))
        found = re.search(rf"(?<!\w){pattern}(?!\w)", visible)
        return (places[found.start()], places[found.end() - 1] + 1) if found else None

    @cached_property
    def _visible(self) -> tuple[str, list[int]]:
        """Return the text but for the numbers of notes, and where each of its letters stands."""
        places = [place for place, kind in enumerate(self.kinds) if kind != NUMBER]
        return "".join(self.text[at] if self.kinds[at] == WORD else " " for at in places), places


def paragraphs(html: str) -> Iterator[QuotedParagraph]:
    """Yield the paragraphs of a page that have statements."""
    for match in PARAGRAPH.finditer(html):
        if " data-who=" not in match[0]:
            continue
        found = QuotedParagraph().read(match[0])
        # A substantive note is shown a second time, which only what stands before it tells apart.
        if any(id_.startswith("n") for id_ in found.statements):
            found.before = _text_before(html, match.start())
        if found.statements:
            yield found


def _text_before(html: str, end: int) -> str:
    """Return some of the text that stands before a place between two elements."""
    _, _, begun = html[max(0, end - FAR) : end].partition(">")
    return unescape(TAG.sub("", begun))[-AROUND:]


def _kind(tag: Token) -> str:
    """Return what the letters in an element are, or "" where they are what those around it are."""
    if tag.name == "sup":
        return NUMBER
    return BESIDE if tag.name == "span" and _classes(tag) & ASIDE else ""


def _classes(tag: Token) -> frozenset[str]:
    return _words(tag.attribute("class"))


@lru_cache(maxsize=KEPT)
def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())
