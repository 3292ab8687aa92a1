"""Dates in the text of a paragraph, and events dated by a note that are outside of these dates."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from annotated.content.guide import Guide
from annotated.content.statements import Statement
from annotated.core.problems import Problem
from annotated.model.anchors import anchor_label
from annotated.model.edtf import Date, parse
from annotated.model.entities import Event

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
# The lookahead for a digit or the initial of a month makes the search fast.
PRINTED = re.compile(
    rf"(?=[0-9{''.join(sorted({month[0] for month in MONTHS}))}])"
    rf"(?:(?:(?<![0-9])([0-9]{{1,2}}) )?\b({'|'.join(MONTHS)})\b ?)?\b((?:19|20)[0-9][0-9]\b)?"
)


def printed(text: str) -> list[Date]:
    """Return the dates that a text prints, such as “5 September 2017”, “October”, “2014”.

    A month without a year is taken to be of the last year printed before it.
    """
    found, last_year = [], ""
    for day, month, year in PRINTED.findall(text):
        last_year = year or last_year
        if (month or year) and last_year:
            found.append(_date(last_year, month, day))
    return [date for date in found if date]


def _date(year: str, month: str, day: str) -> Date | None:
    """Return a printed date, or None where no calendar has it: it is kept as it is printed."""
    number = f"-{MONTHS.index(month) + 1:02}" if month else ""
    try:
        return parse(f"{year}{number}{f'-{int(day):02}' if day else ''}")
    except ValueError:
        return None


def impossible(statements: Iterable[Statement]) -> Iterator[Problem]:
    """Yield a problem for each printed date that no calendar has: a slip, or the article’s own."""
    for statement in statements:
        for day, month, year in PRINTED.findall(statement.text):
            # Without a year the day may be that of a leap year.
            if day and not _date(year or "2000", month, day):
                words = f"{day} {month} {year}".strip()
                message = f"'{words}' is in no calendar. Correct it, or say in a "
                message += "remark that it is printed so."
                at = (statement.chapter, statement.line, message)
                yield Problem(*at, "date-impossible", for_editor=True)


def outside(guide: Guide) -> Iterator[tuple[str, str]]:
    """Yield (id of an event, sentence) where a note dates an event outside its paragraph's dates.

    A paragraph that prints no date takes those of the nearest one above it in its chapter. Only
    events that a note dates are compared: the text itself dates the others.
    """
    words: dict[str, list[str]] = defaultdict(list)
    statements = guide.statements
    for statement in statements:
        words[statement.anchor].append(statement.text)
    dates = {anchor: printed(" ".join(texts)) for anchor, texts in words.items()}
    above: dict[str, list[Date]] = {}
    seen: set[str] = set()
    for statement in statements:
        above[statement.chapter] = dates[statement.anchor] or above.get(statement.chapter, [])
        for event in _dated_by_a_note(guide, statement):
            if event.id not in seen:
                seen.add(event.id)
                yield from _compared(
                    event, anchor_label(statement.anchor, after_note=","), above[statement.chapter]
                )


def _dated_by_a_note(guide: Guide, statement: Statement) -> Iterator[Event]:
    for id_ in statement.linked:
        event = guide.catalogue.entities.get(id_)
        if isinstance(event, Event) and event.dated_by == "note":
            yield event


def _compared(event: Event, label: str, dates: list[Date]) -> Iterator[tuple[str, str]]:
    if not (event.date and dates):
        return
    first, last = min(date.sort_key[0] for date in dates), max(date.sort_key[1] for date in dates)
    begin, end = event.date.sort_key
    if end < first or last < begin:
        words = ", ".join(dict.fromkeys(date.words for date in dates))
        yield event.id, f"{label} tells it beside {words}; by its note it is of {event.date.words}."
