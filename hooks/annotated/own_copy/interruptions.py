"""Lines inside a paragraph that do not belong to it: a note at the foot of a page, a caption.

They are found by how many words the paragraph has too many.
"""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from annotated.own_copy.fingerprint import RUN
from annotated.own_copy.layout_lines import Lines

# To leave out a run of lines costs this, less GAP for each of its ends that is set apart.
RUN_COST = 6
GAP = 2
# To go on where a blank line stands: it may be the end of a column.
ACROSS = 3
# A word too many or too few: one that a page break cuts in two counts twice.
WORD_COST = 2
# More lines than a paragraph has in any printing: beyond, nothing is tried.
MOST_LINES = 200

Run = tuple[int, int]


class Choice(NamedTuple):
    """A way to choose among lines: its cost, and the runs of words (first, end) that it keeps."""

    cost: int
    kept: tuple[Run, ...]


def choose(lines: Lines, begin: int, end: int, expected: int, hits: Iterable[int]) -> Choice:
    """Return the best choice among the lines of the words from `begin` to `end`.

    A dynamic programme over the lines and the number of words kept: the count comes as near as
    it can to `expected`, with the fewest and the best divided runs left out. The first and the
    last line stay, and those with the words from which on a trace was found (`hits`).
    """
    runs = lines.runs(begin, end)
    if len(runs) > MOST_LINES:
        return Choice(WORD_COST * abs(end - begin - expected), ((begin, end),))
    held = {word for at in hits for word in (at, at + RUN - 1)}
    states = {(0, True): Choice(0, ())}
    for index, run in enumerate(runs):
        forced = index in (0, len(runs) - 1) or any(run[0] <= word < run[1] for word in held)
        gap = bool(index) and lines.gap_before(run[0])
        states = _next(states, run, gap=gap, forced=forced)
    ways = (
        (WORD_COST * abs(count - expected) + way.cost, way.kept)
        for (count, _), way in states.items()
    )
    cost, kept = min(ways)
    return Choice(cost, _joined(kept))


def _next(
    states: Mapping[tuple[int, bool], Choice], run: Run, *, gap: bool, forced: bool
) -> dict[tuple[int, bool], Choice]:
    found: dict[tuple[int, bool], Choice] = {}
    for (count, keeping), way in states.items():
        more = ACROSS * gap if keeping else -GAP * gap
        key = (count + run[1] - run[0], True)
        _offer(found, key, Choice(way.cost + more, (*way.kept, run)))
        if not forced:
            more = RUN_COST - GAP * gap if keeping else 0
            _offer(found, (count, False), Choice(way.cost + more, way.kept))
    return found


def _offer(states: dict[tuple[int, bool], Choice], key: tuple[int, bool], choice: Choice) -> None:
    if key not in states or choice.cost < states[key].cost:
        states[key] = choice


def _joined(runs: Iterable[Run]) -> tuple[Run, ...]:
    joined: list[Run] = []
    for first, end in runs:
        if joined and joined[-1][1] == first:
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((first, end))
    return tuple(joined)
