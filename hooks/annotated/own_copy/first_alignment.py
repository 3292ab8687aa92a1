"""The first fingerprint of an article: its paragraphs told from the rest by the guide's retelling.

Each line of the copy is compared with each retold paragraph. What both have in common (names,
numbers, long words by their beginnings) counts the more the rarer it is; the best series of pairs
in order wins, as in the alignment of Needleman and Wunsch. A person then reads the list of pairs.
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

STEM = 5
NUMBER = re.compile(r"(?<![\w.])\d+(?![\w.])")


def pairs(text: str, chapters: Sequence[Chapter]) -> dict[int, str]:
    """Return the line of a copy that each paragraph retells, by the number of the paragraph."""
    retold = {
        one.number: _stems(plain(one.markdown))
        for chapter in chapters
        for one in chapter.paragraphs
    }
    lines = [line for line in text.split("\n") if len(words(line)) >= fingerprint.RUN]
    of_lines = [_stems(line) for line in lines]
    numbers = list(retold)
    spread = Counter(stem for stems in retold.values() for stem in stems)
    weights = {stem: math.log(1 + len(retold) / count) for stem, count in spread.items()}
    likeness = [[_likeness(a, retold[number], weights) for number in numbers] for a in of_lines]
    return {numbers[column]: lines[row] for row, column in _best_path(likeness, len(numbers))}


def draft(found: Mapping[int, str], salt: str) -> Fingerprint:
    """Return the fingerprint of paragraphs (number to text)."""
    return Fingerprint(
        salt, {number: fingerprint.trace(words(text), salt) for number, text in found.items()}
    )


def _stems(text: str) -> frozenset[str]:
    stems = {word.letters[:STEM] for word in words(text) if len(word.letters) >= STEM}
    return frozenset(stems | set(NUMBER.findall(text)))


def _likeness(a: frozenset[str], b: frozenset[str], weights: Mapping[str, float]) -> float:
    common = sum(weights[stem] for stem in a & b)
    return common / math.sqrt((1 + len(a)) * (1 + len(b)))


def _best_path(likeness: Sequence[Sequence[float]], columns: int) -> list[tuple[int, int]]:
    """Return the pairs (row, column), both rising, whose likeness sums up highest."""
    table = [[0.0] * (columns + 1)]
    for row in likeness:
        last = table[-1]
        line = [0.0]
        for column, value in enumerate(row):
            line.append(max(last[column] + value, last[column + 1], line[column]))
        table.append(line)
    path: list[tuple[int, int]] = []
    at, to = len(likeness), columns
    while at and to:
        if table[at][to] == table[at - 1][to]:
            at -= 1
        elif table[at][to] == table[at][to - 1]:
            to -= 1
        else:
            at, to = at - 1, to - 1
            path.append((at, to))
    return path[::-1]
