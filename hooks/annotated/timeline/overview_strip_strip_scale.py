"""The scale of the strip: each year as wide as it has events, so that few years do not hide."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from annotated.model.edtf import Date

# The width of a year is 1 and this much for each event that begins in it; a run of years without
# any is as wide as half a year.
PER_EVENT = 0.35
EMPTY = 0.5


@dataclass(frozen=True)
class Cell:
    """Years that are drawn together: one with events, or a run of years without any."""

    first: int
    last: int
    weight: float


@dataclass(frozen=True)
class Scale:
    """Turns days into per cent of the width."""

    years: tuple[Cell, ...]

    @classmethod
    def of(cls, dates: Sequence[Date]) -> "Scale":
        """Return a scale that holds all `dates`."""
        ends = [end for one in dates for end in (one.first, one.last) if end]
        begun = Counter(one.sort_key[0].year for one in dates)
        span = range(min(ends).year, max(ends).year + 1)
        cells = []
        for empty, run in groupby(span, key=lambda year: not begun[year]):
            group = list(run)
            if empty:
                cells.append(Cell(group[0], group[-1], EMPTY))
            else:
                cells += [Cell(year, year, 1 + PER_EVENT * begun[year]) for year in group]
        return cls(tuple(cells))

    def _placed(self) -> Iterator[tuple[Cell, float, float]]:
        total, left = sum(cell.weight for cell in self.years), 0.0
        for cell in self.years:
            width = 100 * cell.weight / total
            yield cell, left, width
            left += width

    def at(self, day: date, *, after: bool = False) -> float:
        """Return where a day begins, or ends, in per cent."""
        for cell, left, width in self._placed():
            if day.year <= cell.last:
                begin, end = date(cell.first, 1, 1), date(cell.last + 1, 1, 1)
                moment = day + timedelta(days=1) if after else day
                return left + width * (moment - begin).days / (end - begin).days
        return 100.0

    def cells(self) -> Iterator[tuple[int, float, float]]:
        """Yield the first year, the left edge and the width of each cell, in per cent."""
        for cell, left, width in self._placed():
            yield cell.first, left, width
