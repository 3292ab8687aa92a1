"""Where each paragraph of the article stands in a copy, found by its words and not by counting.

1. Every run of five words is hashed and looked up in the fingerprint.
2. The longest series of finds in the order of the paragraphs is kept: a sentence that a share
   bar, a teaser or a pulled quotation repeats elsewhere falls out of it.
3. A paragraph is there where it keeps half of its traces. It begins and ends where its first and
   its last trace do, or at the ends of lines.
4. What interrupts it is taken out, so that it comes nearest to its length (see `interruptions`).
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from annotated.own_copy import interruptions
from annotated.own_copy.copy_text import words
from annotated.own_copy.fingerprint import RUN, Fingerprint, Trace, hashes
from annotated.own_copy.layout_lines import Lines

# To end a paragraph where no sentence ends costs this, in the costs of `interruptions`.
OPEN_END = 3
# How many lines are tried as the first or the last of a paragraph.
MOST_TRIED = 12


@dataclass(frozen=True)
class Found:
    """A paragraph in a copy: the pieces of its text as (start, end) offsets, in order.

    `words` counts what these hold; `whole` says whether that is what the article has, and
    `traced` whether every trace of it is there.
    """

    number: int
    pieces: tuple[tuple[int, int], ...]
    words: int
    expected: int
    traced: bool

    @property
    def doubtful(self) -> bool:
        """Tell whether lines were taken out of it, and perhaps not the right ones."""
        return len(self.pieces) > 1 and not self.traced

    @property
    def whole(self) -> bool:
        """Tell whether nothing is missing and nothing is too much."""
        return self.words == self.expected

    @property
    def near(self) -> bool:
        """Tell whether it differs by a tenth of its words, or three, at most."""
        return abs(self.words - self.expected) <= max(3, self.expected // 10)


@dataclass(frozen=True)
class _Hits:
    """The traces of a paragraph that a copy has, by the index of the word where each begins."""

    trace: Trace
    at: dict[str, int]

    @property
    def enough(self) -> bool:
        return 2 * len(self.at) >= len(self.trace.all)


def align(text: str, fingerprint: Fingerprint) -> dict[int, Found]:
    """Return the paragraphs that stand in `text`, by number."""
    lines = Lines(text, words(text))
    found: dict[int, Found] = {}
    hits = {
        number: _Hits(fingerprint.paragraphs[number], at)
        for number, at in _in_order(lines, fingerprint).items()
    }
    there = [number for number in sorted(hits) if hits[number].enough]
    starts = [min(hits[number].at.values()) for number in there]
    above = 0
    for number, next_start in zip(there, [*starts, len(lines.words)][1:], strict=True):
        kept = _best(lines, hits[number], above, next_start)
        pieces = tuple(lines.piece(*run) for run in kept)
        found[number] = _found(number, text, pieces, fingerprint)
        above = kept[-1][1]
    return found


def _found(
    number: int, text: str, pieces: tuple[tuple[int, int], ...], fingerprint: Fingerprint
) -> Found:
    here = words("\n".join(text[start:end] for start, end in pieces))
    trace = fingerprint.paragraphs[number]
    traced = trace.all <= set(hashes(here, fingerprint.salt))
    return Found(number, pieces, len(here), trace.words, traced)


def _in_order(lines: Lines, fingerprint: Fingerprint) -> dict[int, dict[str, int]]:
    owners: dict[str, list[int]] = defaultdict(list)
    for number, trace in sorted(fingerprint.paragraphs.items(), reverse=True):
        for value in trace.all:
            owners[value].append(number)
    hits = [
        (number, at, value)
        for at, value in enumerate(hashes(lines.words, fingerprint.salt))
        for number in owners.get(value, ())
    ]
    found: dict[int, dict[str, int]] = defaultdict(dict)
    for index in _longest_rising([number for number, _, _ in hits]):
        number, at, value = hits[index]
        found[number].setdefault(value, at)
    return dict(found)


def _longest_rising(numbers: Sequence[int]) -> list[int]:
    """Return the indexes of the longest series in which no number is less than the one before."""
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for index, number in enumerate(numbers):
        length = bisect_right(tails, number)
        tails[length : length + 1] = [number]
        ends[length : length + 1] = [index]
        before.append(ends[length - 1] if length else -1)
    chosen, index = [], ends[-1] if ends else -1
    while index >= 0:
        chosen.append(index)
        index = before[index]
    return chosen[::-1]


def _best(lines: Lines, hits: _Hits, above: int, below: int) -> tuple[interruptions.Run, ...]:
    """Return the runs of words that make up a paragraph.

    It begins with its first trace and ends with its last; where one of these is not there, at
    that end of a line which serves best. `above` and `below` are bounds that its neighbours set.
    """
    low, high = min(hits.at.values()), max(hits.at.values()) + RUN
    first, last = hits.at.get(hits.trace.first), hits.at.get(hits.trace.last)
    begins = [first] if first is not None else lines.starts(above, low)[-MOST_TRIED:]
    ends = [last + RUN] if last is not None else lines.ends(high, below)[:MOST_TRIED]
    choices = []
    for begin in begins:
        for end in ends:
            choice = interruptions.choose(lines, begin, end, hits.trace.words, hits.at.values())
            choices.append((choice.cost + OPEN_END * (not lines.closes(end)), choice.kept))
    return min(choices)[1]
