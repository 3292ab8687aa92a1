"""Ordered assignment of labels to candidates: the labels of a series must come in their order.

A dynamic programme over candidates: the series as a whole has the least cost, and no label is
chosen alone. Where two series cost the same, the labels in which they differ are ambiguous.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

# A label that is not found costs more than any candidate.
MISSING = 1000


@dataclass(frozen=True, order=True)
class Candidate:
    """A place in a text, `text[start:end]`, that may be a label; the likelier, the less cost."""

    start: int
    end: int
    label: str
    cost: int


@dataclass(frozen=True)
class Assignment:
    """The candidate of each label that was found, and the labels that were not, or not surely."""

    found: dict[str, Candidate]
    missing: list[str]
    ambiguous: list[str]


def choose(labels: Sequence[str], candidates: Sequence[Candidate]) -> Assignment:
    """Return the series of least cost in which the labels that are found come in their order."""
    rank = {label: number for number, label in enumerate(labels)}
    known = sorted(candidate for candidate in candidates if candidate.label in rank)
    until, before = _least_costs(known, [rank[candidate.label] for candidate in known])
    # The same from behind: the sum of both is the least cost of any series through a candidate.
    mirrored = [
        Candidate(-candidate.end, -candidate.start, candidate.label, candidate.cost)
        for candidate in reversed(known)
    ]
    since, _ = _least_costs(
        mirrored, [len(labels) - 1 - rank[candidate.label] for candidate in mirrored]
    )
    through = [
        left + right - candidate.cost
        for candidate, left, right in zip(known, until, since[::-1], strict=True)
    ]
    best = min(through, default=0)
    last = max((index for index, cost in enumerate(through) if cost == best), default=-1)
    found = {}
    while last >= 0:
        found[known[last].label] = known[last]
        last = before[last]
    rivals = Counter(
        candidate.label for candidate, cost in zip(known, through, strict=True) if cost == best
    )
    return Assignment(
        {label: found[label] for label in labels if label in found},
        [label for label in labels if label not in found],
        [label for label in labels if label in found and rivals[label] > 1],
    )


def _least_costs(
    candidates: Sequence[Candidate], ranks: Sequence[int]
) -> tuple[list[int], list[int]]:
    """Return the least cost of a series that ends with each candidate, and its predecessor in it.

    Labels that are skipped before it count as missing; -1 means that there is no predecessor.
    """
    costs, before = [0] * len(candidates), [-1] * len(candidates)
    lowest = PrefixMinimum(max(ranks, default=0) + 1)
    by_end = sorted(range(len(candidates)), key=lambda index: candidates[index].end)
    ended = 0
    for index in sorted(range(len(candidates)), key=lambda index: candidates[index].start):
        # Only what ends before it begins may come before it in a series.
        while candidates[by_end[ended]].end <= candidates[index].start:
            other = by_end[ended]
            lowest.add(ranks[other], (costs[other] - MISSING * (ranks[other] + 1), other))
            ended += 1
        cost, before[index] = min((0, -1), lowest.below(ranks[index]))
        costs[index] = candidates[index].cost + MISSING * ranks[index] + cost
    return costs, before


class PrefixMinimum:
    """Least value below any position, as a binary indexed tree (Fenwick, 1994).

    So the work grows with n log n: an article whose notes are numbered anew in each part has as
    many candidates for each label as it has parts.
    """

    def __init__(self, size: int) -> None:
        self._least: list[tuple[int, int]] = [(MISSING, -1)] * (size + 1)

    def add(self, position: int, value: tuple[int, int]) -> None:
        """Put a value at a position, which counts from 0."""
        position += 1
        while position < len(self._least):
            self._least[position] = min(self._least[position], value)
            position += position & -position

    def below(self, position: int) -> tuple[int, int]:
        """Return the least value at any smaller position."""
        least = self._least[0]
        while position:
            least = min(least, self._least[position])
            position -= position & -position
        return least
