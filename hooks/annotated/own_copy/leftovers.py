"""Leftovers of a copy, which are in no paragraph, heading or note: each is named, or missed.

A name says by what a leftover is known to be none of the article. Where none is, it may be part of
a paragraph or note that was not read whole, and is not left out in silence.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from annotated.own_copy import spans
from annotated.own_copy.copy_text import words
from annotated.own_copy.fingerprint import RUN
from annotated.own_copy.layout_paragraphs import (
    LONGEST_WRAPPED,
    breaks_off,
    ends_a_sentence,
    goes_on,
    is_heading,
)
from annotated.own_copy.source_text import LeftOut, SourceText, plain_lines
from annotated.own_copy.spans import BLANK, Span

# What divides two parts of one paragraph.
GLUE = ("", " ", "\n")
# Words of a caption.
LONGEST_CAPTION = 60


class Part(NamedTuple):
    """A piece of the article in a copy, and whether all of what it belongs to is surely there."""

    span: Span
    is_note: bool
    complete: bool


class Leftover(NamedTuple):
    """A block that is in no part, and its name, which is empty where it is missed."""

    span: Span
    name: str


def headings(text: str, firsts: Iterable[int], starts: Mapping[int, int]) -> dict[int, Span]:
    """Return the heading above each chapter that has one, by the number of its first paragraph.

    `text` is that of a copy in which the paragraphs are blank, `starts` are their offsets in it,
    and `firsts` the numbers of those that begin a chapter.
    """
    found = {}
    for number in firsts:
        above = text.rfind(BLANK, 0, starts[number]) + 1
        # The last block before the paragraph, whether or not a blank line separates the two.
        block = spans.blocks(text, above, starts[number])[-1:]
        if number and block and is_heading(text[slice(*block[0])]):
            found[number] = block[0]
    return found


def find(source: SourceText, parts: Iterable[Part]) -> Iterator[Leftover]:
    """Yield the leftovers of a copy: the blocks of its text that are in no part."""
    article = _Article(source, sorted(parts))
    blanked = spans.blank(source.text, [part.span for part in article.parts])
    end = article.parts[-1].span[1]
    first_below = next(iter(spans.blocks(blanked, end)), None)
    for block in spans.blocks(blanked):
        yield Leftover(block, article.name(block, is_first_below=block == first_below))


def lines(source: SourceText, leftovers: Iterable[Leftover]) -> list[LeftOut]:
    """Return the lines of leftovers, each with its name."""
    return [
        LeftOut(name, line)
        for span, name in leftovers
        for line in plain_lines(source.text[slice(*span)])
    ]


@dataclass(frozen=True)
class _Article:
    source: SourceText
    parts: list[Part]

    def name(self, block: Span, *, is_first_below: bool) -> str:
        """Return the name of a block, or nothing where it is missed."""
        text = self.source.text[slice(*block)]
        index = bisect_left(self.parts, (block,))
        above, below = self.parts[:index][-1:], self.parts[index:][:1]
        name = self.source.furniture_name(text)
        if name or not above:
            return name or "above the article"
        if is_heading(text):
            return "heading" if below else "below the article"
        if self._is_glued(block, [*above, *below]):
            return ""
        if below:
            return self._name_between(text, above[0], below[0])
        missed = is_first_below and above[0].is_note and not above[0].complete
        return "" if missed else "below the article"

    def _name_between(self, text: str, above: Part, below: Part) -> str:
        if above == self._last_text and not goes_on(text):
            return "imprint"
        certain = above.complete and below.complete
        is_caption = len(text.split()) <= LONGEST_CAPTION and not (
            ends_a_sentence(text) or breaks_off(text) or goes_on(text)
        )
        if is_caption and (certain or not (above.is_note and below.is_note)):
            return "caption"
        if self._repeats(text):
            return "repeated"
        return "insertion" if certain else ""

    @cached_property
    def _last_text(self) -> Part:
        return [part for part in self.parts if not part.is_note][-1]

    def _is_glued(self, block: Span, parts: Iterable[Part]) -> bool:
        """Tell whether a block may be a line of an incomplete part beside it.

        It is one if it is on the same line, or if no blank line is between and the part is not of
        lines that are too long to be wrapped.
        """
        text = self.source.text
        for part in parts:
            first, second = sorted((block, part.span))
            between = text[first[1] : second[0]]
            lines = text[slice(*part.span)].split("\n")
            is_wrapped = len(lines[-1 if part.span < block else 0]) <= LONGEST_WRAPPED
            if not part.complete and between in GLUE and (is_wrapped or between != "\n"):
                return True
        return False

    def _repeats(self, text: str) -> bool:
        """Tell whether all words of a text are in the article, in the same order."""
        runs = _runs(text)
        return bool(runs) and runs <= self._runs_of_parts

    @cached_property
    def _runs_of_parts(self) -> frozenset[tuple[str, ...]]:
        texts = (self.source.text[slice(*part.span)] for part in self.parts)
        return frozenset().union(*map(_runs, texts))


def _runs(text: str) -> frozenset[tuple[str, ...]]:
    """Return the runs of five words in a text."""
    found = [word.letters for word in words(text)]
    return frozenset(tuple(found[at : at + RUN]) for at in range(len(found) - RUN + 1))
