"""Dates of sources: biblatex has one field `date`, BibTeX has `year`, `month` and `day`."""

import re
from collections.abc import Mapping
from datetime import date
from typing import NamedTuple, TypeAlias

MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
)  # fmt: skip
YEAR = re.compile(r"[0-9]{1,4}")
ISO = re.compile(r"([0-9]{4})(?:-([0-9]{1,2})(?:-([0-9]{1,2}))?)?(?:T[0-9:.+Z-]+)?")
# “nov”, “Sept.”, “11”, “#nov#” of BibDesk, and “sep # "~5"” of BibTeX, which holds the day.
MONTH = re.compile(r"#?([^\W\d_]+|[0-9]{1,2})\.?#?(?:[ ~]+([0-9]{1,2}))?")
SHORTEST = 3
ANOTHER = "What is printed otherwise goes into 'note'."


class DateFault(NamedTuple):
    """A field of a date that cannot be read: its name, what is wrong with it, the remedy."""

    field: str
    message: str


Numbers: TypeAlias = tuple[int, int, int]


def read(fields: Mapping[str, str]) -> tuple[Numbers, list[DateFault]]:
    """Return year, month and day of an entry, 0 where not given; `fields` is name to value.

    A field that is missing is no fault.
    """
    faults: list[DateFault] = []
    numbers = _of_parts(fields, faults)
    if whole := fields.get("date"):
        given = iso(whole)
        if not given:
            example = "Write 2017, 2017-09 or 2017-09-05."
            faults.append(DateFault("date", f"'{whole}' is no date. {example} {ANOTHER}"))
        elif differing := _differing(given, numbers):
            message = f"'{fields[differing]}' is not that of 'date', '{whole}'. Keep one of them."
            faults.append(DateFault(differing, message))
        numbers = given or numbers
    return numbers, faults


def iso(text: str) -> Numbers | None:
    """Return a date of ISO 8601, as year, month and day, or None; a time of day is left out."""
    match = ISO.fullmatch(text.strip())
    if not match:
        return None
    numbers = int(match[1]), int(match[2] or 0), int(match[3] or 0)
    return numbers if _is_of_calendar(numbers, match[2], match[3]) else None


def _of_parts(fields: Mapping[str, str], faults: list[DateFault]) -> Numbers:
    found = {name: fields.get(name, "") for name in ("year", "month", "day")}
    year, month, day = (text.strip() for text in found.values())
    if year and not (YEAR.fullmatch(year) and int(year)):
        faults.append(DateFault("year", f"'{year}' is no year. Write it like 2017. {ANOTHER}"))
    number, day_of_month = _month(month)
    day = day or day_of_month
    if month and not number:
        message = f"'{month}' is no month. Write its number, 1 to 12, or its English name."
        faults.append(DateFault("month", f"{message} {ANOTHER}"))
    if day and not month and not fields.get("date"):
        message = f"the day '{day}' has no month. Add a line 'month = {{…}},'."
        faults.append(DateFault("day", message))
    if day and not re.fullmatch("[0-9]{1,2}", day):
        faults.append(DateFault("day", f"'{day}' is no day. Write its number. {ANOTHER}"))
    if faults:
        return 0, 0, 0
    numbers = int(year or 0), number, int(day or 0)
    if numbers[0] and not _is_of_calendar(numbers, month, day):
        message = f"'{year}-{numbers[1]}-{day}' is in no calendar. Check year, month and day."
        faults.append(DateFault("day", message))
    return numbers


def _month(text: str) -> tuple[int, str]:
    """Return the number of a month, 0 if it is none, and the day of the month given with it."""
    match = MONTH.fullmatch(text)
    if not match:
        return 0, ""
    if match[1].isdecimal():
        return int(match[1]) if int(match[1]) <= len(MONTHS) else 0, match[2] or ""
    word = match[1].lower()
    found = (number for number, name in enumerate(MONTHS, start=1) if name.startswith(word))
    return next(found, 0) if len(word) >= SHORTEST else 0, match[2] or ""


def _is_of_calendar(numbers: Numbers, month: object, day: object) -> bool:
    """Tell whether the numbers make a day; a month or day that is not given counts as the first."""
    year, *others = numbers
    try:
        date(
            year,
            *(number if given else 1 for number, given in zip(others, (month, day), strict=True)),
        )
    except ValueError:
        return False
    return True


def _differing(numbers: Numbers, others: Numbers) -> str:
    """Return the name of the first part that both give, and give differently."""
    parts = zip(("year", "month", "day"), numbers, others, strict=True)
    return next((name for name, number, other in parts if other and number != other), "")
