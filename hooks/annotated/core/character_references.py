"""Character references of HTML, such as `&shy;` and `&#x202E;`, as the characters they stand for.

https://html.spec.whatwg.org/multipage/parsing.html#character-reference-state
"""

import re
from bisect import bisect_right
from html import unescape
from typing import NamedTuple

# A semicolon may be missing behind a number, and behind a few names, of which one is not seen.
REFERENCE = re.compile(
    r"&(?:#(?P<decimal>[0-9]+);?|#[xX](?P<hex>[0-9a-fA-F]+);?|[A-Za-z][A-Za-z0-9]*;|shy(?![\w=]))"
)
# What stands for no character.
NOTHING = "\0"


class Decoded(NamedTuple):
    """A text without references: of each, the index behind it, and how much shorter that is."""

    text: str
    ends: list[int]
    shifts: list[int]

    def index_as_typed(self, at: int) -> int:
        """Return the index in the text as typed of the character at the index `at`."""
        before = bisect_right(self.ends, at)
        return at + (self.shifts[before - 1] if before else 0)


def decode(text: str) -> Decoded:
    """Return `text` with a character for each reference; one to the end of a line is a space."""
    if "&" not in text:
        return Decoded(text, [], [])
    parts: list[str] = []
    ends: list[int] = []
    shifts: list[int] = []
    done = length = 0
    for match in REFERENCE.finditer(text):
        character = _character(match)
        parts += [text[done : match.start()], character]
        length += match.start() - done + len(character)
        done = match.end()
        ends.append(length)
        shifts.append(done - length)
    return Decoded("".join([*parts, text[done:]]), ends, shifts)


def _character(match: re.Match[str]) -> str:
    digits = match["decimal"] or match["hex"]
    if not digits:
        return unescape(match[0]).replace("\n", " ")
    # More digits than those of the last code point, U+10FFFF, say nothing more.
    number = int(digits.lstrip("0")[:8] or "0", 10 if match["decimal"] else 16)
    is_character = number <= 0x10FFFF and not 0xD800 <= number <= 0xDFFF  # noqa: PLR2004
    return (chr(number) if is_character else NOTHING).replace("\n", " ")
