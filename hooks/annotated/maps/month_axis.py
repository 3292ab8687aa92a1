"""Axis of months, on which a month is chosen: each as wide as any other, long gaps broken.

A month is a radio button, so that the axis works by keyboard and without a script. On a narrow
screen it turns over before each January, so that years stand below each other.
"""

import calendar
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

# So many months without an event are left out, and the axis is marked as broken there.
LONG_GAP = 6
TURN = '<i class="turn" aria-hidden="true"></i>'
BREAK = '<i class="break" aria-hidden="true">⁄⁄</i>'
ALL = '<label class="all"><input type="radio" name="month" id="m-all" value="" checked>All</label>'
LEGEND = "Events by month; the open part of a bar may fall in it, ⁄⁄ leaves out months without any"


@dataclass(frozen=True)
class MonthAxis:
    """The axis: by month (“2017-09”), in order, how many events fall in it, and how many may."""

    counts: Mapping[str, tuple[int, int]]

    def html(self) -> str:
        """Return the radio buttons as a fieldset."""
        slots = "".join(self._slots())
        return (
            '<fieldset class="months" data-search-exclude>'
            f"<legend>{LEGEND}</legend>{ALL}{slots}</fieldset>"
        )

    def _slots(self) -> Iterator[str]:
        for index, stretch in enumerate(_stretches(list(self.counts))):
            if index:
                yield BREAK
            for month in stretch:
                is_january = month.endswith("-01")
                if is_january and month != stretch[0]:
                    yield TURN
                names_year = is_january or month == stretch[0]
                yield self._slot(month, _year(month) if names_year else "")

    def _slot(self, month: str, year: str) -> str:
        if month not in self.counts:
            return f'<i class="slot" aria-hidden="true">{year}</i>'
        name = calendar.month_name[int(month[5:])]
        certain, possible = self.counts[month]
        count = f"{certain} event{'s' * (certain != 1)}, {possible} more perhaps"
        return (
            f'<label class="slot"><input type="radio" name="month" id="m-{month}" value="{month}" '
            f'aria-label="{name} {month[:4]}: {count}">{name[:3]}{year}</label>'
        )


def _year(month: str) -> str:
    """Return the year below a month; below December it ends there, before that of January."""
    class_ = ' class="end"' if month.endswith("-12") else ""
    return f'<b{class_} aria-hidden="true">{month[:4]}</b>'


def _stretches(months: Sequence[str]) -> list[list[str]]:
    """Return the months from the first to the last, with a new list after each long gap."""
    stretches = [list(months[:1])]
    for before, month in pairwise(months):
        between = [_named(number) for number in range(_number(before) + 1, _number(month))]
        if len(between) > LONG_GAP:
            stretches.append([month])
        else:
            stretches[-1] += [*between, month]
    return stretches


def _number(month: str) -> int:
    return int(month[:4]) * 12 + int(month[5:]) - 1


def _named(number: int) -> str:
    return f"{number // 12}-{number % 12 + 1:02}"
