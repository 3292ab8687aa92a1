"""Dates as written by hand in EDTF: checked, bounded and put into words.

Source of the notation: Extended Date/Time Format, Library of Congress 2019 (ISO 8601-2:2019).
Read are all of level 1 but years beyond four digits or before the year 1 (days, months, seasons,
years, unspecified digits, the qualifiers ~ ? %, intervals with open or unknown ends), and of
level 2 what an editor may need: sets (“one of” in square brackets, “all of” in curly ones) and
single unspecified digits.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from annotated.model.edtf_date_parts import PART, Part, part

OPEN, UNKNOWN = "..", ""
JOINED = {"[": " or ", "{": " and "}
CLOSING = {"[": "]", "{": "}"}
# The form of a whole date, interval or set as a pattern without groups, for other languages.
_ONE = re.sub(r"\((?!\?)", "(?:", PART.pattern)
PATTERN = rf"^\s*(?:{_ONE}|(?:{_ONE}|\.\.)?/(?:{_ONE}|\.\.)?|[\[{{](?:{_ONE}|\.\.|,)+[\]}}])\s*$"


@dataclass(frozen=True)
class Date:
    """A date, an interval or a set: `start` or `end` is None where that end is open or unknown.

    `words` is how a reader says it, `precision` 1 to the day, 2 to the month or season, 3 for
    anything wider, qualified or undecided.
    """

    edtf: str
    start: Part | None
    end: Part | None
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


def parse(edtf: str) -> Date:
    """Read an EDTF string; raise ValueError with the reason where it is malformed or impossible."""
    if edtf[:1] in JOINED:
        return _set(edtf)
    if "/" in edtf:
        return _interval(edtf)
    one = part(edtf)
    return Date(edtf, one, one, one.words, one.precision)


def _interval(edtf: str) -> Date:
    first, _, last = edtf.partition("/")
    if (first, last) == (UNKNOWN, UNKNOWN):
        raise ValueError(f"'{edtf}' has neither a beginning nor an end")
    start, end = _ends(first, last, (OPEN, UNKNOWN))
    precision = max(one.precision if one else 3 for one in (start, end))
    return Date(edtf, start, end, _said(start, end, unknown=UNKNOWN in (first, last)), precision)


def _ends(first: str, last: str, none: tuple[str, ...]) -> tuple[Part | None, Part | None]:
    start, end = (None if half in none else part(half) for half in (first, last))
    if start and end and end.last < start.first:
        raise ValueError(f"the end '{last}' comes before the beginning '{first}'")
    return start, end


def _said(start: Part | None, end: Part | None, *, unknown: bool = False) -> str:
    if start and end:
        return start.words if start == end else f"{start.words} to {end.words}"
    if start:
        return f"from {start.words}, until when is unknown" if unknown else f"from {start.words} on"
    if end:
        return f"until {end.words}, since when is unknown" if unknown else f"up to {end.words}"
    return "at an unknown time"


def _set(edtf: str) -> Date:
    if edtf[-1] != CLOSING[edtf[0]] or not edtf[1:-1]:
        signs = f"{edtf[0]} and {CLOSING[edtf[0]]}"
        raise ValueError(f"'{edtf}' is not a list of dates between {signs}")
    members = list(_members(edtf[1:-1]))
    if (None, None) in members:
        raise ValueError(f"'{edtf}' names no date")
    starts, ends = zip(*members, strict=True)
    start, end = _bound(starts, min, lambda one: one.first), _bound(ends, max, lambda one: one.last)
    words = JOINED[edtf[0]].join(_said(*member) for member in members)
    known = [one.precision if one else 3 for member in members for one in member]
    one_of = edtf[0] == "[" and len(members) > 1
    return Date(edtf, start, end, words, 3 if one_of else max(known))


def _members(text: str) -> Iterator[tuple[Part | None, Part | None]]:
    for member in text.split(","):
        if ".." in member:
            first, _, last = member.partition("..")
            yield _ends(first, last, (UNKNOWN,))
        else:
            yield part(member), part(member)


def _bound(
    parts: tuple[Part | None, ...],
    choose: Callable[..., Part],
    day: Callable[[Part], date],
) -> Part | None:
    known = [one for one in parts if one]
    return choose(known, key=day) if len(known) == len(parts) else None
