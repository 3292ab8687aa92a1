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
    costs: list[int] = []
    before: list[int] = []
    for index, candidate in enumerate(candidates):
        series = [(MISSING * ranks[index], -1)] + [
            (costs[other] + MISSING * (ranks[index] - ranks[other] - 1), other)
            for other in range(index)
            if candidates[other].end <= candidate.start and ranks[other] < ranks[index]
        ]
        cost, predecessor = min(series)
        costs.append(candidate.cost + cost)
        before.append(predecessor)
    return costs, before
