"""Interruptions of a paragraph by other lines, such as a note at the foot of a page or a caption.

They are found by the number of words that the paragraph has too many.
"""

from collections.abc import Collection, Iterable, Mapping
from typing import NamedTuple

from annotated.own_copy.layout_lines import Lines

# The cost of leaving out a run of lines, less GAP for each of its ends at a blank line.
RUN_COST = 6
GAP = 2
# The cost of going on across a blank line, which may be the end of a column.
ACROSS = 3
# The cost of a word too many or too few: one that a page break cuts in two counts twice.
WORD_COST = 2
# Nothing is tried for more lines than a paragraph has in any printing.
MOST_LINES = 200

Run = tuple[int, int]


class Selection(NamedTuple):
    """A choice among lines: its cost, and the runs of words (first, end) that are kept."""

    cost: int
    kept: tuple[Run, ...]


# The cheapest selection by (number of words kept, whether the last line was kept).
States = Mapping[tuple[int, bool], Selection]


def select(lines: Lines, begin: int, end: int, expected: int, traced: Collection[int]) -> Selection:
    """Return the cheapest selection among the lines of the words from `begin` to `end`.

    A dynamic programme over the lines and the number of words kept: that number comes as near to
    `expected` as possible, with the fewest runs left out, which begin and end at blank lines
    where they can. The first and the last line are kept, and those with a word of `traced`.
    """
    runs = lines.runs(begin, end)
    if len(runs) > MOST_LINES:
        return Selection(WORD_COST * abs(end - begin - expected), ((begin, end),))
    states: States = {(0, True): Selection(0, ())}
    for index, run in enumerate(runs):
        forced = index in (0, len(runs) - 1) or any(run[0] <= word < run[1] for word in traced)
        gap = bool(index) and lines.gap_before(run[0])
        states = _next(states, run, gap=gap, forced=forced)
    cost, kept = min(
        (WORD_COST * abs(count - expected) + state.cost, state.kept)
        for (count, _), state in states.items()
    )
    return Selection(cost, _joined(kept))


def _next(states: States, run: Run, *, gap: bool, forced: bool) -> States:
    """Return the states after one more line, which is kept or, unless it is `forced`, left out."""
    after: dict[tuple[int, bool], Selection] = {}
    for (count, keeping), state in states.items():
        more = ACROSS * gap if keeping else -GAP * gap
        key = (count + run[1] - run[0], True)
        _keep_cheaper(after, key, Selection(state.cost + more, (*state.kept, run)))
        if not forced:
            more = RUN_COST - GAP * gap if keeping else 0
            _keep_cheaper(after, (count, False), Selection(state.cost + more, state.kept))
    return after


def _keep_cheaper(
    states: dict[tuple[int, bool], Selection], key: tuple[int, bool], selection: Selection
) -> None:
    if key not in states or selection.cost < states[key].cost:
        states[key] = selection


def _joined(runs: Iterable[Run]) -> tuple[Run, ...]:
    joined: list[Run] = []
    for first, end in runs:
        if joined and joined[-1][1] == first:
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((first, end))
    return tuple(joined)
