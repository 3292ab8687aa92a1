"""Source text of a copy: its lines in reading order, and an account of what else its file has.

Every character of a file that is no space is in the lines, or in what was taken off under a name.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from annotated.own_copy.copy_text import without_private_use, words

# By so many words, among the first characters of a line, its place in the file is looked up.
MOST_WORDS, LOOKED_UP = 5, 400
# What may be between two words: a tag, a reference, a single letter, or no letter.
GAP = r"(?:<[^>]*>|&#?\w+;|\b\w\b|[\W\d_])*"


class LeftOut(NamedTuple):
    """A text that is no part of the article, and the name of what it is instead."""

    name: str
    text: str


@dataclass(frozen=True)
class SourceText:
    """The lines of a copy (`text`), and what was taken off.

    `characters` counts those of the file. `furniture` names lines that are the page's and not
    the article's, such as those of its navigation, where they are in no paragraph and no note.
    """

    text: str
    characters: Counter[str]
    taken_off: tuple[LeftOut, ...] = ()
    furniture: Mapping[str, str] = field(default_factory=dict)
    path: str = ""
    file: str = ""

    def furniture_name(self, block: str) -> str:
        """Return the name of the furniture that all lines of a block are, or nothing."""
        names = [self.furniture.get(line, "") for line in plain_lines(block)]
        return names[0] if names and all(names) else ""

    def line_of(self, offset: int) -> int:
        """Return the line of the file, counted from 1, at an offset in `text`.

        The lines of `text` may be in another order, or cut from a page: the words from there on
        are looked up in the file, among tags and references. Where that fails, it is line 1.
        """
        begin = self.text.rfind("\n", 0, offset) + 1
        first = words(self.text[begin : begin + LOOKED_UP])[:MOST_WORDS]
        pattern = re.compile(
            GAP.join(re.escape(self.text[begin + start : begin + end]) for start, end, _ in first)
        )
        earlier = sum(1 for _ in pattern.finditer(self.text, 0, begin)) if first else 0
        places = [match.start() for match in pattern.finditer(self.file)] if first else []
        return self.file.count("\n", 0, places[earlier]) + 1 if earlier < len(places) else 1


def plain_lines(text: str) -> list[str]:
    """Return the lines of a text that are not blank, without private characters."""
    lines = (" ".join(line.split()) for line in without_private_use(text).split("\n"))
    return [line for line in lines if line]


def count(*texts: str) -> Counter[str]:
    """Return how often each character occurs, without spaces and private characters."""
    found: Counter[str] = Counter()
    for text in texts:
        found.update("".join(without_private_use(text).split()))
    return found


def total(texts: Iterable[str]) -> int:
    """Return how many characters there are, without spaces and private characters."""
    return sum(count(*texts).values())
