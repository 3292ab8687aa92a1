"""One date in the Extended Date/Time Format: a year, month, season or day, bounded and in words."""

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

# Months of the seasons in the north: the notation gives their names and leaves their months open.
SEASONS = {"21": ("spring", 3), "22": ("summer", 6), "23": ("autumn", 9), "24": ("winter", 12)}
SINGLE = re.compile(r"(\d{4}|\d{3}X|\d{2}XX)(?:-([\dX]{2})(?:-([\dX]{2}))?)?([?~%])?", re.ASCII)
QUALIFIERS = {"": "{}", "~": "about {}", "?": "{} (uncertain)", "%": "about {} (uncertain)"}
MONTHS = range(1, 13)


@dataclass(frozen=True)
class SingleDate:
    """A year, perhaps a month or season, perhaps a day, as they are written: `X` is any digit.

    `qualifier` is `~` (about), `?` (uncertain), `%` (both) or empty.
    """

    year: str
    month: str = ""
    day: str = ""
    qualifier: str = ""

    @property
    def words(self) -> str:
        """Return for example “5 September 2017”, “about October 2017”, “the 2000s”."""
        return QUALIFIERS[self.qualifier].format(self._unqualified)

    @property
    def _unqualified(self) -> str:
        if self.month in SEASONS:
            return f"{SEASONS[self.month][0]} {self.year}"
        if "X" in self.year:
            return f"the {self.year.replace('X', '0')}s"
        if (self.month, self.day) in (("XX", ""), ("XX", "XX")):
            return f"at some time in {self.year}"
        if self.day == "XX" and "X" not in self.month:
            return f"a day in {_words(self.first, with_day=False)}"
        if "X" in self.month + self.day:
            first, last = (_words(end, with_day=bool(self.day)) for end in (self.first, self.last))
            return f"between {first} and {last}"
        return _words(self.first, with_day=bool(self.day)) if self.month else self.year

    @cached_property
    def first(self) -> date:
        """Return the earliest day that the notation allows, whatever the qualifier."""
        return next(self._days(1))

    @cached_property
    def last(self) -> date:
        """Return the latest day that the notation allows; a season has three months."""
        return next(self._days(-1))

    def _days(self, step: int) -> Iterator[date]:
        """Yield every day that fits, from the earliest on, or from the latest back."""
        lowest, highest = (int(self.year.replace("X", digit)) for digit in "09")
        for year in range(max(lowest, 1), highest + 1)[::step]:
            for number in self._months[::step]:
                years_later, month = divmod(number - 1, 12)
                in_month = calendar.monthrange(year + years_later, month + 1)[1]
                for day in _fitting(self.day, in_month)[::step]:
                    yield date(year + years_later, month + 1, day)

    @property
    def _months(self) -> list[int]:
        """Return the months that fit, counted from January; those of winter run beyond 12."""
        if self.month in SEASONS:
            begin = SEASONS[self.month][1]
            return list(range(begin, begin + 3))
        return _fitting(self.month, MONTHS[-1])

    @property
    def month_number(self) -> int:
        """Return the month from 1 to 12, or 0 where none is known (a season, `XX`, a year)."""
        number = int(self.month) if self.month.isdigit() else 0
        return number if number in MONTHS else 0

    @property
    def precision(self) -> int:
        """Return 1 where the day is known, 2 for a month or season, 3 for anything wider."""
        if self.qualifier or not self.month or "X" in self.year + self.month:
            return 3
        return 1 if self.day.isdigit() else 2

    @property
    def html(self) -> str:
        """Return the value as HTML allows it in `<time datetime>`, or nothing.

        Source: HTML Living Standard, valid date, month and year strings.
        """
        if self.qualifier or self.month in SEASONS or "X" in self.year + self.month + self.day:
            return ""
        return "-".join(field for field in (self.year, self.month, self.day) if field)


def parse_single(text: str) -> SingleDate:
    """Parse one date; raise ValueError with the reason where it is malformed or impossible."""
    match = SINGLE.fullmatch(text)
    if not match:
        raise ValueError(f"'{text}' is not in a form like 2017-09-05, 2017-09, 2017-21 or 2017")
    single = SingleDate(match[1], match[2] or "", match[3] or "", match[4] or "")
    digits = single.year + single.month + single.day
    if "X" in digits.rstrip("X") or ("X" in single.year and single.month):
        raise ValueError(f"in '{text}' something known stands after something unspecified")
    if single.month in SEASONS and single.day:
        raise ValueError(f"the season {single.month} cannot have a day")
    # Beyond these years lies what `datetime.date` cannot hold: winter 9999 ends in 10000.
    if single.year == "0000" or (single.year, single.month) == ("9999", "24"):
        raise ValueError(f"'{text}' reaches beyond the years 0001 to 9999")
    if not single._months:  # noqa: SLF001 - of this module
        raise ValueError(f"there is no month or season {single.month}")
    if not next(single._days(1), None):  # noqa: SLF001 - of this module
        month = "" if "X" in single.month else f"{calendar.month_name[int(single.month)]} "
        raise ValueError(f"{month}{single.year} has no day {single.day}")
    return single


def _fitting(pattern: str, last: int) -> list[int]:
    """Return the numbers from 1 to `last` that fit two written characters; all where none is."""
    if pattern.isdigit():
        return [int(pattern)] if 1 <= int(pattern) <= last else []
    form = re.compile((pattern or "XX").replace("X", r"\d"))
    return [number for number in range(1, last + 1) if form.fullmatch(f"{number:02}")]


def _words(day: date, *, with_day: bool) -> str:
    month = f"{calendar.month_name[day.month]} {day.year}"
    return f"{day.day} {month}" if with_day else month
