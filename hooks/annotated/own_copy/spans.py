"""Spans of a copy's text, which are ranges of offsets, and the blocks of what no span covers.

What is covered is blanked, character by character, so that all offsets stay the same.
"""

import re
from collections.abc import Iterable

Span = tuple[int, int]
# In place of what a span covers, between two line ends; a blank line is none of it.
BLANK = "\f"
# Lines that neither a blank line nor a span divides.
BLOCK = re.compile(rf"[^\n{BLANK}]+(?:\n[^\n{BLANK}]+)*")


def blank(text: str, spans: Iterable[Span]) -> str:
    """Return a text of the same length in which spans are blank, each on lines of its own."""
    parts, done = [], 0
    for start, end in sorted(spans):
        parts += [text[done:start], "\n", BLANK * (end - start - 2), "\n"[: end - start - 1]]
        done = end
    return "".join([*parts, text[done:]])


def blocks(text: str, start: int = 0, end: int | None = None) -> list[Span]:
    """Return the spans of the blocks of a blanked text between two offsets, in order."""
    found = []
    for match in BLOCK.finditer(text, start, len(text) if end is None else end):
        words = match[0].strip()
        if words:
            first = match.start() + match[0].index(words)
            found.append((first, first + len(words)))
    return found
