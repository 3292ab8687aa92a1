"""Names on a sheet, placed so that none touches another.

Each label has several spots where it may stand, each with what it costs. Those with the least
choice go first; then, as long as that helps, each moves to the spot that costs least where the
others stand; at last one that still touches another looks for new spots together with each that
stands in its way.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import inf

from annotated.geo.label_candidates import Spot
from annotated.geo.label_placement import ON_A_MARK, OVERLAP, Ground, Label, clashes

ROUNDS = 60


def place(labels: Sequence[Label], ground: Ground) -> dict[str, Spot]:
    """Return the spot of each label."""
    search = _Search({one.id: one for one in labels})
    for _ in range(ROUNDS):
        before = dict(search.chosen)
        for label in labels:
            search.move(label)
        if search.chosen == before:
            break
    for pair in clashes(search.chosen, ground):
        for id_ in filter(None, pair):
            search.make_way(search.labels[id_])
    return search.chosen


@dataclass
class _Search:
    """Where the labels stand while they look for a better spot."""

    labels: Mapping[str, Label]

    def __post_init__(self) -> None:
        labels = self.labels.values()
        self.cheapest = {
            one.id: sorted(range(len(one.costs)), key=one.costs.__getitem__) for one in labels
        }
        self.chosen: dict[str, Spot] = {}
        for label in sorted(labels, key=self._choice):
            self.move(label)

    def move(self, label: Label) -> float:
        """Give a label the first of the spots that cost least, the others standing as they do."""
        others, costs, best = self._others(label), label.costs, (inf, 0)
        for at in self.cheapest[label.id]:
            # No spot after this one costs less by itself.
            if costs[at] > best[0]:
                break
            best = min(best, (_paid(costs[at], label.spots[at], others), at))
        self.chosen[label.id] = label.spots[best[1]]
        return best[0]

    def make_way(self, label: Label) -> None:
        """Look for new spots for a label together with each that stands in its way."""
        for other in self.labels.values():
            here = self.chosen[other.id]
            if other is not label and any(spot.overlaps(here) for spot in label.spots):
                self._move_both(label, other)

    def _move_both(self, one: Label, other: Label) -> None:
        """Try every spot of one label, each with the best that it leaves to the other."""
        before = self.chosen.pop(one.id), self.chosen.pop(other.id)
        others, least, best = self._others(one), inf, before
        for spot, cost in zip(one.spots, one.costs, strict=True):
            if cost >= least or (paid := _paid(cost, spot, others)) >= least:
                continue
            self.chosen[one.id] = spot
            both = paid + self.move(other)
            if both < least:
                least, best = both, (spot, self.chosen[other.id])
            del self.chosen[other.id]
        self.chosen[one.id], self.chosen[other.id] = best

    def _choice(self, label: Label) -> int:
        """Return how many spots a label has that are worth taking: the fewer, the sooner."""
        return sum(cost < ON_A_MARK for cost in label.costs)

    def _others(self, label: Label) -> list[Spot]:
        return [spot for id_, spot in self.chosen.items() if id_ != label.id]


def _paid(cost: float, spot: Spot, others: Iterable[Spot]) -> float:
    return cost + OVERLAP * sum(map(spot.overlaps, others))


def fit(labels: Sequence[Label]) -> dict[str, Spot]:
    """Return the spots of those labels for which there is room, the first served first."""
    chosen: dict[str, Spot] = {}
    for label in labels:
        taken = list(chosen.values())
        ways = zip(label.costs, label.spots, strict=True)
        paid = [_paid(cost, spot, taken) for cost, spot in ways]
        best = _least(paid)
        if paid[best] < OVERLAP:
            chosen[label.id] = label.spots[best]
    return chosen


def _least(costs: Sequence[float]) -> int:
    return min(range(len(costs)), key=costs.__getitem__)
