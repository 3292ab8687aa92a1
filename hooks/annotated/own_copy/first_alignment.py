"""Alignment of an article without a fingerprint, by the guide's retelling, to make its first one.

Each paragraph of the copy's layout, or several in a row that no blank line separates, is compared
with each retold paragraph. What both have in common (names, numbers, long words by their first
letters) counts the more the rarer it is; so do the numbers of notes and equal length, which are
all that is left where the article is in another language. The best series of pairs in order wins,
as in the alignment of Needleman and Wunsch; prose that it leaves out between two pairs has its
cost. A person then reads the pairs.
"""

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from annotated.content.chapters import Chapter
from annotated.content.statements import plain
from annotated.core.problems import Problem
from annotated.own_copy import fingerprint, layout_paragraphs, notes
from annotated.own_copy.copy_text import words
from annotated.own_copy.fingerprint import Fingerprint
from annotated.own_copy.layout_paragraphs import LayoutParagraph, ends_a_sentence, is_heading

# Letters of a word that are compared.
STEM = 5
# The worth of common notes and of equal length, and the cost of leaving out as many words as a
# paragraph has on average; the worth of common words is about 1 for a pair.
NOTES, LENGTH = 0.5, 0.2
LEFT_OUT = 0.2
# At most so many paragraphs of the layout are taken for one, each more at this cost.
MOST_JOINED, JOINED = 8, 0.1
NUMBER = re.compile(r"(?<![\w.])\d+(?![\w.])")


class _Compared(NamedTuple):
    """A text as it is compared: its words and numbers, the numbers of its notes, its length."""

    stems: frozenset[str]
    notes: frozenset[str]
    words: int


def pairs(text: str, chapters: Sequence[Chapter]) -> dict[int, str]:
    """Return the lines of a copy that each paragraph retells, by the number of the paragraph."""
    retold = {
        paragraph.number: _compared(plain(paragraph.markdown), paragraph.notes)
        for chapter in chapters
        for paragraph in chapter.paragraphs
    }
    layout = layout_paragraphs.divide(text)
    path = _best_path(layout, list(retold.values()))
    return {
        number: "\n".join(part.lines for part in layout[first:end])
        for (first, end), number in zip(path, retold, strict=True)
        if first < end
    }


def make(
    path: str, text: str, chapters: Sequence[Chapter], salt: str
) -> tuple[Fingerprint, list[Problem]]:
    """Return the fingerprint of the article in the lines of a copy, which is at `path`.

    There is a problem for each paragraph of the guide that none of the copy's goes with.
    """
    found = pairs(text, chapters)
    problems = []
    for paragraph in (paragraph for chapter in chapters for paragraph in chapter.paragraphs):
        if paragraph.number not in found:
            begins = " ".join(plain(paragraph.markdown).split()[:6])
            message = (
                f"no paragraph in it goes with ¶{paragraph.number}, which the guide retells as "
                f"'{begins}…'. Set each paragraph of the article apart by a blank line."
            )
            problems.append(Problem(path, 1, message, "fingerprint-paragraph-missing"))
    return draft(found, salt), problems


def draft(paragraphs: Mapping[int, str], salt: str) -> Fingerprint:
    """Return the fingerprint of paragraphs (number to text)."""
    return Fingerprint(
        salt, {number: fingerprint.trace(words(text), salt) for number, text in paragraphs.items()}
    )


def _compared(text: str, labels: Iterable[str]) -> _Compared:
    found = words(text)
    stems = {word.letters[:STEM] for word in found if len(word.letters) >= STEM}
    return _Compared(frozenset(stems | set(NUMBER.findall(text))), frozenset(labels), len(found))


def _likeness(one: _Compared, other: _Compared, weights: Mapping[str, float]) -> float:
    """Return how much a text of the copy, `one`, has in common with a retold paragraph."""
    stems = sum(weights[stem] for stem in one.stems & other.stems)
    notes_found = len(one.notes & other.notes) / (len(other.notes) or 1)
    length = min(one.words, other.words) / (max(one.words, other.words) or 1)
    stems /= math.sqrt((1 + len(one.stems)) * (1 + len(other.stems)))
    return stems + NOTES * notes_found + LENGTH * length


def _best_path(
    layout: Sequence[LayoutParagraph], retold: Sequence[_Compared]
) -> list[tuple[int, int]]:
    """Return for each retold paragraph the range of the layout that it retells, perhaps empty.

    `sums[row][column]` is the worth of the best series that has used `row` paragraphs of the
    layout and `column` retold ones, `steps` how many of either its last step took.
    """
    spread = Counter(stem for other in retold for stem in other.stems)
    weights = {stem: math.log(1 + len(retold) / count) for stem, count in spread.items()}
    average = sum(other.words for other in retold) / (len(retold) or 1)
    sums = [[0.0] * (len(retold) + 1)]
    steps: list[list[tuple[int, int]]] = [[(0, 1)] * (len(retold) + 1)]
    for row, part in enumerate(layout, start=1):
        loss = 0 if is_heading(part.lines) else LEFT_OUT * len(words(part.lines)) / average
        joined = list(_joined(layout, row))
        best, taken = [0.0], [(1, 0)]
        for column, other in enumerate(retold, start=1):
            between = 0 < column < len(retold)
            options = [(sums[row - 1][column] - loss * between, (1, 0)), (best[-1], (0, 1))]
            options += [
                (sums[row - count][column - 1] + _likeness(one, other, weights) - cost, (count, 1))
                for count, (one, cost) in enumerate(joined, start=1)
            ]
            value, step = max(options)
            best.append(value)
            taken.append(step)
        sums.append(best)
        steps.append(taken)
    path: list[tuple[int, int]] = []
    row, column = len(layout), len(retold)
    while column:
        rows, columns = steps[row][column]
        if columns:
            path.append((row - rows, row))
        row, column = row - rows, column - columns
    return path[::-1]


def _joined(layout: Sequence[LayoutParagraph], end: int) -> Iterator[tuple[_Compared, float]]:
    """Yield the paragraph of the layout before `end`, then it with the one above, and so on.

    With each comes the cost of joining it, which is low where no sentence ends between two.
    """
    lines, cost = "", 0.0
    for index in range(end - 1, max(end - MOST_JOINED, 0) - 1, -1):
        if lines:
            cost += JOINED if ends_a_sentence(layout[index].lines) else JOINED / 5
        lines = f"{layout[index].lines}\n{lines}".rstrip("\n")
        yield _compared(lines, notes.possible_labels(lines)), cost
        if layout[index].apart:
            return
