"""Words of a line of Markdown for a book: which are emphasized; links are their words alone."""

import re
from collections.abc import Iterator
from typing import NamedTuple

# What stands for a sign where it does not begin anything.
LINK = re.compile(r"\[([^\[\]]*)\](?:\([^)\s]*\)|\{[^}]*\})")
CITED = re.compile(r"\[?@[\w-]+\]?")
EMPHASIS = re.compile(r"(?<!\w)[*_]([^*_\n]+)[*_](?!\w)")


class Piece(NamedTuple):
    """Some words of a line, and whether they are emphasized."""

    words: str
    emphasized: bool


def pieces_of(text: str) -> Iterator[Piece]:
    """Yield the pieces of a line, or of a paragraph that is broken into lines."""
    text = " ".join(text.split())
    # Twice: the words of a link may be marked with their language.
    for notation in (LINK, LINK):
        text = notation.sub(r"\1", text)
    # Of what is split, every second piece is emphasized.
    for number, words in enumerate(EMPHASIS.split(CITED.sub("", text))):
        if words:
            yield Piece(words, bool(number % 2))
