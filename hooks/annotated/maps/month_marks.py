"""Marks of what happened at a place in a month: its kind, on whose word, and how many events."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from annotated.content.map_happenings import OTHERS, Happening
from annotated.geo import certainty_marks
from annotated.model.entities import Event
from annotated.model.month_sets import Months

# Half the size of a mark, and the outline of each from its point.
HALF = 5.5
OUTLINES = {
    "star": "m0-6.6l1.7 4.2 4.6.3-3.5 2.9 1.1 4.4-3.9-2.4-3.9 2.4 1.1-4.4-3.5-2.9 4.6-.3z",
    "arrow-down": "m-5.4-4.4h10.8l-5.4 9.6z",
    "arrow-up": "m-5.4 4.4h10.8l-5.4-9.6z",
    "flag": "m-3.4 6.2v-12.2l9 4-9 4",
    "page": "m-4-5.2h5.6l2.4 2.4v8h-8z",
    "dot": "m-4.6 0a4.6 4.6 0 109.2 0a4.6 4.6 0 10-9.2 0z",
}
# The surer of two is drawn.
BY_SURENESS = ("stated", "reported", "claimed", "inferred")


@dataclass(frozen=True)
class MonthMark:
    """What stands for the events at a place in a month; `sure` where one is known to be in it."""

    happening: Happening
    certainty: str
    sure: bool

    def svg(self, x: str, y: str, months: Iterable[str]) -> str:
        """Return the mark at a point, shown in these months."""
        class_ = "happened" if self.sure else "happened perhaps"
        outline = OUTLINES[self.happening.mark]
        drawn = certainty_marks.drawn(outline, self.certainty, x, y, HALF)
        return f'<g class="{class_}" data-in="{" ".join(months)}">{drawn}</g>'


@dataclass(frozen=True)
class MonthMarks:
    """The marks of all places; `of_event` are the months of each event by its id."""

    events: Sequence[Event]
    of_event: Mapping[str, Months]
    happenings: tuple[Happening, ...]

    def marks(self, place: str, only: str = "") -> dict[MonthMark, list[str]]:
        """Return the months of each mark of a place; of one month alone, where it is given."""
        found: dict[MonthMark, list[str]] = {}
        for month, events in self._by_month(place).items():
            if month == only or not only:
                found.setdefault(self._mark(month, events), []).append(month)
        return found

    def counts(self, place: str, only: str = "") -> dict[int, list[str]]:
        """Return the months by how many events they have at a place, where there are several."""
        found: dict[int, list[str]] = {}
        for month, events in self._by_month(place).items():
            if len(events) > 1 and (month == only or not only):
                found.setdefault(len(events), []).append(month)
        return found

    @cached_property
    def most(self) -> dict[str, int]:
        """Return the largest of these numbers by place."""
        places = {id_ for event in self.events for id_ in event.places}
        counts = {id_: self.counts(id_) for id_ in sorted(places)}
        return {id_: max(found) for id_, found in counts.items() if found}

    def happening(self, event: Event) -> Happening:
        """Return what kind of happening an event is."""
        listed = (happening for happening in self.happenings if event.kind in happening.kinds)
        return next(listed, OTHERS)

    def _by_month(self, place: str) -> dict[str, list[Event]]:
        """Return the events that fall, or may fall, in each month."""
        found: dict[str, list[Event]] = {}
        for event in self.events:
            months = self.of_event[event.id]
            if place in event.places:
                for month in (*months.certain, *months.possible):
                    found.setdefault(month, []).append(event)
        return dict(sorted(found.items()))

    def _mark(self, month: str, events: Sequence[Event]) -> MonthMark:
        """Return the mark of the weightiest kind, of those events that certainly fall in it."""
        sure = [event for event in events if month in self.of_event[event.id].certain]
        order = [*self.happenings, OTHERS]
        happening = min(map(self.happening, sure or events), key=order.index)
        alike = [event for event in sure or events if self.happening(event) == happening]
        certainty = min((event.certainty for event in alike), key=BY_SURENESS.index)
        return MonthMark(happening, certainty, bool(sure))
