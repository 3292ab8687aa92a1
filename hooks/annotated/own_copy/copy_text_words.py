"""The words of a text as they are told apart from other words, in any rendering of it."""

import re
import unicodedata
from typing import NamedTuple

from annotated.own_copy.copy_text_signs import SIGNS

# What may stand inside a word: hyphens, also where a line or a column ends, apostrophes, our signs.
# But “rural- and desert-based” are two words, also where the first ends its line.
SUSPENDED = r"(?!(?:and|or|to)\b(?!-))"
JOINING = rf"(?:-\n{SUSPENDED}(?:\n+(?=[a-z]{{2}}){SUSPENDED})?|[-\u2010\u2011'’‘`´ʼʾʿ{SIGNS}])*"
WORD = re.compile(rf"[^\W\d_](?:{JOINING}[^\W\d_])*")


class Word(NamedTuple):
    """A word: where it stands in the text, and its small letters without accents and signs."""

    start: int
    end: int
    letters: str


def words(text: str) -> list[Word]:
    """Return the words of two letters or more.

    Numbers do not count, since those of notes are glued to words; nor does a single letter, which
    may be the mark of a note; nor hyphens, which printing adds where a line ends.
    """
    found = (Word(m.start(), m.end(), _letters(m[0])) for m in WORD.finditer(text))
    return [word for word in found if len(word.letters) > 1]


def _letters(word: str) -> str:
    if word.isascii() and word.isalpha():
        return word.lower()
    plain = unicodedata.normalize("NFKD", word).casefold()
    return "".join(letter for letter in plain if letter.isalpha())
