"""Month filter of the map: the events of each month, and the rules of CSS that select them.

The rules need no script: `:has()` tests which button is checked. It tests the fieldset and not
the page, since a browser tests it again whenever anything within changes.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from html import escape

from annotated.linking.entity_links import Card, EntityLinks
from annotated.maps.month_axis import MonthAxis
from annotated.model import month_sets, movement
from annotated.model.entities import Event
from annotated.model.month_sets import Months
from annotated.model.participation import time_key
from annotated.model.vocabulary import CERTAINTY

# The rules of a month: how many events it has, and may have. While it is checked, what has no event
# in it fades or disappears, and what has one is marked by what it is.
RULES = """\
.months label:has(#m-{0}){{--n:{1};--p:{2}}}
.months:has(#m-{0}:checked) {{
&~:is(.sheet,.beyond) .place:not([data-m~="{0}"],[data-s~="{0}"]){{opacity:.6}}
&~* .month-events li:not([data-m~="{0}"],[data-s~="{0}"]){{display:none}}
&~* [data-m~="{0}"]{{--hit:var(--event)}}
&~* [data-s~="{0}"]:not([data-m~="{0}"]){{--maybe:var(--event)}}
&~* [data-in~="{0}"]{{display:inline}}
&~* :is([data-m~="{0}"],[data-s~="{0}"])>.mark{{display:none}}
}}
"""

SPANS = "What went on in it, or may fall in it"


@dataclass(frozen=True)
class MonthFilter:
    """The filter for events with a place, which are in order of time."""

    events: Sequence[Event]

    @cached_property
    def selectable(self) -> list[str]:
        """Return the months that can be selected, such as “2017-09”."""
        return month_sets.selectable_months(self.events)

    @cached_property
    def of_event(self) -> dict[str, Months]:
        """Return the months of each event by its id."""
        return {
            event.id: month_sets.months_of(event.date, self.selectable) for event in self.events
        }

    def of_place(self, id_: str) -> str:
        """Return the attributes that say in which months a place has events."""
        here = [self.of_event[event.id] for event in self.events if id_ in event.places]
        certain = {month for months in here for month in months.certain}
        possible = {month for months in here for month in months.possible}
        return _attributes(certain, possible - certain)

    def of_place_in(self, id_: str, month: str) -> str:
        """Return the attribute that says whether a place has an event in a month, or may have."""
        here = [self.of_event[event.id] for event in self.events if id_ in event.places]
        if any(month in months.certain for months in here):
            return ' data-in-month="certain"'
        return ' data-in-month="possible"' if any(month in m.possible for m in here) else ""

    def events_in(self, month: str, links: EntityLinks) -> str:
        """Return the list of the events that fall in one month alone; all others are counted."""
        within = [
            event
            for event in self.events
            if month_sets.is_within_a_month(event.date)
            and month in (*self.of_event[event.id].certain, *self.of_event[event.id].possible)
        ]
        items = "".join(self._item(event, links, "none") for event in within)
        others = sum(self._counts(month)) - len(within)
        more = f"<li>and {others} that went on in it, or may fall in it</li>" if others else ""
        return f'<ol class="month-events" data-search-exclude>{items}{more}</ol>'

    def css(self) -> str:
        """Return the rules of all months."""
        return "".join(RULES.format(month, *self._counts(month)) for month in self.selectable)

    def axis(self) -> str:
        """Return the control by which a month is chosen."""
        return MonthAxis({month: self._counts(month) for month in self.selectable}).html()

    def event_lists(self, links: EntityLinks) -> str:
        """Return the events, of which those of the chosen month are shown.

        Those that fall in one month alone come first; those that went on longer, or are dated less
        exactly, are folded.
        """
        own = [event for event in self.events if month_sets.is_within_a_month(event.date)]
        spans = [event for event in self.events if event not in own]
        return (
            f'<div class="of-month" data-search-exclude>{self._list(own, links)}'
            f'<details class="more"><summary>{SPANS}</summary>'
            f"{self._list(spans, links)}</details></div>"
        )

    def _list(self, events: Sequence[Event], links: EntityLinks) -> str:
        # Those that are dated to a month come before those that only may fall in one.
        in_order = sorted(events, key=lambda event: not self.of_event[event.id].certain)
        items = "".join(self._item(event, links) for event in in_order)
        return f'<ol class="month-events">{items}</ol>'

    def _counts(self, month: str) -> tuple[int, int]:
        """Return how many events fall into a month, and how many more may."""
        all_months = self.of_event.values()
        certain = sum(month in months.certain for months in all_months)
        return certain, sum(month in months.possible for months in all_months)

    def _item(self, event: Event, links: EntityLinks, card: Card = "describes") -> str:
        months = self.of_event[event.id]
        attributes = _attributes(set(months.certain), set(months.possible))
        places = ", ".join(
            links.link(id_, card=card) for id_ in event.places if id_ in links.entities
        )
        when = escape(month_sets.date_words(event))
        moves = escape(movement.words(event, links.entities))
        told = f"{places}{certainty_words(event, links)}{f'. {moves}.' if moves else ''}"
        return (
            f'<li{attributes} data-event="{event.id}">'
            f'<span class="when">{when}</span> {links.link(event.id, card="none")}'
            f' <span class="told">{told}</span></li>'
        )


def certainty_words(event: Event, links: EntityLinks) -> str:
    """Return how certain an event is, unless it is stated, and the actors named in a claim."""
    if event.certainty == "stated":
        return ""
    actors = ", ".join(
        escape(links.entities[id_].name) for id_ in event.actors if id_ in links.entities
    )
    named = f" Actors named: {actors}." if event.certainty == "claimed" and actors else ""
    return f". {CERTAINTY[event.certainty]}{named}"


def events_with_place(events: Sequence[Event]) -> list[Event]:
    """Return the events that have a place, in order of time."""
    return sorted((event for event in events if event.places), key=time_key)


def _attributes(certain: set[str], possible: set[str]) -> str:
    pairs = (("data-m", sorted(certain)), ("data-s", sorted(possible)))
    return "".join(f' {name}="{" ".join(months)}"' for name, months in pairs if months)
