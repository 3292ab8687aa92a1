"""Ordered assignment of labels: what it returns costs as little as any series at all."""

from itertools import combinations, pairwise

from hypothesis import given
from hypothesis import strategies as st

from annotated.own_copy.monotone_choice import MISSING, Candidate, choose

LABELS = ("1", "2", "3", "4")
candidates = st.lists(
    st.builds(
        lambda start, length, label, cost: Candidate(start, start + length, label, cost),
        st.integers(0, 12),
        st.integers(1, 3),
        st.sampled_from((*LABELS, "x")),
        st.integers(0, 3),
    ),
    max_size=7,
)


@given(candidates)
def test_the_series_is_the_cheapest_of_all(known: list[Candidate]) -> None:
    assignment = choose(LABELS, known)

    assert _cost(list(assignment.found.values())) == _cheapest(known)


@given(candidates)
def test_the_labels_found_stand_in_their_order_and_apart(known: list[Candidate]) -> None:
    found = list(choose(LABELS, known).found.values())

    assert _is_series(found)


def _cheapest(known: list[Candidate]) -> int:
    numbered = [candidate for candidate in known if candidate.label in LABELS]
    return min(
        _cost(list(series))
        for size in range(len(numbered) + 1)
        for series in combinations(sorted(numbered), size)
        if _is_series(list(series))
    )


def _cost(series: list[Candidate]) -> int:
    return sum(candidate.cost for candidate in series) + MISSING * (len(LABELS) - len(series))


def _is_series(series: list[Candidate]) -> bool:
    return all(
        earlier.end <= later.start and LABELS.index(earlier.label) < LABELS.index(later.label)
        for earlier, later in pairwise(series)
    )
