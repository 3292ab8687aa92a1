"""Gaps in periodicals: sources whose number and date break the rule of their periodical."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from itertools import pairwise

from annotated.content.periodicals import Periodical
from annotated.content.sources import Source

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
WEEK = timedelta(days=7)


def findings(
    periodicals: Iterable[Periodical], sources: Iterable[Source]
) -> Iterator[tuple[str, str]]:
    """Yield (key of a source, sentence) for each number and date that break the rule."""
    known = list(sources)
    for periodical in periodicals:
        issues = [source for source in known if source.container == periodical.container]
        check = _weekly if periodical.every == "week" else _yearly
        yield from check(periodical, issues)


def _yearly(periodical: Periodical, issues: list[Source]) -> Iterator[tuple[str, str]]:
    for source in issues:
        if not _is_number(source.volume):
            continue
        expected = periodical.year_of_volume_one + int(source.volume) - 1
        if source.year != expected:
            volume = f"Volume {source.volume} of {periodical.container} is that of {expected}"
            yield source.key, f"{volume}; the year printed is {source.year}."


def _weekly(periodical: Periodical, issues: list[Source]) -> Iterator[tuple[str, str]]:
    dated = [source for source in issues if source.day and _is_number(source.edition)]
    dated.sort(key=lambda source: int(source.edition))
    for source in dated:
        weekday = WEEKDAYS[_day(source).weekday()]
        if weekday != periodical.weekday:
            issue = f"Edition {source.edition} of {periodical.container} is dated {_words(source)}"
            rule = f"the series comes out on {periodical.weekday}s"
            yield source.key, f"{issue}, a {weekday}; {rule}."
    for earlier, later in pairwise(dated):
        yield from _pair(periodical, earlier, later)


def _pair(periodical: Periodical, earlier: Source, later: Source) -> Iterator[tuple[str, str]]:
    issues = int(later.edition) - int(earlier.edition)
    apart = _day(later) - _day(earlier)
    start = f"From edition {earlier.edition} of {periodical.container} ({_words(earlier)})"
    start += f" to {later.edition} ({_words(later)})"
    count = f"there {'are' if issues != 1 else 'is'} {issues} issue{'s' if issues != 1 else ''}"
    if apart < timedelta(0):
        yield later.key, f"{start} the number rises and the date falls, by {-apart.days} days."
    elif apart % WEEK:
        weeks = f"{apart.days} days, which is {apart / WEEK:.2f} weeks and no whole number of them"
        yield later.key, f"{start} {count} in {weeks}."
    elif apart // WEEK != issues:
        weeks = f"{apart // WEEK} weeks ({apart.days} days)"
        reason = "a week without an issue, or a date that is off"
        yield later.key, f"{start} {count} in {weeks}: {reason}."


def _is_number(text: str) -> bool:
    """Tell whether a text is a plain number, not “10/11” or a digit of another script."""
    return text.isascii() and text.isdecimal()


def _day(source: Source) -> date:
    return date(source.year, source.month, source.day)


def _words(source: Source) -> str:
    return f"{source.day} {_day(source):%B} {source.year}"
