"""The marks of notes in a paragraph, found by the order in which they must come.

What may be the mark of note 12, from the surest to the least sure:
- the number raised or linked, or between brackets: cost 0;
- the number glued to a word or to the sign that closes one (“city.12”, “Sahwa12”): 1;
- the number glued to a year (“201612”): 2, to another number: 4;
- a letter between a sign that closes a clause, with or without a space, and a capital or the
  end (“27 a  The”): 2;
- the number between spaces: 5, the letter between spaces: 6.
"""

import re
from collections.abc import Iterator, Sequence

from annotated.own_copy.copy_text_signs import MARK, RAISED, RAISED_END, without_signs
from annotated.own_copy.monotone_choice import Candidate, Series, choose

CLOSING = ".,;:!?”’\"')\\]%…"
# A number that is a year, as far as articles date.
YEAR = re.compile(r"(?:1[0-9]|20)\d\d")
BRACKETS = re.compile(r"\[(\d{1,3}|[a-z])\]")
NUMBER = re.compile(r"\d+")
LETTER = re.compile(rf"(?<=[\d{CLOSING}]) ?([a-z])(?=\s+[A-Z“]|\s*$)|(?<= )([a-z])(?= )")


def find(paragraph: str, labels: Sequence[str]) -> Series:
    """Return where the marks of `labels`, in this order, stand in a paragraph."""
    return choose(labels, list(_candidates(paragraph, labels)))


def marked(paragraph: str, series: Series) -> str:
    """Return the paragraph with its marks between signs, and with no other raised number."""
    out, done = [], 0
    for one in sorted(series.found.values()):
        out += [without_raised(paragraph[done : one.start]), RAISED, one.label, RAISED_END]
        done = one.end
    return "".join([*out, without_raised(paragraph[done:])])


def without_raised(text: str) -> str:
    """Return a text in which nothing is raised."""
    return text.replace(RAISED, "").replace(RAISED_END, "")


def _candidates(text: str, labels: Sequence[str]) -> Iterator[Candidate]:
    for pattern in (MARK, BRACKETS):
        for match in pattern.finditer(text):
            yield Candidate(match.start(), match.end(), match[1], 0)
    for match in NUMBER.finditer(text):
        for label in labels:
            if label.isdigit() and match[0].endswith(label):
                yield _number(text, match, label)
    for match in LETTER.finditer(text):
        group = 1 if match[1] else 2
        cost = 2 if group == 1 else 6
        yield Candidate(match.start(group), match.end(group), match[group], cost)


def _number(text: str, match: re.Match[str], label: str) -> Candidate:
    before = match[0].removesuffix(label)
    sign = without_signs(text[max(match.start() - 2, 0) : match.start()])[-1:]
    if before:
        cost = 2 if YEAR.fullmatch(before) else 4
    else:
        cost = 5 if not sign or sign.isspace() else 1
    return Candidate(match.end() - len(label), match.end(), label, cost)
