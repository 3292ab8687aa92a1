"""In which months an event falls for certain, and in which it may fall.

The rule, for a date with a beginning and an end (which are one where a single date is given):
- every month from the last that the beginning allows to the first that the end allows is certain;
- every other month from the first day allowed to the last is possible;
- an end that is open or unknown says nothing: only the months of the other end are possible;
- of a set of dates, every month is possible;
- “about” and “uncertain” make the month they stand at possible, not certain.
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
    """Return the months that are worth choosing: those by which an event begins or ends."""
    dated = [event.date for event in events if event.date]
    ends = [end for when in dated for end in (when.start, when.end) if end]
    return sorted({_month(end.first) for end in ends if end.month_number})


def months_of(when: Date | None, among: Iterable[str]) -> Months:
    """Return the months of a date, of those `among` which one can choose."""
    first, last = (when.start or when.end, when.end or when.start) if when else (None, None)
    if not when or not first or not last:
        return Months()
    whole = [one for one in among if _month(first.first) <= one <= _month(last.last)]
    vague = {_month(part.first) for part in (first, last) if part.qualifier}
    closed = when.start and when.end and when.edtf[0] not in "[{"
    certain = [
        one
        for one in whole
        if closed and _month(first.last) <= one <= _month(last.first) and one not in vague
    ]
    return Months(tuple(certain), tuple(one for one in whole if one not in certain))


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
