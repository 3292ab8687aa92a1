"""Which of many candidates are the labels of a series, when these must come in their order.

A dynamic programme over candidates: the series as a whole has the least cost, and no label is
chosen alone. Where two choices cost the same, the labels in which they differ are ambiguous.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

# A label that is not found costs more than any candidate.
MISSING = 1000


@dataclass(frozen=True, order=True)
class Candidate:
    """What may be a label: `text[start:end]`, and how little it looks like one."""

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
    """Return the series of least cost in which the labels found stand in their order."""
    rank = {label: number for number, label in enumerate(labels)}
    known = sorted(one for one in candidates if one.label in rank)
    forth, above = _least(known, [rank[one.label] for one in known])
    back, _ = _least(
        [Candidate(-one.end, -one.start, one.label, one.cost) for one in reversed(known)],
        [len(labels) - 1 - rank[one.label] for one in reversed(known)],
    )
    through = [a + b - one.cost for one, a, b in zip(known, forth, back[::-1], strict=True)]
    best = min(through, default=0)
    last = max((at for at, cost in enumerate(through) if cost == best), default=-1)
    found = {}
    while last >= 0:
        found[known[last].label] = known[last]
        last = above[last]
    rivals = Counter(one.label for one, cost in zip(known, through, strict=True) if cost == best)
    return Assignment(
        {label: found[label] for label in labels if label in found},
        [label for label in labels if label not in found],
        [label for label in labels if label in found and rivals[label] > 1],
    )


def _least(candidates: Sequence[Candidate], ranks: Sequence[int]) -> tuple[list[int], list[int]]:
    """Return the least cost of a series that ends with each candidate, and which comes before it.

    Labels that are skipped before it count as missing; -1 stands for none before it.
    """
    costs: list[int] = []
    above: list[int] = []
    for index, one in enumerate(candidates):
        ways = [(MISSING * ranks[index], -1)] + [
            (costs[other] + MISSING * (ranks[index] - ranks[other] - 1), other)
            for other in range(index)
            if candidates[other].end <= one.start and ranks[other] < ranks[index]
        ]
        cost, before = min(ways)
        costs.append(one.cost + cost)
        above.append(before)
    return costs, above
