"""The rules by which names are found, as slowly and as plainly as they can be said.

At each word of the text, from left to right, the longest spelling that stands there is taken, and
what it covers is not read again. Of two as long as each other the one that was named first wins.
"""

from collections.abc import Iterator, Sequence

from annotated.core.normalize import APOSTROPHES
from annotated.linking.matcher import Match, Spelling


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
    """Return where a spelling ends that begins at `at`, or 0 where it does not stand there."""
    if at and is_letter(text[at - 1]):
        return 0
    for number, sign in enumerate(" ".join(spelling.text.split())):
        if at == len(text) or not same(sign, text[at], spelling.any_case, first=not number):
            return 0
        at += 1
        while sign == " " and at < len(text) and text[at].isspace():
            at += 1
    return 0 if at < len(text) and is_letter(text[at]) else at


def word_starts(text: str) -> Iterator[int]:
    """Yield where words begin."""
    for at, sign in enumerate(text):
        if is_letter(sign) and not (at and is_letter(text[at - 1])):
            yield at


def is_letter(sign: str) -> bool:
    """Tell whether a sign is a letter or a digit: the half rings are apostrophes here."""
    return sign.isalnum() and sign not in APOSTROPHES


def same(sign: str, other: str, any_case: bool, *, first: bool) -> bool:  # noqa: FBT001
    """Tell whether a sign of a spelling and one of a text count as the same."""
    if sign in APOSTROPHES:
        return other in APOSTROPHES
    if sign == " ":
        return other.isspace()
    if any_case:
        return sign.lower() == other.lower() or sign.casefold() == other.casefold()
    return other == sign or (first and sign.islower() and other == sign.upper())
