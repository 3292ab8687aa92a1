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
# How much is quoted before and after.
AROUND = 40


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

    `said` tells of each letter whether it is of the text, and no number of a note or the like.
    """

    text: str = ""
    said: list[bool] = field(default_factory=list)
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
                self.said += [not self._is_aside] * len(words)
            elif token.opens:
                self._open.append((token, len(self.text)))
            elif token.closing and self._open:
                self._close(*self._open.pop())
        return self

    @property
    def _is_aside(self) -> bool:
        return any(one.name == "sup" or _has(one, "said", "margin") for one, _ in self._open)

    def _close(self, opened: Token, start: int) -> None:
        end, id_ = len(self.text), opened.attribute("id")
        if opened.name == "span" and STATEMENT.fullmatch(id_):
            # Who says it is told first.
            while start < end and not self.said[start]:
                start += 1
            self.statements[id_] = (start, end)
        elif opened.name == "a" and _has(opened, "mention") and self._in_statement:
            self.mentions.append(Mention(opened.attribute("data-entity"), start, end))

    @property
    def _in_statement(self) -> bool:
        return any(STATEMENT.fullmatch(one.attribute("id")) for one, _ in self._open)

    def quote(self, start: int, end: int) -> Quote:
        """Return a part of the text with what stands around it."""
        before, after = self.text[max(0, start - AROUND) : start], self.text[end : end + AROUND]
        return Quote(self.text[start:end], before, after)

    def find(self, words: str) -> tuple[int, int] | None:
        """Return where words stand, though the number of a note be among them, or None."""
        places = [place for place, is_said in enumerate(self.said) if is_said]
        visible = "".join(self.text[place] for place in places)
        pattern = r"\s+".join(map(re.escape, words.split()))
        found = re.search(rf"(?<!\w){pattern}(?!\w)", visible)
        return (places[found.start()], places[found.end() - 1] + 1) if found else None


def paragraphs(html: str) -> Iterator[QuotedParagraph]:
    """Yield the paragraphs of a page that have statements."""
    for match in PARAGRAPH.finditer(html):
        if " data-who=" in match[0]:
            yield QuotedParagraph().read(match[0])


def _has(token: Token, *names: str) -> bool:
    return bool({*token.attribute("class").split()}.intersection(names))
