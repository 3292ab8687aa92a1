"""Words of a PDF, each with the boxes that its ink fills, and those that cover one another."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise, product

import pypdfium2
from pypdfium2 import raw

Box = tuple[float, float, float, float]  # left, low, right, high, in points from the lower left
Letter = tuple[str, Box]
# White space, and what a reader of PDFs puts for the hyphen at the end of a line.
BETWEEN = " \t\r\n\u00a0\x02"
# Ink may touch, as that of italics does; letters that share more than this cover one another.
SHARED = 2.0


@dataclass(frozen=True)
class Word:
    """A word on a page."""

    page: int
    letters: tuple[Letter, ...]

    @property
    def text(self) -> str:
        """The word as it is read."""
        return "".join(letter for letter, _ in self.letters)

    @cached_property
    def box(self) -> Box:
        """The box that all its ink fills."""
        lefts, lows, rights, highs = zip(*(box for _, box in self.letters), strict=True)
        return min(lefts), min(lows), max(rights), max(highs)

    @cached_property
    def is_joined(self) -> bool:
        """Whether its letters are joined, as those of Arabic, so that their boxes share room."""
        return any("\u0600" <= letter <= "\u06ff" for letter, _ in self.letters)

    def covers(self, other: "Word") -> bool:
        """Return whether a letter stands where a letter of the other word stands."""
        if not _share(self.box, other.box) or (self.is_joined and other.is_joined):
            return False
        return any(
            _share(box, its) and not _is_same((letter, box), (same, its))
            for (letter, box), (same, its) in product(self.letters, other.letters)
        )


def words(pdf: bytes) -> list[list[Word]]:
    """Return the words of each page."""
    with pypdfium2.PdfDocument(pdf) as document:
        return [
            [Word(number + 1, tuple(letters)) for letters in _groups(document[number])]
            for number in range(len(document))
        ]


def _groups(page: pypdfium2.PdfPage) -> Iterator[list[Letter]]:
    """Yield the letters of each word; one that is broken by its hyphen is two."""
    text = page.get_textpage()
    letters = [
        (chr(raw.FPDFText_GetUnicode(text, place)), text.get_charbox(place))
        for place in range(text.count_chars())
        if raw.FPDFText_GetCharAngle(text, place) <= 0  # else along a river or a road
    ]
    group: list[Letter] = []
    for before, letter in pairwise([(" ", (0.0, 0.0, 0.0, 0.0)), *letters]):
        if group and (not letter[0].strip(BETWEEN) or letter[1][3] < before[1][1]):
            yield group
            group = []
        if letter[0].strip(BETWEEN) and not _is_same(letter, before):
            group.append(letter)
    if group:
        yield group


def _share(one: Box, other: Box) -> bool:
    """Return whether two boxes share more room than ink may."""
    return (
        min(one[2], other[2]) - max(one[0], other[0]) > SHARED
        and min(one[3], other[3]) - max(one[1], other[1]) > SHARED
    )


def _is_same(letter: Letter, before: Letter) -> bool:
    """Return whether a letter is drawn twice: first its outline, as names on a map are."""
    return letter[0] == before[0] and abs(letter[1][0] - before[1][0]) < SHARED


def covered(pages: list[list[Word]]) -> list[tuple[int, str, str]]:
    """Return the pairs of words that are printed over each other, with the number of the page."""
    pairs = []
    for page in pages:
        rising = sorted(page, key=lambda word: word.box[1])
        for index, word in enumerate(rising):
            for other in rising[index + 1 :]:
                if other.box[1] > word.box[3]:
                    break
                if word.covers(other):
                    pairs.append((word.page, word.text, other.text))
    return pairs
