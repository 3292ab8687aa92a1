"""Month filter of the map: radio buttons, the events of each month, and the rules of CSS.

The rules need no script: `:has()` tests which button is checked. It tests the fieldset and not
the page, since a browser tests it again whenever anything within changes.
"""

import calendar
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from html import escape
from itertools import groupby

from annotated.linking.entity_links import Card, EntityLinks
from annotated.model import month_sets
from annotated.model.entities import Event
from annotated.model.month_sets import Months
from annotated.model.participation import time_key
from annotated.model.vocabulary import CERTAINTY

# The rules of a month: how many events it has, and may have. While it is checked, what has no event
# in it fades or disappears, and what has one is marked, or half marked.
RULES = """\
.months label:has(#m-{0}){{--n:{1};--p:{2}}}
.months:has(#m-{0}:checked) {{
&~:is(.sheet,.beyond) .place:not([data-m~="{0}"],[data-s~="{0}"]){{opacity:.6}}
&~.month-events li:not([data-m~="{0}"],[data-s~="{0}"]){{display:none}}
&~* [data-m~="{0}"]{{--hit:var(--event)}}
&~* [data-s~="{0}"]:not([data-m~="{0}"]){{--maybe:var(--event);--inside:var(--land)}}
}}
"""


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
        within = [event for event in self.events if self.of_event[event.id].certain == (month,)]
        items = "".join(self._item(event, links, "none") for event in within)
        others = sum(self._counts(month)) - len(within)
        more = f"<li>and {others} that went on in it, or may fall in it</li>" if others else ""
        return f'<ol class="month-events" data-search-exclude>{items}{more}</ol>'

    def css(self) -> str:
        """Return the rules of all months."""
        return "".join(RULES.format(month, *self._counts(month)) for month in self.selectable)

    def buttons(self) -> str:
        """Return the radio buttons, grouped by year, each with its number of events."""
        years = "".join(
            f'<div class="year"><span>{year}</span>{"".join(map(self._button, group))}</div>'
            for year, group in groupby(self.selectable, key=lambda month: month[:4])
        )
        every = '<label><input type="radio" name="month" id="m-all" value="" checked>All</label>'
        return (
            '<fieldset class="months" data-search-exclude>'
            "<legend>Events in one month; those in the open part of a bar may fall in it</legend>"
            f'<div class="year">{every}</div>{years}</fieldset>'
        )

    def event_list(self, links: EntityLinks) -> str:
        """Return the list of events, of which those of the selected month are shown.

        Those that are dated to a month come before those that only may fall in one.
        """
        in_order = sorted(self.events, key=lambda event: not self.of_event[event.id].certain)
        items = "".join(self._item(event, links) for event in in_order)
        return f'<ol class="month-events" data-search-exclude>{items}</ol>'

    def _button(self, month: str) -> str:
        name = calendar.month_name[int(month[5:])]
        certain, possible = self._counts(month)
        count = f"{certain} event{'s' * (certain != 1)}, {possible} more perhaps"
        return (
            f'<label><input type="radio" name="month" id="m-{month}" value="{month}" '
            f'aria-label="{name} {month[:4]}: {count}">{name[:3]}</label>'
        )

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
        return (
            f'<li{attributes} data-event="{event.id}">'
            f'<span class="when">{when}</span> {links.link(event.id, card="none")}'
            f' <span class="told">{places}{certainty_words(event, links)}</span></li>'
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
