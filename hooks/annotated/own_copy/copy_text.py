"""Text of a copy between two steps: its private characters, its normal form, words and lines.

A blank line separates what the copy sets apart; a line break separates what it merely wraps. What
the copy raises or links as the mark of a note, emphasises, or numbers in a list, is enclosed in
two private characters, which `core.placeholders` lists; `clean` removes any of a copy's own.

Nothing of a copy may be lost but what makes no difference. Two texts are the same where they are
equal, character for character, after this:
- any run of white space, with no-break spaces and line ends, is one space;
- the ligatures U+FB00 to U+FB06 are the letters that they join;
- soft hyphens and characters without width (U+00AD, U+200B to U+200D, U+2060, U+FEFF) are left out;
- the number of a note has no brackets: “[12]” is “12”;
- in a printed copy, the hyphen at the end of a line is left out where the word goes on.
Apostrophes, quotation marks, dashes, accents and capitals all count.
"""

import re
import unicodedata
from functools import partial
from typing import NamedTuple

from annotated.core.placeholders import RAISED, RAISED_END, RESERVED

NOTE_MARK = re.compile(f"{RAISED}(\\w+){RAISED_END}")
WIDTHLESS = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff]")
# Line ends of word processors, of old systems and of Unicode, and the tab.
LINE_ENDS = {ord(end): "\n" for end in "\r\v\x85\u2028"} | {ord("\t"): "    "}
# No-break spaces, and spaces of other widths (Unicode, category Zs).
OTHER_SPACES = "".join(map(chr, (0xA0, 0x1680, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000)))
PLAIN_SPACES = dict.fromkeys(map(ord, OTHER_SPACES), " ")
LIGATURE = re.compile("[\ufb00-\ufb06]")
# “rural- and desert-based” are two words, also where the first of them ends its line: no word is
# joined across a hyphen before one of these conjunctions.
SUSPENDED = r"(?!(?:and|or|to)\b(?!-))"
# Within a word are allowed: hyphens, also at the end of a line or a column, apostrophes, and the
# private characters.
JOINING = (
    rf"(?:-\n{SUSPENDED}(?:\n+(?=[a-z]{{2}}){SUSPENDED})?|"
    rf"[-\u2010\u2011'’‘`´ʼʾʿ{RESERVED}])*"
)
# Scripts that put no space between words (Thai, Lao, Burmese, Khmer, kana, Han): each character of
# them counts as a word.
UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
    "\U00020000-\U0003ffff"
)
LETTER = rf"[^\W\d_{UNSPACED}][\u0300-\u036f]*"
ALONE = re.compile(f"[{UNSPACED}]")
WORD = re.compile(rf"[{UNSPACED}]|{LETTER}(?:{JOINING}{LETTER})*")
BROKEN = re.compile(rf"(\w+)-\n{SUSPENDED}(\w+)")


def without_private_use(text: str) -> str:
    """Return a text without the private characters; the numbers of notes remain."""
    return re.sub(f"[{RESERVED}]", "", text)


def clean(text: str) -> str:
    """Return the text of a file with one kind of line end and nothing that is only typography."""
    text = text.replace("\r\n", "\n").replace("\u2029", "\n\n").translate(LINE_ENDS)
    text = without_private_use(WIDTHLESS.sub("", text))
    return LIGATURE.sub(lambda match: unicodedata.normalize("NFKD", match[0]), text)


def with_plain_spaces(text: str) -> str:
    """Return a text of the same length in which every space is the plain one."""
    return text.translate(PLAIN_SPACES)


def collapse_spaces(text: str) -> str:
    """Return a text whose lines have no spaces at their ends and no two in a row.

    A no-break or other wide space is part of the text, unless most of its spaces are such: then
    they come from a program that writes them throughout, and no line would ever wrap.
    """
    if sum(map(text.count, OTHER_SPACES)) > text.count(" "):
        text = with_plain_spaces(text)
    lines = (re.sub(" +", " ", line).strip(" ") for line in text.split("\n"))
    return "\n".join(lines)


class Word(NamedTuple):
    """A word: its offsets in the text, and its letters, lower-case and without accents."""

    start: int
    end: int
    letters: str


def words(text: str) -> list[Word]:
    """Return the words of two letters or more, so that they compare equal in any rendering.

    Numbers do not count, since those of notes are glued to words; nor does a single letter, which
    may be the mark of a note; nor hyphens, which printing adds where a line ends. Where a script
    divides no words, each of its letters is one.
    """
    found = (Word(m.start(), m.end(), _letters(m[0])) for m in WORD.finditer(text))
    return [word for word in found if len(word.letters) > 1 or ALONE.match(word.letters)]


def _letters(word: str) -> str:
    if word.isascii() and word.isalpha():
        return word.lower()
    plain = unicodedata.normalize("NFKD", word).casefold()
    return "".join(letter for letter in plain if letter.isalpha())


def join_lines(lines: str, copy: str) -> str:
    """Return wrapped lines as one line: a space for each line end, and broken words made whole.

    A hyphen at the end of a line may belong to the word or not. The whole text of the `copy` is
    consulted:
    - the word occurs there more often with the hyphen than without: it stays;
    - more often without: it goes;
    - neither: it stays before a capital or a number, and goes before a small letter, which is
      wrong for a compound that occurs nowhere else (“full-fledged”).
    """
    lines = re.sub(r"\n{2,}", "\n", lines.strip("\n "))
    text = BROKEN.sub(partial(_unbroken, copy=copy), lines)
    return re.sub(rf"(?<=\S[-—–/])\n{SUSPENDED}(?=\w)", "", text).replace("\n", " ").strip(" ")


def _unbroken(match: re.Match[str], copy: str) -> str:
    head, tail = match[1], match[2]
    hyphenated, solid = (
        len(re.findall(rf"\b{head}{hyphen}{tail}\b", copy, re.IGNORECASE)) for hyphen in ("-", "")
    )
    stays = hyphenated > solid if hyphenated != solid else not tail[0].islower()
    return f"{head}-{tail}" if stays else head + tail
