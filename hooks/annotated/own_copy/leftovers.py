"""What of a copy is in no paragraph: the headings of chapters, the notes, and what is left out."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from annotated.own_copy.alignment import Found
from annotated.own_copy.copy_text import without_private_use

# A heading has no more words than this, and does not end like a sentence.
LONGEST_HEADING = 12
# The number of a note at the head of its line, with brackets, signs and spaces.
LONGEST_LABEL = 8
SENTENCE_END = re.compile(r"[.!?:;,)”’]$")


@dataclass(frozen=True)
class Rest:
    """What is left of a copy: all of it in order, and what stands before each paragraph."""

    parts: Sequence[str]
    before: Mapping[int, str]

    @property
    def text(self) -> str:
        """Return all of it as one text, in which what stood apart stands apart."""
        return "\n\n".join(self.parts)


def between(text: str, found: Iterable[Found]) -> Rest:
    """Return what is left of a copy once its paragraphs are taken out."""
    parts: list[str] = []
    before: dict[int, str] = {}
    above = 0
    for one in found:
        before[one.number] = text[above : one.pieces[0][0]]
        for start, end in one.pieces:
            parts.append(text[above:start])
            above = end
    return Rest([*parts, text[above:]], before)


def headings(before: Mapping[int, str], firsts: Iterable[int]) -> dict[int, str]:
    """Return the lines of the heading above each chapter that has one.

    They go by the first paragraph of the chapter, which is one of `firsts`.
    """
    found = {}
    for number in firsts:
        # What is set apart from the paragraph by a blank line, or by nothing, is one heading.
        parts = re.split(r"\n{2,}", before.get(number, "").strip())
        if number and parts[-1] and _is_heading(parts[-1]):
            found[number] = parts[-1]
    return found


def _is_heading(line: str) -> bool:
    plain = without_private_use(line)
    return len(line.split()) <= LONGEST_HEADING and not SENTENCE_END.search(plain)


def unused(text: str, used: Iterable[str]) -> Iterator[str]:
    """Yield the lines of `text` that are neither a heading nor part of a note.

    `used` are these, as lines; each line of them accounts for one line of the text, which may
    begin with the number of a note.
    """
    taken = [line.strip() for words in used for line in words.split("\n") if line.strip()]
    for line in text.split("\n"):
        words = line.strip()
        begins = [one for one in taken if words.endswith(one)]
        found = max(begins, key=len, default="")
        if found and len(words) - len(found) <= LONGEST_LABEL:
            taken.remove(found)
        elif words:
            yield without_private_use(words)
