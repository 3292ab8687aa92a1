"""Leftovers of a copy, which are in no paragraph: headings of chapters, notes, and all else."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from annotated.own_copy.alignment import AlignedParagraph
from annotated.own_copy.copy_text import without_private_use
from annotated.own_copy.layout_paragraphs import is_heading

# The number of a note at the head of its line, with brackets and spaces, is at most so long.
LONGEST_LABEL = 8


@dataclass(frozen=True)
class Leftovers:
    """The text between paragraphs: all of it in order, and that before each, by its number."""

    parts: Sequence[str]
    before: Mapping[int, str]

    @property
    def text(self) -> str:
        """Return all of it as one text, with a blank line where a paragraph was."""
        return "\n\n".join(self.parts)


def between(text: str, paragraphs: Iterable[AlignedParagraph]) -> Leftovers:
    """Return what is left of a copy without its paragraphs, which are in order."""
    parts: list[str] = []
    before: dict[int, str] = {}
    above = 0
    for paragraph in paragraphs:
        before[paragraph.number] = text[above : paragraph.pieces[0][0]]
        for start, end in paragraph.pieces:
            parts.append(text[above:start])
            above = end
    return Leftovers([*parts, text[above:]], before)


def headings(before: Mapping[int, str], firsts: Iterable[int]) -> dict[int, str]:
    """Return the lines of the heading above each chapter that has one.

    They are by the number of the chapter's first paragraph, which is one of `firsts`.
    """
    found = {}
    for number in firsts:
        # The last block before the paragraph, whether or not a blank line separates the two.
        block = re.split(r"\n{2,}", before.get(number, "").strip())[-1]
        if number and block and is_heading(block):
            found[number] = block
    return found


def unused(text: str, used: Iterable[str]) -> Iterator[str]:
    """Yield the lines of `text` that are neither a heading nor part of a note.

    `used` are the headings and notes; each line of them accounts for one line of the text, which
    may begin with the number of a note.
    """
    accounted = [line.strip() for block in used for line in block.split("\n") if line.strip()]
    for line in text.split("\n"):
        stripped = line.strip()
        match = max(filter(stripped.endswith, accounted), key=len, default="")
        if match and len(stripped) - len(match) <= LONGEST_LABEL:
            accounted.remove(match)
        elif stripped:
            yield without_private_use(stripped)
