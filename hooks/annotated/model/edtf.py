"""Dates in the Extended Date/Time Format: parsed, bounded and put into words.

Source of the notation: Extended Date/Time Format, Library of Congress 2019 (ISO 8601-2:2019).
Supported is all of level 1 but years beyond four digits or before the year 1 (days, months,
seasons, years, unspecified digits, the qualifiers ~ ? %, intervals with open or unknown ends),
and of level 2 what an editor may need: sets (“one of” in square brackets, “all of” in curly ones)
and single unspecified digits.
"""

import calendar
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

# Months of the seasons in the north: the notation gives their names and leaves their months open.
SEASONS = {"21": ("spring", 3), "22": ("summer", 6), "23": ("autumn", 9), "24": ("winter", 12)}
SINGLE = re.compile(r"(\d{4}|\d{3}X|\d{2}XX)(?:-([\dX]{2})(?:-([\dX]{2}))?)?([?~%])?", re.ASCII)
QUALIFIERS = {"": "{}", "~": "about {}", "?": "{} (uncertain)", "%": "about {} (uncertain)"}
MONTHS = range(1, 13)
OPEN, UNKNOWN = "..", ""
JOINED = {"[": " or ", "{": " and "}
CLOSING = {"[": "]", "{": "}"}
# The form of a whole date, interval or set, for JSON Schema: groups do not capture there.
_BARE = re.sub(r"\((?!\?)", "(?:", SINGLE.pattern)
PATTERN = (
    rf"^\s*(?:{_BARE}|(?:{_BARE}|\.\.)?/(?:{_BARE}|\.\.)?|[\[{{](?:{_BARE}|\.\.|,)+[\]}}])\s*$"
)


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


@dataclass(frozen=True)
class Date:
    """A date, an interval or a set: `start` or `end` is None where that end is open or unknown.

    `words` is how a reader says it, `precision` 1 to the day, 2 to the month or season, 3 for
    anything wider, qualified or undecided.
    """

    edtf: str
    start: SingleDate | None
    end: SingleDate | None
    words: str
    precision: int

    @property
    def first(self) -> date | None:
        """Return the earliest day that the notation allows, None where nothing bounds it."""
        return self.start.first if self.start else None

    @property
    def last(self) -> date | None:
        """Return the latest day that the notation allows, None where nothing bounds it."""
        return self.end.last if self.end else None

    @property
    def sort_key(self) -> tuple[date, date]:
        """Return a key that orders dates by beginning, then end; an open end counts as known."""
        first = self.start or self.end
        last = self.end or self.start
        return (first.first if first else date.max, last.last if last else date.max)


Ends = tuple[SingleDate | None, SingleDate | None]


def parse(edtf: str) -> Date:
    """Parse an EDTF string; raise ValueError with the reason where it is malformed or impossible.

    The reason begins in small letters and has no full stop, so that a remedy can follow it.
    """
    if edtf[:1] in JOINED:
        return _set(edtf)
    if "/" in edtf:
        return _interval(edtf)
    single = parse_single(edtf)
    return Date(edtf, single, single, single.words, single.precision)


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


def _interval(edtf: str) -> Date:
    first, _, last = edtf.partition("/")
    if (first, last) == (UNKNOWN, UNKNOWN):
        raise ValueError(f"'{edtf}' has neither a beginning nor an end")
    start, end = _ends(first, last, (OPEN, UNKNOWN))
    precision = max(single.precision if single else 3 for single in (start, end))
    words = _words_of_ends(start, end, unknown=UNKNOWN in (first, last))
    return Date(edtf, start, end, words, precision)


def _ends(first: str, last: str, unbounded: tuple[str, ...]) -> Ends:
    start, end = (None if text in unbounded else parse_single(text) for text in (first, last))
    if start and end and end.last < start.first:
        raise ValueError(f"the end '{last}' comes before the beginning '{first}'")
    return start, end


def _words_of_ends(
    start: SingleDate | None, end: SingleDate | None, *, unknown: bool = False
) -> str:
    if start and end:
        return start.words if start == end else f"{start.words} to {end.words}"
    if start:
        return f"from {start.words}, until when is unknown" if unknown else f"from {start.words} on"
    if end:
        return f"until {end.words}, since when is unknown" if unknown else f"up to {end.words}"
    return "at an unknown time"


def _set(edtf: str) -> Date:
    if edtf[-1] != CLOSING[edtf[0]] or not edtf[1:-1]:
        brackets = f"{edtf[0]} and {CLOSING[edtf[0]]}"
        raise ValueError(f"'{edtf}' is not a list of dates between {brackets}")
    members = list(_members(edtf[1:-1]))
    if (None, None) in members:
        raise ValueError(f"'{edtf}' names no date")
    starts, ends = zip(*members, strict=True)
    start = _bound(starts, min, lambda single: single.first)
    end = _bound(ends, max, lambda single: single.last)
    words = JOINED[edtf[0]].join(_words_of_ends(*member) for member in members)
    precisions = [single.precision if single else 3 for member in members for single in member]
    undecided = edtf[0] == "[" and len(members) > 1
    return Date(edtf, start, end, words, 3 if undecided else max(precisions))


def _members(text: str) -> Iterator[Ends]:
    for member in text.split(","):
        if ".." in member:
            first, _, last = member.partition("..")
            yield _ends(first, last, (UNKNOWN,))
        else:
            yield parse_single(member), parse_single(member)


def _bound(
    singles: tuple[SingleDate | None, ...],
    choose: Callable[..., SingleDate],
    day: Callable[[SingleDate], date],
) -> SingleDate | None:
    """Return the outermost of some ends, None where one of them is open or unknown."""
    bounded = [single for single in singles if single]
    return choose(bounded, key=day) if len(bounded) == len(singles) else None
