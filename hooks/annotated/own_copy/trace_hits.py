"""Hits of a fingerprint in a copy: the words at which the traces of each paragraph begin.

1. Every run of five words of the copy is hashed and looked up; for a paragraph of fewer words,
   every run of as many.
2. Of all hits, the longest series in the order of the paragraphs is kept: a sentence that a share
   bar, a teaser or a pulled quotation repeats elsewhere is dropped by this.
3. Of a paragraph's hits in this series, those are kept that lie within its reach. What is farther
   off is there by chance: 24 bits are few for a whole volume.
"""

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

from annotated.own_copy.copy_text import Word
from annotated.own_copy.fingerprint import RUN, Fingerprint, Trace, hashes

# The parts of a paragraph that have traces, in their order; a short one has only one trace.
FIRST, WITHIN, LAST, ONLY = range(4)
# So many words may interrupt a paragraph: two pages of notes or of advertisements.
MOST_BETWEEN = 1500


@dataclass(frozen=True)
class Hits:
    """The traces of a paragraph that occur in a copy: hash to the indexes of its first words."""

    trace: Trace
    words: Mapping[str, Sequence[int]]

    @property
    def enough(self) -> bool:
        """Tell whether half of the traces occur."""
        return 2 * len(self.words) >= len(self.trace.all)

    @property
    def begin(self) -> int:
        """Return the first word of all."""
        return min(indexes[0] for indexes in self.words.values())

    @property
    def end(self) -> int:
        """Return the word after the last of all."""
        return max(indexes[-1] for indexes in self.words.values()) + self.trace.length

    @property
    def certain(self) -> set[int]:
        """Return the words at which those traces begin and end that occur once.

        One that occurs twice may be that of a pulled quotation.
        """
        once = [indexes[0] for indexes in self.words.values() if len(indexes) == 1]
        return {word for index in once for word in (index, index + self.trace.length - 1)}


class _Hit(NamedTuple):
    """A run of words, from `word` on, with the hash of a trace: which part of which paragraph."""

    number: int
    part: int
    word: int
    value: str


def in_order(words: Sequence[Word], fingerprint: Fingerprint) -> dict[int, Hits]:
    """Return the hits in the words of a copy by the number of the paragraph."""
    hits = list(_all_hits(words, fingerprint))
    chosen = [hits[index] for index in _longest_rising(hits)]
    found = {}
    for number, group in groupby(chosen, lambda hit: hit.number):
        trace = fingerprint.paragraphs[number]
        found[number] = Hits(trace, _densest(list(group), trace.words + MOST_BETWEEN))
    return found


def _all_hits(words: Sequence[Word], fingerprint: Fingerprint) -> Iterator[_Hit]:
    """Yield every hit, by the word at which it begins.

    A hash may be that of several traces, which are hits at one word. The highest comes first, so
    that the rising series takes only one of them.
    """
    owners: dict[tuple[int, str], list[tuple[int, int]]] = defaultdict(list)
    for number, trace in fingerprint.paragraphs.items():
        parts = [(trace.first, FIRST), (trace.last, LAST)]
        parts += [(value, WITHIN) for value in trace.within]
        for value, part in parts if trace.words > RUN else [(trace.first, ONLY)]:
            owners[trace.length, value].append((number, part))
    runs = {
        length: hashes(words, fingerprint.salt, length)
        for length in sorted({length for length, _ in owners})
    }
    for word in range(len(words)):
        hits = [
            _Hit(number, part, word, values[word])
            for length, values in runs.items()
            if word < len(values)
            for number, part in owners.get((length, values[word]), ())
        ]
        yield from sorted(hits, reverse=True)


def _longest_rising(hits: Sequence[_Hit]) -> list[int]:
    """Return the indexes of the longest series in the order of the paragraphs and their parts.

    A trace may come again in it, as a phrase does, but not the only one of a short paragraph: so
    two paragraphs that are equal word for word are two.

    Patience sorting: `tails[n]` is the least part in which a series of n + 1 can end, `ends[n]`
    its index, and `before` the index of each hit's predecessor.
    """
    tails: list[tuple[int, int]] = []
    ends: list[int] = []
    before: list[int] = []
    for index, hit in enumerate(hits):
        part = hit[:2]
        length = (bisect_left if hit.part == ONLY else bisect_right)(tails, part)
        tails[length : length + 1] = [part]
        ends[length : length + 1] = [index]
        before.append(ends[length - 1] if length else -1)
    chosen, index = [], ends[-1] if ends else -1
    while index >= 0:
        chosen.append(index)
        index = before[index]
    return chosen[::-1]


def _densest(hits: Sequence[_Hit], reach: int) -> dict[str, list[int]]:
    """Return the hits in that range of `reach` words which has the most traces, by their hash."""
    low, most, best = 0, 0, (0, 0)
    count: Counter[str] = Counter()
    for high, hit in enumerate(hits):
        count[hit.value] += 1
        while hit.word - hits[low].word > reach:
            count[hits[low].value] -= 1
            if not count[hits[low].value]:
                del count[hits[low].value]
            low += 1
        if len(count) > most:
            most, best = len(count), (low, high + 1)
    words: dict[str, list[int]] = defaultdict(list)
    for hit in hits[slice(*best)]:
        words[hit.value].append(hit.word)
    return dict(words)
