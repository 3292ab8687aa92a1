"""Alignment of an article without a fingerprint, by the guide's retelling, to make its first one.

Each line of the copy is compared with each retold paragraph. What both have in common (names,
numbers, long words by their first letters) counts the more the rarer it is; the best series of
pairs in order wins, as in the alignment of Needleman and Wunsch. A person then reads the pairs.
"""

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence

from annotated.content.chapters import Chapter
from annotated.content.statements import plain
from annotated.own_copy import fingerprint
from annotated.own_copy.copy_text import words
from annotated.own_copy.fingerprint import Fingerprint

# Letters of a word that are compared.
STEM = 5
NUMBER = re.compile(r"(?<![\w.])\d+(?![\w.])")


def pairs(text: str, chapters: Sequence[Chapter]) -> dict[int, str]:
    """Return the line of a copy that each paragraph retells, by the number of the paragraph."""
    retold = {
        paragraph.number: _stems(plain(paragraph.markdown))
        for chapter in chapters
        for paragraph in chapter.paragraphs
    }
    lines = [line for line in text.split("\n") if len(words(line)) >= fingerprint.RUN]
    numbers = list(retold)
    spread = Counter(stem for stems in retold.values() for stem in stems)
    weights = {stem: math.log(1 + len(retold) / count) for stem, count in spread.items()}
    likeness = [
        [_likeness(stems, retold[number], weights) for number in numbers]
        for stems in map(_stems, lines)
    ]
    return {numbers[column]: lines[row] for row, column in _best_path(likeness, len(numbers))}


def draft(paragraphs: Mapping[int, str], salt: str) -> Fingerprint:
    """Return the fingerprint of paragraphs (number to text)."""
    return Fingerprint(
        salt, {number: fingerprint.trace(words(text), salt) for number, text in paragraphs.items()}
    )


def _stems(text: str) -> frozenset[str]:
    stems = {word.letters[:STEM] for word in words(text) if len(word.letters) >= STEM}
    return frozenset(stems | set(NUMBER.findall(text)))


def _likeness(one: frozenset[str], other: frozenset[str], weights: Mapping[str, float]) -> float:
    common = sum(weights[stem] for stem in one & other)
    return common / math.sqrt((1 + len(one)) * (1 + len(other)))


def _best_path(likeness: Sequence[Sequence[float]], columns: int) -> list[tuple[int, int]]:
    """Return the pairs (row, column), both rising, whose likeness sums up highest."""
    table = [[0.0] * (columns + 1)]
    for values in likeness:
        above, sums = table[-1], [0.0]
        for index, value in enumerate(values):
            sums.append(max(above[index] + value, above[index + 1], sums[index]))
        table.append(sums)
    path: list[tuple[int, int]] = []
    row, column = len(likeness), columns
    while row and column:
        if table[row][column] == table[row - 1][column]:
            row -= 1
        elif table[row][column] == table[row][column - 1]:
            column -= 1
        else:
            row, column = row - 1, column - 1
            path.append((row, column))
    return path[::-1]
