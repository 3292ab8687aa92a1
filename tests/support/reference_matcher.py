"""The rules by which names are found, as slowly and as plainly as they can be said.

At each word of the text, from left to right, the longest spelling that is there is taken, and
what it covers is not read again. Of two as long as each other the one that was named first wins.
"""

import re
from collections.abc import Iterator, Sequence

from annotated.core.normalize import APOSTROPHES, HYPHENS
from annotated.linking.matcher import MARK, Match, Spelling

MARKS = re.compile(MARK)
NO_BREAK = ("&#160;", "&nbsp;")


def find(index: Sequence[Spelling], text: str) -> Iterator[Match]:
    """Yield what is found in `text`, from left to right."""
    covered = 0
    for at in word_starts(text):
        longest = 0
        for spelling in index:
            begin = at - next(word_starts(spelling.text))
            end = end_of(spelling, text, begin) if begin >= covered and at >= covered else 0
            if end and len(spelling.text) > longest:
                longest, best = len(spelling.text), Match(begin, end, spelling)
        if longest:
            yield best
            covered = best.end


def end_of(spelling: Spelling, text: str, at: int) -> int:
    """Return where a spelling ends that begins at `at`, or 0 where it is not there."""
    if at and (is_letter(text[at - 1]) or is_mark(text[at - 1])):
        return 0
    for number, char in enumerate(" ".join(spelling.text.split())):
        if at == len(text):
            return 0
        if char == " " and not space_at(text, at):
            return 0
        if char != " " and not same(char, text[at], spelling.any_case, first=not number):
            return 0
        at += space_at(text, at) if char == " " else 1
        while char == " " and at < len(text) and space_at(text, at):
            at += space_at(text, at)
    return 0 if at < len(text) and (is_letter(text[at]) or is_mark(text[at])) else at


def word_starts(text: str) -> Iterator[int]:
    """Yield where words begin."""
    for at, char in enumerate(text):
        if is_letter(char) and not (at and is_letter(text[at - 1])):
            yield at


def is_letter(char: str) -> bool:
    """Tell whether a character is a letter or a digit: the half rings are apostrophes here."""
    return char.isalnum() and char not in APOSTROPHES


def is_mark(char: str) -> bool:
    """Tell whether a character is a mark on the letter before it."""
    return bool(MARKS.match(char))


def space_at(text: str, at: int) -> int:
    """Return how many characters a space has that begins at `at`, or 0."""
    named = next((name for name in NO_BREAK if text.startswith(name, at)), text[at])
    return len(named) if named in NO_BREAK or named.isspace() else 0


def same(char: str, other: str, any_case: bool, *, first: bool) -> bool:  # noqa: FBT001
    """Tell whether a character of a spelling and another of a text count as the same."""
    if char in APOSTROPHES:
        return other in APOSTROPHES
    if char in HYPHENS:
        return other in HYPHENS
    if any_case:
        return char.lower() == other.lower() or char.casefold() == other.casefold()
    return other == char or (first and char.islower() and other == char.upper())
