"""Names of the turning points above the strip: their words, and the line on which each stands."""

from collections.abc import Iterable, Mapping, Sequence

from annotated.content.timeline_lanes import Lanes
from annotated.model.entities import Event
from annotated.model.short_dates import short
from annotated.timeline.strip_layout import Mark

# The estimated width of a letter of a name.
LETTER = 6.1


def words(events: Iterable[Event], lanes: Lanes) -> dict[str, str]:
    """Return, by the id of a turning point, its words and when it was.

    Of what is of one month, as of “Nov”, no order is known.
    """
    return {
        event.id: f"{named}, {short(event)}"
        for event in events
        if event.date and (named := lanes.words_of(event))
    }


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
