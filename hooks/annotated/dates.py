"""Dates as written by hand in EDTF: checked, bounded and put into words.

Source of the notation: Extended Date/Time Format, Library of Congress 2019 (ISO 8601-2:2019),
level 1, as far as an article about events needs it: days, months, seasons, years, unspecified
digits of a year, the qualifiers ~ ? %, intervals with open or unknown ends.
"""

import calendar
import re
from dataclasses import dataclass
from datetime import date

SEASONS = {21: ("spring", 3), 22: ("summer", 6), 23: ("autumn", 9), 24: ("winter", 12)}
PART = re.compile(r"(\d{4}|\d{3}X|\d{2}XX)(?:-(\d\d)(?:-(\d\d))?)?([?~%])?")
QUALIFIERS = {"": "{}", "~": "about {}", "?": "{} (uncertain)", "%": "about {} (uncertain)"}
MONTHS = range(1, 13)


@dataclass(frozen=True)
class Part:
    """A date or one end of an interval: a year, perhaps a month or season, perhaps a day."""

    year: str
    month: int = 0
    day: int = 0
    qualifier: str = ""

    @property
    def words(self) -> str:
        """Return for example “5 September 2017”, “about October 2017”, “the 2000s”."""
        if "X" in self.year:
            plain = f"the {self.year.replace('X', '0')}s"
        elif self.month in SEASONS:
            plain = f"{SEASONS[self.month][0]} {self.year}"
        else:
            names = [str(self.day or ""), calendar.month_name[self.month], self.year]
            plain = " ".join(name for name in names if name)
        return QUALIFIERS[self.qualifier].format(plain)

    @property
    def first(self) -> date:
        """Return the earliest day that the words allow, qualifiers left aside."""
        year = int(self.year.replace("X", "0"))
        month = SEASONS[self.month][1] if self.month in SEASONS else self.month or 1
        return date(max(year, 1), month, self.day or 1)

    @property
    def last(self) -> date:
        """Return the latest day that the words allow; a season has three months."""
        year = int(self.year.replace("X", "9"))
        if self.month in SEASONS:
            year, month = divmod(year * 12 + SEASONS[self.month][1] + 1, 12)
            month += 1
        else:
            month = self.month or 12
        return date(year, month, self.day or calendar.monthrange(year, month)[1])

    @property
    def precision(self) -> int:
        """Return 1 where the day is known, 2 for a month or season, 3 for anything wider."""
        return 3 if self.qualifier else 1 if self.day else 2 if self.month else 3


@dataclass(frozen=True)
class Date:
    """A date or an interval; `start` or `end` is None where that end is open or unknown."""

    edtf: str
    start: Part | None
    end: Part | None

    @property
    def words(self) -> str:
        """Return the date as a reader says it."""
        if self.start and self.end:
            one = self.start == self.end
            return self.start.words if one else f"{self.start.words} to {self.end.words}"
        if self.start:
            return f"from {self.start.words} on"
        return f"up to {self.end.words}" if self.end else "at an unknown time"

    @property
    def precision(self) -> int:
        """Return the precision code: 1 day, 2 month or season, 3 anything wider or qualified."""
        return max(part.precision if part else 3 for part in (self.start, self.end))

    @property
    def sort_key(self) -> tuple[date, date]:
        """Return a key that orders dates by beginning, then end; an open end counts as known."""
        first = self.start or self.end
        last = self.end or self.start
        return (first.first if first else date.max, last.last if last else date.max)


def parse(edtf: str) -> Date:
    """Read an EDTF string; raise ValueError with the reason where it is malformed or impossible."""
    if "/" not in edtf:
        part = _part(edtf)
        return Date(edtf, part, part)
    first, _, last = edtf.partition("/")
    start, end = (None if half in ("", "..") else _part(half) for half in (first, last))
    if start and end and end.last < start.first:
        raise ValueError(f"the end '{last}' comes before the beginning '{first}'")
    return Date(edtf, start, end)


def _part(text: str) -> Part:
    match = PART.fullmatch(text)
    if not match or (match[2] and "X" in match[1]):
        raise ValueError(f"'{text}' is not in a form like 2017-09-05, 2017-09, 2017-21 or 2017")
    month, day = int(match[2] or 0), int(match[3] or 0)
    if match[2] and month not in MONTHS and month not in SEASONS:
        raise ValueError(f"there is no month or season {match[2]}")
    if match[3] and month in SEASONS:
        raise ValueError(f"the season {match[2]} cannot have a day")
    if match[3] and not 1 <= day <= calendar.monthrange(int(match[1]), month)[1]:
        raise ValueError(f"{calendar.month_name[month]} {match[1]} has no day {match[3]}")
    return Part(match[1], month, day, match[4] or "")
