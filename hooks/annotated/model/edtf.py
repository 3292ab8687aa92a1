"""Dates in the Extended Date/Time Format: parsed, bounded and put into words.

Source of the notation: Extended Date/Time Format, Library of Congress 2019 (ISO 8601-2:2019).
Supported is all of level 1 but years beyond four digits or before the year 1 (days, months,
seasons, years, unspecified digits, the qualifiers ~ ? %, intervals with open or unknown ends),
and of level 2 what an editor may need: sets (“one of” in square brackets, “all of” in curly ones)
and single unspecified digits.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from annotated.model.single_date import SINGLE, SingleDate, parse_single

OPEN, UNKNOWN = "..", ""
JOINED = {"[": " or ", "{": " and "}
CLOSING = {"[": "]", "{": "}"}
# The form of a whole date, interval or set, for JSON Schema: groups do not capture there.
_BARE = re.sub(r"\((?!\?)", "(?:", SINGLE.pattern)
PATTERN = (
    rf"^\s*(?:{_BARE}|(?:{_BARE}|\.\.)?/(?:{_BARE}|\.\.)?|[\[{{](?:{_BARE}|\.\.|,)+[\]}}])\s*$"
)


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
