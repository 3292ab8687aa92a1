"""Quotations of a page by which programs find words in it again, with what stands before and after.

Source: Web Annotation Data Model (W3C), Text Quote Selector. The text is that of the document, with
the numbers of notes and what only screen readers say, as a program that compares it sees it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape
from typing import NamedTuple

from annotated.core.html_tokenizer import Token, tokens

PARAGRAPH = re.compile(r"<p\b[^>]*>.*?</p>", re.DOTALL)
STATEMENT = re.compile(r"(?:p\d+|n[a-z]+)-s\d+")
WORD, NUMBER, BESIDE = "wnb"
TAG = re.compile(r"<[^<>]*>")
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
    """A paragraph as text: where its statements and the names in it begin and end.

    `kinds` tells of each letter what it is: of the text, of the number of a note, or beside it.
    Where `before` is known, what stands before the paragraph, a quotation begins there.
    """

    text: str = ""
    before: str = ""
    kinds: str = ""
    statements: dict[str, tuple[int, int]] = field(default_factory=dict)
    mentions: list[Mention] = field(default_factory=list)
    # Of each element that is open: its tag, its name here, and where its text begins.
    _open: list[tuple[Token, int]] = field(default_factory=list)

    def read(self, html: str) -> "QuotedParagraph":
        """Take in the HTML of the paragraph."""
        for token in tokens(html):
            if token.is_text:
                words = unescape(token.raw)
                self.text += words
                self.kinds += self._kind * len(words)
            elif token.opens:
                self._open.append((token, len(self.text)))
            elif token.closing and self._open:
                self._close(*self._open.pop())
        return self

    @property
    def _kind(self) -> str:
        if any(one.name == "sup" for one, _ in self._open):
            return NUMBER
        return BESIDE if any(_has(one, "said", "margin") for one, _ in self._open) else WORD

    def _close(self, opened: Token, start: int) -> None:
        end, id_ = len(self.text), opened.attribute("id")
        if opened.name == "span" and STATEMENT.fullmatch(id_):
            # Who says it is told first.
            while start < end and self.kinds[start] != WORD:
                start += 1
            self.statements[id_] = (start, end)
        elif opened.name == "a" and _has(opened, "mention") and self._in_statement:
            self.mentions.append(Mention(opened.attribute("data-entity"), start, end))

    @property
    def _in_statement(self) -> bool:
        return any(STATEMENT.fullmatch(one.attribute("id")) for one, _ in self._open)

    def quote(self, start: int, end: int) -> Quote:
        """Return a part of the text with what stands around it."""
        begin = 0 if self.before else max(0, start - AROUND)
        before = self.before + self.text[begin:start]
        return Quote(self.text[start:end], before, self.text[end : end + AROUND])

    def find(self, words: str) -> tuple[int, int] | None:
        """Return where words stand, though the number of a note be among them, or None."""
        places = [place for place, kind in enumerate(self.kinds) if kind != NUMBER]
        visible = "".join(self.text[at] if self.kinds[at] == WORD else " " for at in places)
        pattern = r"\s+".join(map(re.escape, words.split()))
        found = re.search(rf"(?<!\w){pattern}(?!\w)", visible)
        return (places[found.start()], places[found.end() - 1] + 1) if found else None


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


def _has(token: Token, *names: str) -> bool:
    return bool({*token.attribute("class").split()}.intersection(names))
