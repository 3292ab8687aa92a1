"""Sets of months: those in which an event falls for certain, and those in which it may.

The rule, for a date with a beginning and an end (the same where a single date is given):
- every month from the last that the beginning allows to the first that the end allows is certain;
- every other month from the first day allowed to the last is possible;
- an end that is open or unknown says nothing: only the months of the other end are possible;
- of a set of dates, every month is possible;
- “about” and “uncertain” make the month that they qualify possible, not certain.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from annotated.model.edtf import Date
from annotated.model.entities import Event


@dataclass(frozen=True)
class Months:
    """Months as “2017-10”, in order: those that are certain, and those that are possible."""

    certain: tuple[str, ...] = ()
    possible: tuple[str, ...] = ()


def selectable_months(events: Iterable[Event]) -> list[str]:
    """Return, in order, the months that are worth selecting: an event begins or ends in them."""
    dates = [event.date for event in events if event.date]
    ends = [end for when in dates for end in (when.start, when.end) if end]
    return sorted({_month(end.first) for end in ends if end.month_number})


def months_of(when: Date | None, among: Iterable[str]) -> Months:
    """Return the months of a date, out of those that can be selected (`among`, as “2017-10”)."""
    first, last = (when.start or when.end, when.end or when.start) if when else (None, None)
    if not when or not first or not last:
        return Months()
    possible = [month for month in among if _month(first.first) <= month <= _month(last.last)]
    vague = {_month(end.first) for end in (first, last) if end.qualifier}
    is_closed = when.start and when.end and when.edtf[0] not in "[{"
    certain = {
        month
        for month in possible
        if is_closed and _month(first.last) <= month <= _month(last.first) and month not in vague
    }
    return Months(
        tuple(month for month in possible if month in certain),
        tuple(month for month in possible if month not in certain),
    )


def is_within_a_month(when: Date | None) -> bool:
    """Tell whether all of a date lies in one month, however well that month is known."""
    start, end = (when.start, when.end) if when else (None, None)
    return bool(start and end and _month(start.first) == _month(end.last))


def date_words(event: Event) -> str:
    """Return when an event happened; a date wider than a month is “sometime in” it."""
    when = event.date
    if not when:
        return "undated"
    single = when.start
    wide = single and single == when.end and not single.month_number and not single.qualifier
    return f"sometime in {when.words}" if wide else when.words


def _month(day: date) -> str:
    return day.isoformat()[:7]
