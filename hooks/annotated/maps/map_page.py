"""Generated parts of the map page, put where placeholders in its text ask for them."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from html import escape
from typing import TypeAlias

from annotated.content.map_sheets import Sheet
from annotated.core.input_keys import digest
from annotated.core.placeholders import MAP
from annotated.core.urls import Urls
from annotated.linking.entity_links import EntityLinks
from annotated.maps import legend
from annotated.maps.atlas import Atlas
from annotated.maps.place_table import PlaceTable
from annotated.maps.place_voices import PlaceVoices, nobody
from annotated.maps.river_diagram import RiverDiagrams
from annotated.maps.sheet_svg import SheetDrawing
from annotated.model.entities import Entity, Event, Place
from annotated.model.short_dates import short

# The parts that a page may ask for by name: the sheets with the choice of a month, and what they
# show in words.
PARTS = ("atlas", "rivers", "table")
# What shows more than the map does, the spellings or the statements, and is quick to generate.
UNKEPT = ("rivers", "table")
# A month in place of such a name is one sheet as it is in that month, with the events.
MONTH = re.compile(r"\d{4}-\d\d")
# Lines that a picture of one month does without.
FINE = re.compile(r'<path class="(?:governorates|brooks)"[^>]*/>')
Draw: TypeAlias = Callable[[], str]


@dataclass(frozen=True)
class MapPage:
    """The generated parts of the page; `urls` are those that it uses.

    `speakers_at` returns the speakers of the statements that name a place.
    """

    atlas: Atlas
    urls: Urls
    speakers_at: Callable[[str], Sequence[str]] = nobody

    @cached_property
    def cache_key(self) -> str:
        """Return a key that changes where any part that is kept does."""
        return digest(self.atlas.cache_key, self.urls.cache_key)

    def fill(self, html: str) -> str:
        """Return `html` with every placeholder of the map replaced by its part."""
        return MAP.pattern.sub(lambda match: self._cached(match[1], match[2] or ""), html)

    def _cached(self, name: str, sheet: str) -> str:
        if name in UNKEPT:
            return self.part(name, sheet)
        return self.atlas.build_cache.run(_part, self, name, sheet)

    def part(self, name: str, sheet: str) -> str:
        """Return a part of the page by its name; `sheet` is the id of the sheet, if it is one."""
        atlas, links = self.atlas, self._links
        if MONTH.fullmatch(name):
            return self._in_month(name, atlas.sheets[sheet])
        parts: dict[str, Draw] = {
            "atlas": self._atlas,
            "rivers": self._rivers,
            "table": lambda: PlaceTable(
                atlas.events, links, self.urls.page("timeline/index.md")
            ).html(atlas.places.values()),
        }
        return parts[name]()

    @cached_property
    def _links(self) -> EntityLinks:
        entities: dict[str, Entity] = dict(self.atlas.guide.catalogue.entities)
        return EntityLinks(entities, self.urls.entity)

    def _atlas(self) -> str:
        """Return all sheets with the choice of a month: its rules reach what is beside them."""
        months, happenings = self.atlas.months, self.atlas.guide.happenings
        sheets = [*map(self._figure, self.atlas.sheets.values())]
        moves = any(event.toward for event in self.atlas.events)
        key, events = legend.html(happenings, moves=moves), months.event_lists(self._links)
        return (
            f'<section class="atlas" aria-label="The map by month">{months.axis()}'
            '<p class="asked spoken" role="status"></p>'
            f'{"".join(sheets[:1])}<div class="beside-sheet">{key}{events}</div>'
            f"{''.join(sheets[1:])}{self._beyond()}</section>"
        )

    def _rivers(self) -> str:
        atlas = self.atlas
        voices = PlaceVoices(self.speakers_at, atlas.guide.speaker_labels)
        diagrams = RiverDiagrams(atlas.base_map(), atlas.events, self._links, voices)
        return diagrams.html(atlas.places)

    def _in_month(self, month: str, sheet: Sheet) -> str:
        figure = FINE.sub("", self._figure(sheet, month))
        return f'<div class="still">{figure}{self.atlas.months.events_in(month, self._links)}</div>'

    def _figure(self, sheet: Sheet, only: str = "") -> str:
        """Return a sheet, for all months to choose from or for one only."""
        months = self.atlas.months
        drawing = SheetDrawing(
            self.atlas.label_layers[sheet.id],
            self._links,
            (lambda id_: months.of_place_in(id_, only)) if only else months.of_place,
            self.atlas.month_marks,
            "none" if only else "describes",
            only,
        )
        credit = f" <small>{escape(sheet.credit)}</small>" if sheet.credit else ""
        return (
            f'<figure class="sheet" id="sheet-{sheet.id}" data-search-exclude>'
            f"{drawing.svg()}{self._turns(sheet)}"
            f"<figcaption>{escape(sheet.title)}{credit}</figcaption></figure>"
        )

    def _turns(self, sheet: Sheet) -> str:
        """Return the turning points on a sheet that enlarges a part of another, in order of time.

        They stand where that sheet has the most room: in its upper right corner.
        """
        atlas, lanes = self.atlas, self.atlas.guide.lanes
        if not any(sheet.lies_within(other) for other in atlas.sheets.values()):
            return ""
        here = {place.id for place in atlas.label_layers[sheet.id].marked}
        events = [
            event for event in atlas.events if lanes.words_of(event) and here & {*event.places}
        ]
        items = "".join(
            f'<li><span class="when">{escape(_when(event))}</span> '
            f"{self._links.open(event.id, card='opens')}{escape(lanes.words_of(event))}</a></li>"
            for event in sorted(events, key=_latest)
        )
        return f'<div class="turns"><p>Turning points</p><ol>{items}</ol></div>' if items else ""

    def _beyond(self) -> str:
        """Return the places that are on no sheet, in words."""
        sheets = self.atlas.sheets.values()
        shown = {
            place.id
            for labels in self.atlas.label_layers.values()
            for place in (*labels.marked, *labels.unmarked)
        }
        others = [place for place in self.atlas.places.values() if place.id not in shown]
        outside = [place for place in others if not any(sheet.holds(place) for sheet in sheets)]
        small = [place for place in others if place.kind == "neighbourhood"]
        areas = [place for place in others if place not in outside and place not in small]
        lists = (
            ("Beyond the sheets", outside),
            ("Within them, but without limits that could be drawn", areas),
            ("Parts of a town, which has one mark", small),
        )
        sentences = "".join(
            f"<p>{words}: {self._joined(places)}.</p>" for words, places in lists if places
        )
        return f'<div class="beyond" data-search-exclude>{sentences}</div>'

    def _joined(self, places: list[Place]) -> str:
        months = self.atlas.months
        return ", ".join(self._links.link(place.id, months.of_place(place.id)) for place in places)


def _latest(event: Event) -> tuple[date, date]:
    """Return a key that orders events by the latest day by which they had happened."""
    when = event.by or event.date
    return when.sort_key[::-1] if when else (date.max, date.max)


def _when(event: Event) -> str:
    year = str(event.date.sort_key[1].year) if event.date else ""
    words = short(event)
    return words if year in words else f"{words} {year}"


def _part(page: MapPage, name: str, sheet: str) -> str:
    return page.part(name, sheet)
