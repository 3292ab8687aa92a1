"""Short words of a date, as a drawing has room for: “8 Nov”, “by 8 Nov”, “Nov”."""

import calendar

from annotated.model.edtf import Date
from annotated.model.entities import Event


def short(event: Event) -> str:
    """Return when an event was, in the year that a drawing shows otherwise; nothing if undated.

    “8 Nov” is of that day, “by 8 Nov” not later. What is known to neither month nor day has the
    words of its date.
    """
    if event.by:
        return f"by {_day(event.by, allowed='~')}"
    return _day(event.date) if event.date else ""


def _day(when: Date, allowed: str = "") -> str:
    start = when.start
    if not start or start != when.end or not start.month_number:
        return when.words
    if start.qualifier not in ("", allowed):
        return when.words
    day = f"{start.first.day} " if start.first == start.last else ""
    about = "about " if start.qualifier else ""
    return f"{about}{day}{calendar.month_name[start.month_number][:3]}"
