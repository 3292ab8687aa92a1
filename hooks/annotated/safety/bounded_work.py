"""Bounds of a paragraph, so that the time of a build grows with the text and not with its square.

For each bracket that opens, Markdown looks for the one that closes it up to the end of the
paragraph, and some block patterns look through all its lines again for each line. So a paragraph
has a greatest length and a greatest number of each such character: several times those of the
longest paragraph that anybody has written here.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

LONGEST_PARAGRAPH, MOST_LINES, MOST_OF_ONE = 10_000, 150, 100
# Of these, more stand in honest text: a table of many columns, a list of paths.
MOST_MARKS = 400
MOST_OF = [(char, MOST_OF_ONE) for char in "[]{}()<>"]
MOST_OF += [(char, MOST_MARKS) for char in "*_`~!@&|\\#"]
# Items, quotations and headings that begin one within another: Markdown calls itself for each.
NESTED = re.compile(r"^[ \t]*(?:(?:[-+*>:#]|\d{1,9}\.)[ \t]*){9}", re.MULTILINE)
# What Markdown looks for among all others of the page.
MOST_IN_PAGE = 1_000
IN_PAGE = re.compile(r"(?P<note>\[\^)|(?P<citation>(?<!\w)@\w)|(?P<heading>^#{1,6})", re.MULTILINE)
IN_PAGE_SIGNS = ("[^", "@", "#")
WORDS = {"note": "notes", "citation": "citations", "heading": "headings"}


class Excess(NamedTuple):
    """More than a text may hold: the offset at which it begins, and what there is too much of."""

    offset: int
    what: str


def excesses(text: str) -> Iterator[Excess]:
    """Yield what a Markdown text, without its fenced code, has too much of."""
    for match in NESTED.finditer(text):
        yield Excess(match.start(), "more than 8 items or quotations within one another")
    # What all of the text has few of, no paragraph has many of.
    many = [(char, most) for char, most in MOST_OF if text.count(char) > most]
    if many or len(text) > LONGEST_PARAGRAPH or text.count("\n") > MOST_LINES:
        for offset, paragraph in _paragraphs(text):
            yield from _in_paragraph(paragraph, offset, many)
    if sum(map(text.count, IN_PAGE_SIGNS)) > MOST_IN_PAGE:
        yield from _in_page(text)


def _in_page(text: str) -> Iterator[Excess]:
    counts = dict.fromkeys(WORDS, 0)
    for match in IN_PAGE.finditer(text):
        name = str(match.lastgroup)
        counts[name] += 1
        if counts[name] == MOST_IN_PAGE + 1:
            yield Excess(match.start(), f"more than {MOST_IN_PAGE:,} {WORDS[name]} on a page")


def _paragraphs(text: str) -> Iterator[tuple[int, str]]:
    """Yield each run of lines that are not blank, with the offset at which it begins."""
    begin = end = 0
    for line in text.split("\n"):
        if not line.strip() and begin < end:
            yield begin, text[begin:end]
        end += len(line) + 1
        if not line.strip():
            begin = end
    yield begin, text[begin:]


def _in_paragraph(paragraph: str, offset: int, many: Sequence[tuple[str, int]]) -> Iterator[Excess]:
    """Yield what a paragraph has too much of; `many` are the characters that it may have so."""
    if len(paragraph) > LONGEST_PARAGRAPH:
        yield Excess(offset, f"more than {LONGEST_PARAGRAPH:,} characters in a paragraph")
    if paragraph.count("\n") > MOST_LINES:
        yield Excess(offset, f"more than {MOST_LINES} lines without an empty one")
    for char, most in many:
        if paragraph.count(char) > most:
            yield Excess(offset, f"more than {most} of '{char}' in a paragraph")
