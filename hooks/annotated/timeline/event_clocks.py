"""Clocks of an event: when it happened, when a source first told of it, where the text does.

A lag runs from the event to its first source, in days. It is counted where both dates lie within
a month at most and neither is qualified: from the last day that one allows to the first day of
the other, and from the first to the last. A source that tells of an event is no earlier than it.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import groupby, pairwise

from annotated.content.endnotes import Endnotes
from annotated.content.sources import Source
from annotated.evidence.attestations import paragraph_of
from annotated.evidence.source_dates import older, published
from annotated.model.edtf import Date
from annotated.model.single_date import SingleDate
from annotated.timeline.event_items import TimelineEvent

# Days: the longest span of a date that a lag is counted from, and the shortest that is a jump.
MONTH, JUMP = 31, 90
Days = tuple[date, date]


@dataclass(frozen=True)
class EventClocks:
    """An event with its clocks: `told` are the paragraphs that tell of it, in reading order.

    `reported` is the date of its first source, None where none can be read or has a date;
    `note` is the number of the note that cites it, `older` are sources older than the event.
    """

    dated: TimelineEvent
    reported: SingleDate | None
    note: str
    told: tuple[int, ...]
    older: tuple[tuple[str, SingleDate], ...]

    @property
    def first_told(self) -> int | None:
        """Return the paragraph that tells of the event first."""
        return self.told[0] if self.told else None


def clocks(dated: TimelineEvent, endnotes: Endnotes, sources: Mapping[str, Source]) -> EventClocks:
    """Return the clocks of an event; `sources` are all by key."""
    note, source = dated.first_source or ("", None)
    too_old = older(dated.event, endnotes, sources)
    told = {paragraph_of(statement, endnotes): None for statement in dated.statements}
    return EventClocks(
        dated,
        published(source) if source else None,
        note,
        tuple(told),
        tuple((number, published(each)) for number, each in too_old),
    )


def within_a_month(when: Date | None) -> Days | None:
    """Return the first and the last day of a date that is no wider than a month and not about."""
    if not when or not when.first or not when.last or _is_qualified(when):
        return None
    return (when.first, when.last) if (when.last - when.first).days <= MONTH else None


def _is_qualified(when: Date) -> bool:
    return any(end.qualifier for end in (when.start, when.end) if end)


def lag(happened: Date | None, reported: SingleDate | None) -> tuple[int, int] | None:
    """Return the least and the most days between an event and its first source, if counted."""
    days = within_a_month(happened)
    if not days or not reported or (reported.last - reported.first).days > MONTH:
        return None
    first, last = days
    least, most = (reported.first - last).days, (reported.last - first).days
    return (max(least, 0), most) if most >= 0 else None


def lag_words(days: tuple[int, int] | None) -> str:
    """Return for example “same day”, “12 days”, “at most 13 days”, “3 to 33 days”, or nothing."""
    if not days:
        return ""
    least, most = days
    if most == 0:
        return "same day"
    unit = "day" if most == 1 else "days"
    if least == most:
        return f"{most} {unit}"
    return f"{least} to {most} {unit}" if least else f"at most {most} {unit}"


@dataclass(frozen=True)
class Jump:
    """A paragraph whose news lies months before that of the one before it, or after it."""

    before: int
    paragraph: int
    days: int
    is_back: bool


def jumps(events: Iterable[EventClocks]) -> Iterator[Jump]:
    """Yield the jumps of the telling, in reading order.

    What a paragraph is the first to tell of counts, where it is dated within a month.
    """
    placed = [
        (each.first_told, days)
        for each in events
        if each.first_told is not None and (days := within_a_month(each.dated.event.date))
    ]
    placed.sort()
    spans = [
        (paragraph, _around(days for _, days in group))
        for paragraph, group in groupby(placed, key=lambda pair: pair[0])
    ]
    for (before, (first, last)), (paragraph, (next_first, next_last)) in pairwise(spans):
        back, ahead = (first - next_last).days, (next_first - last).days
        if max(back, ahead) >= JUMP:
            yield Jump(before, paragraph, max(back, ahead), is_back=back > ahead)


def _around(spans: Iterable[Days]) -> Days:
    firsts, lasts = zip(*spans, strict=True)
    return min(firsts), max(lasts)
