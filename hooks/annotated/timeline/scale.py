"""Scale of the strip, from days to units of length: the more events a year has, the longer it is.

On an even scale, the few years with most of the events would be too short to tell them apart.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from annotated.model.edtf import Date

# The length of a year is the first and the second for each event that begins in it; a run of years
# without any is as long as the third.
YEAR, PER_EVENT, EMPTY = 1.9, 0.35, 2.2


@dataclass(frozen=True)
class Cell:
    """A year with events, or a run of years without any; where it begins, and its length."""

    first: int
    last: int
    left: float
    length: float

    @property
    def words(self) -> tuple[str, ...]:
        """Return “2016”, or for a run of years the two ends: “2001”, “–05”."""
        return (str(self.first), *([f"–{self.last % 100:02}"] if self.last > self.first else []))


@dataclass(frozen=True)
class Scale:
    """A scale of whole years, `length` units long in all."""

    cells: tuple[Cell, ...]
    length: float

    @classmethod
    def of(cls, dates: Sequence[Date], length: float) -> "Scale":
        """Return a scale from the first year of all `dates` to the last."""
        ends = [end for when in dates for end in (when.first, when.last) if end]
        begun = Counter(when.sort_key[0].year for when in dates)
        span = range(min(ends).year, max(ends).year + 1)
        weighed: list[tuple[int, int, float]] = []
        for empty, run in groupby(span, key=lambda year: not begun[year]):
            years = list(run)
            if empty:
                weighed.append((years[0], years[-1], EMPTY if len(years) > 1 else YEAR))
            else:
                weighed += [(year, year, YEAR + PER_EVENT * begun[year]) for year in years]
        unit = length / sum(weight for _, _, weight in weighed)
        return cls(tuple(_cells(weighed, unit)), length)

    def at(self, day: date, *, after: bool = False) -> float:
        """Return the position of the beginning of a day, or of its end."""
        for cell in self.cells:
            if day.year <= cell.last:
                begin, end = date(cell.first, 1, 1), date(cell.last + 1, 1, 1)
                moment = day + timedelta(days=1) if after else day
                return cell.left + cell.length * (moment - begin).days / (end - begin).days
        return self.length


def _cells(weighed: Sequence[tuple[int, int, float]], unit: float) -> Iterator[Cell]:
    left = 0.0
    for first, last, weight in weighed:
        yield Cell(first, last, left, weight * unit)
        left += weight * unit
