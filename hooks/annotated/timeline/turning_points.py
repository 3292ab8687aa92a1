"""Names of the turning points above the strip: their words, and the line on which each stands."""

from collections.abc import Iterable, Mapping, Sequence

from annotated.content.timeline_lanes import Lanes
from annotated.evidence.dates_in_text import MONTHS
from annotated.model.edtf import Date
from annotated.model.entities import Event
from annotated.timeline.strip_layout import TO_THE_DAY, Mark

# The estimated width of a letter of a name.
LETTER = 6.1


def words(events: Iterable[Event], lanes: Lanes) -> dict[str, str]:
    """Return, by the id of a turning point, its words and when it was: “the city lost, Oct”.

    Marks of one month stand side by side in no order: the month says that none is known.
    """
    return {
        event.id: f"{named}, {_when(event.date)}"
        for event in events
        if event.date and (named := lanes.words_of(event))
    }


def _when(when: Date) -> str:
    """Return “Oct”, “8 Nov”, or the words of a date that is known to neither month nor day."""
    start = when.start
    if not start or start != when.end or not start.month_number or start.qualifier:
        return when.words
    day = f"{start.first.day} " if start.precision == TO_THE_DAY else ""
    return f"{day}{MONTHS[start.month_number - 1][:3]}"


def lines(marks: Sequence[Mark], named: Mapping[str, str]) -> list[int]:
    """Return the line of each name, from 0 for the lowest: no leader crosses a name.

    `marks` are in order of time; a name ends at the leader of its mark.
    """
    found: list[int] = []
    last = -1.0
    for mark in marks:
        left = mark.middle - LETTER * len(named[mark.event.id])
        lowest = found[-1] if found else 0
        found.append(lowest + 1 if found and left <= last else lowest)
        last = mark.middle
    return found
