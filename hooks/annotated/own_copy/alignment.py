"""Alignment of a copy with the article: each paragraph is found by its words, not by counting.

1. Every run of five words of the copy is hashed and looked up in the fingerprint.
2. Of all hits, the longest series in the order of the paragraphs is kept: a sentence that a share
   bar, a teaser or a pulled quotation repeats elsewhere is dropped by this.
3. A paragraph is present if it keeps half of its traces. It begins and ends where its first and
   its last trace do or, if one is missing, at the end of a line.
4. Lines that interrupt it are left out, so that its length comes nearest to that of the article
   (see `interruptions`).
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from annotated.own_copy import interruptions
from annotated.own_copy.copy_text import words
from annotated.own_copy.fingerprint import RUN, Fingerprint, Trace, hashes
from annotated.own_copy.layout_lines import Lines

# The cost of ending a paragraph where no sentence ends, in the unit of `interruptions`.
OPEN_END = 3
# At most so many lines are tried as the first or the last of a paragraph.
MOST_TRIED = 12


@dataclass(frozen=True)
class AlignedParagraph:
    """A paragraph in a copy: the pieces of its text as (start, end) offsets, in order.

    `words` is the number of words in these pieces, `expected` that of the article; `traced` says
    whether every trace of the paragraph is in them.
    """

    number: int
    pieces: tuple[tuple[int, int], ...]
    words: int
    expected: int
    traced: bool

    @property
    def doubtful(self) -> bool:
        """Tell whether lines were left out of it, and perhaps the wrong ones."""
        return len(self.pieces) > 1 and not self.traced

    @property
    def complete(self) -> bool:
        """Tell whether it has as many words as in the article."""
        return self.words == self.expected

    @property
    def acceptable(self) -> bool:
        """Tell whether it differs by a tenth of its words, or three, at most."""
        return abs(self.words - self.expected) <= max(3, self.expected // 10)


@dataclass(frozen=True)
class _Hits:
    """The traces of a paragraph that occur in a copy: hash to the index of its first word."""

    trace: Trace
    words: dict[str, int]

    @property
    def enough(self) -> bool:
        return 2 * len(self.words) >= len(self.trace.all)


def align(text: str, fingerprint: Fingerprint) -> dict[int, AlignedParagraph]:
    """Return the paragraphs that are present in `text`, by number."""
    lines = Lines(text, words(text))
    aligned: dict[int, AlignedParagraph] = {}
    hits = {
        number: _Hits(fingerprint.paragraphs[number], found)
        for number, found in _hits_in_order(lines, fingerprint).items()
    }
    present = [number for number in sorted(hits) if hits[number].enough]
    starts = [min(hits[number].words.values()) for number in present]
    above = 0
    for number, next_start in zip(present, [*starts, len(lines.words)][1:], strict=True):
        kept = _best_runs(lines, hits[number], above, next_start)
        pieces = tuple(lines.piece(*run) for run in kept)
        aligned[number] = _aligned(number, text, pieces, fingerprint)
        above = kept[-1][1]
    return aligned


def _aligned(
    number: int, text: str, pieces: tuple[tuple[int, int], ...], fingerprint: Fingerprint
) -> AlignedParagraph:
    kept = words("\n".join(text[start:end] for start, end in pieces))
    trace = fingerprint.paragraphs[number]
    traced = trace.all <= set(hashes(kept, fingerprint.salt))
    return AlignedParagraph(number, pieces, len(kept), trace.words, traced)


def _hits_in_order(lines: Lines, fingerprint: Fingerprint) -> dict[int, dict[str, int]]:
    """Return the hits of the longest series in order, by the number of the paragraph."""
    owners: dict[str, list[int]] = defaultdict(list)
    # A hash of several paragraphs is a hit for each, at one word. The highest number comes first,
    # so that the rising series takes only one of them.
    for number, trace in sorted(fingerprint.paragraphs.items(), reverse=True):
        for value in trace.all:
            owners[value].append(number)
    hits = [
        (number, word, value)
        for word, value in enumerate(hashes(lines.words, fingerprint.salt))
        for number in owners.get(value, ())
    ]
    in_order: dict[int, dict[str, int]] = defaultdict(dict)
    for index in _longest_rising([number for number, _, _ in hits]):
        number, word, value = hits[index]
        in_order[number].setdefault(value, word)
    return dict(in_order)


def _longest_rising(numbers: Sequence[int]) -> list[int]:
    """Return the indexes of the longest series in which no number is less than the one before.

    Patience sorting: `tails[n]` is the least number in which a series of n + 1 can end, `ends[n]`
    its index, and `before` the index of each number's predecessor.
    """
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


def _best_runs(lines: Lines, hits: _Hits, above: int, below: int) -> tuple[interruptions.Run, ...]:
    """Return the runs of words that make up a paragraph.

    It begins with its first trace and ends with its last; if one of these is missing, at the line
    that gives the cheapest selection. `above` and `below` are the words at which its neighbours
    end and begin.
    """
    low, high = min(hits.words.values()), max(hits.words.values()) + RUN
    first, last = hits.words.get(hits.trace.first), hits.words.get(hits.trace.last)
    begins = [first] if first is not None else lines.starts(above, low)[-MOST_TRIED:]
    ends = [last + RUN] if last is not None else lines.ends(high, below)[:MOST_TRIED]
    selections = []
    for begin in begins:
        for end in ends:
            best = interruptions.select(lines, begin, end, hits.trace.words, hits.words.values())
            selections.append((best.cost + OPEN_END * (not lines.closes(end)), best.kept))
    return min(selections)[1]
