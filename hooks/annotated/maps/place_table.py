"""Table of places beside the map: what the sheets show, and more, in words."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape

from annotated.core.placeholders import MENTION_COUNT
from annotated.linking.entity_links import EntityLinks
from annotated.model.entities import Event, Place
from annotated.model.entity_facts import how_placed, position
from annotated.model.vocabulary import KIND_WORDS

COLUMNS = ("Place", "Spellings", "Point", "Mentions", "Events")


@dataclass(frozen=True)
class PlaceTable:
    """The table of places; `timeline` is the URL of the timeline, relative to this page."""

    events: Sequence[Event]
    links: EntityLinks
    timeline: str

    def html(self, places: Iterable[Place]) -> str:
        """Return the table, with a row for every place, in order of name; or that there is none."""
        head = "".join(f'<th scope="col">{name}</th>' for name in COLUMNS)
        rows = "".join(map(self._row, places))
        if not rows:
            return "<p>No place is listed here yet.</p>"
        return (
            f'<table class="gazetteer" data-search-exclude><thead><tr>{head}</tr></thead>'
            f"<tbody>{rows}</tbody></table>"
        )

    def _row(self, place: Place) -> str:
        kind = escape(KIND_WORDS.get(place.kind, place.kind))
        forms = ", ".join(escape(form.text) for form in place.spellings)
        cells = (forms, _point(place), MENTION_COUNT.html(place.id), self._events(place))
        given = zip(COLUMNS[1:], cells, strict=True)
        data = "".join(f'<td data-column="{name}">{cell}</td>' for name, cell in given)
        return f'<tr><th scope="row">{self.links.link(place.id)} <i>{kind}</i></th>{data}</tr>'

    def _events(self, place: Place) -> str:
        count = sum(place.id in event.places for event in self.events)
        if not count:
            return "none"
        label = f"{count} on the timeline: {escape(place.name)}"
        return f'<a href="{self.timeline}#place={place.id}" aria-label="{label}">{count}</a>'


def _point(place: Place) -> str:
    if not place.point:
        return "none known"
    return f"{position(place.point, place.precision)} <i>{escape(how_placed(place))}</i>"
