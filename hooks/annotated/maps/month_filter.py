"""The choice of a month on the map: radio buttons, the events of each month, and their rules.

The rules need no script: `:has()` asks which button is chosen. It asks the choice alone and not
the page, for a browser asks again whenever anything within has changed.
"""

import calendar
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from html import escape
from itertools import groupby

from annotated.linking.entity_links import EntityLinks
from annotated.model import month_sets
from annotated.model.entities import Event
from annotated.model.month_sets import Months
from annotated.model.participation import time_key
from annotated.model.vocabulary import CERTAINTY

# Of a month: how many events it has, and may have; when it is chosen, what has no event in it
# fades or goes, and what has one is marked, or half marked.
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
    """The events with a place, in order of time, and the months that they offer."""

    events: Sequence[Event]

    @cached_property
    def offered(self) -> list[str]:
        """Return the months that can be chosen."""
        return month_sets.selectable_months(self.events)

    @cached_property
    def of_event(self) -> dict[str, Months]:
        """Return the months of each event by its id."""
        return {one.id: month_sets.months_of(one.date, self.offered) for one in self.events}

    def of_place(self, id_: str) -> str:
        """Return the attributes that say in which months a place has events."""
        here = [self.of_event[one.id] for one in self.events if id_ in one.places]
        certain = {month for one in here for month in one.certain}
        return _attributes(certain, {month for one in here for month in one.possible} - certain)

    def css(self) -> str:
        """Return the rules, some for each month."""
        return "".join(RULES.format(month, *self._counts(month)) for month in self.offered)

    def buttons(self) -> str:
        """Return the radio buttons, grouped by year, each with its number of events."""
        years = "".join(
            f'<div class="year"><span>{year}</span>{"".join(map(self._button, group))}</div>'
            for year, group in groupby(self.offered, key=lambda month: month[:4])
        )
        every = '<label><input type="radio" name="month" id="m-all" value="" checked>All</label>'
        return (
            '<fieldset class="months" data-search-exclude>'
            "<legend>Events in one month; those in the open part of a bar may fall in it</legend>"
            f'<div class="year">{every}</div>{years}</fieldset>'
        )

    def listed(self, links: EntityLinks) -> str:
        """Return the list of events, of which those of the month chosen are shown.

        Those that are dated to a month come before those that only may fall in one.
        """
        first = sorted(self.events, key=lambda one: not self.of_event[one.id].certain)
        items = "".join(self._item(one, links) for one in first)
        return f'<ol class="month-events" data-search-exclude>{items}</ol>'

    def _months(self, event: Event) -> tuple[tuple[str, ...], tuple[str, ...]]:
        return self.of_event[event.id].certain, self.of_event[event.id].possible

    def _button(self, month: str) -> str:
        name = calendar.month_name[int(month[5:])]
        sure, maybe = self._counts(month)
        spoken = f"{name} {month[:4]}: {sure} event{'s' * (sure != 1)}, {maybe} more perhaps"
        return (
            f'<label><input type="radio" name="month" id="m-{month}" value="{month}" '
            f'aria-label="{spoken}">{name[:3]}</label>'
        )

    def _counts(self, month: str) -> tuple[int, int]:
        """Return how many events fall into a month, and how many more may."""
        each = [self._months(one) for one in self.events]
        certain, possible = (sum(month in one[which] for one in each) for which in (0, 1))
        return certain, possible

    def _item(self, event: Event, links: EntityLinks) -> str:
        certain, possible = map(set, self._months(event))
        places = ", ".join(links.link(id_) for id_ in event.places if id_ in links.entities)
        when = escape(month_sets.date_words(event))
        return (
            f'<li{_attributes(certain, possible)} data-event="{event.id}">'
            f'<span class="when">{when}</span> {links.link(event.id, card="none")}'
            f' <span class="told">{places}{said(event, links)}</span></li>'
        )


def said(event: Event, links: EntityLinks) -> str:
    """Return how an event is told, where it is not simply stated; of a claim also the actors."""
    if event.certainty == "stated":
        return ""
    actors = ", ".join(escape(links.entities[id_].name) for id_ in event.actors)
    named = f" Actors named: {actors}." if event.certainty == "claimed" and actors else ""
    return f". {CERTAINTY[event.certainty]}{named}"


def dated(events: Sequence[Event]) -> list[Event]:
    """Return the events that have a place, in order of time."""
    return sorted((one for one in events if one.places), key=time_key)


def _attributes(certain: set[str], possible: set[str]) -> str:
    given = (("data-m", sorted(certain)), ("data-s", sorted(possible)))
    return "".join(f' {name}="{" ".join(values)}"' for name, values in given if values)
