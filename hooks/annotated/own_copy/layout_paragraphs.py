"""Paragraphs of a copy as its layout has them: by blank lines, and by line ends that do not wrap.

A line end within a block may be three things: a wrap, an author's own (`<br>`, verse), or the end
of a paragraph in a file that has no blank lines. Which it is, is told from the lines around it.
"""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from annotated.own_copy.copy_text import without_private_use

# A line that is longer is not wrapped: it is a paragraph, or what an author divides by hand.
LONGEST_WRAPPED = 120
# A wrapped line ends where the next word has no room; hyphenation and ragged edges take as much.
SLACK = 12
# A heading has at most so many words, and does not end like a sentence.
LONGEST_HEADING = 12
CLOSING = "”’\"')\\]0-9"
NOT_A_HEADING = re.compile(r"[.!?:;,)”’]$")
SENTENCE_END = re.compile(rf"[.!?…][{CLOSING}]*$")


class LayoutParagraph(NamedTuple):
    """A paragraph as the layout has it: its lines, and whether what is above is surely another.

    It is below a blank line, or below a heading.
    """

    lines: str
    apart: bool


def divide(text: str) -> list[LayoutParagraph]:
    """Return the paragraphs of a text, in order; joined, they have all its lines."""
    blocks = re.split(r"\n{2,}", text.strip("\n"))
    return [part for block in blocks for part in _divide_block(block.split("\n"))]


def is_heading(block: str) -> bool:
    """Tell whether a block may be a heading or a label: short, and no sentence."""
    plain = without_private_use(block).strip()
    return len(plain.split()) <= LONGEST_HEADING and not NOT_A_HEADING.search(plain)


def ends_a_sentence(line: str) -> bool:
    """Tell whether a sentence ends at the end of a line, before the numbers of notes."""
    return bool(SENTENCE_END.search(without_private_use(line).rstrip()))


def _divide_block(block: list[str]) -> Iterator[LayoutParagraph]:
    width = max(map(len, block))
    lines, apart = block[:1], True
    for above, below in pairwise(block):
        below_heading = is_heading(above) and len(below) > LONGEST_WRAPPED
        if below_heading or _ends(above, below, width):
            yield LayoutParagraph("\n".join(lines), apart)
            lines, apart = [], below_heading
        lines.append(below)
    yield LayoutParagraph("\n".join(lines), apart)


def _ends(above: str, below: str, width: int) -> bool:
    """Tell whether a paragraph may end with the line `above` in a block of this width."""
    if width > LONGEST_WRAPPED:
        return True
    room = width - len(above) - len(below.split(" ", 1)[0]) - 1
    return room >= SLACK and (ends_a_sentence(above) or is_heading(above))
