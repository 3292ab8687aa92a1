"""What the page of the map shows below and between its words, put where the page asks for it."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from html import escape
from typing import TypeAlias

from annotated.content.map_sheets import Sheet
from annotated.core.build_cache import digest
from annotated.core.placeholders import MAP
from annotated.core.urls import Urls
from annotated.linking.entity_links import EntityLinks
from annotated.maps.atlas import Atlas
from annotated.maps.place_table import PlaceTable
from annotated.maps.river_diagram import Strip
from annotated.maps.sheet_svg import Drawing, key
from annotated.model.entities import Entity, Place

Draw: TypeAlias = Callable[[], str]


@dataclass(frozen=True)
class MapPage:
    """Draws; `urls` are those that the page uses."""

    atlas: Atlas
    urls: Urls

    @cached_property
    def cache_key(self) -> str:
        """Return a key that changes where any part but the table does."""
        return digest(self.atlas.cache_key, self.urls.cache_key)

    def fill(self, html: str) -> str:
        """Return `html` with every sheet, choice, strip and table in its place."""
        return MAP.pattern.sub(lambda match: self._kept(match[1], match[2] or ""), html)

    def _kept(self, name: str, sheet: str) -> str:
        if name == "table":  # It alone shows the spellings, and is quickly made.
            return self.part(name, sheet)
        return self.atlas.build_cache.run(_part, self, name, sheet)

    def part(self, name: str, sheet: str) -> str:
        """Return a part of the page by its name; `sheet` is the id of the sheet, if it is one."""
        atlas, links = self.atlas, self._links
        parts: dict[str, Draw] = {
            "sheet": lambda: self._figure(atlas.sheets[sheet]),
            "key": key,
            "months": atlas.months.buttons,
            "events": lambda: atlas.months.listed(links),
            "beyond": self._beyond,
            "rivers": lambda: Strip(atlas.base_map(), atlas.events, links).html(atlas.places),
            "table": lambda: PlaceTable(
                atlas.events, links, self.urls.page("timeline/index.md")
            ).html(atlas.places.values()),
        }
        return parts[name]()

    @cached_property
    def _links(self) -> EntityLinks:
        entities: dict[str, Entity] = dict(self.atlas.guide.catalogue.entities)
        return EntityLinks(entities, self.urls.entity)

    def _figure(self, sheet: Sheet) -> str:
        drawing = Drawing(self.atlas.names[sheet.id], self._links, self.atlas.months.of_place)
        others = [
            one for one in self.atlas.sheets.values() if one != sheet and _lies_in(one, sheet)
        ]
        credit = f" <small>{escape(sheet.credit)}</small>" if sheet.credit else ""
        return (
            f'<figure class="sheet" id="sheet-{sheet.id}" data-search-exclude>'
            f"{drawing.svg(others)}<figcaption>{escape(sheet.title)}{credit}</figcaption></figure>"
        )

    def _beyond(self) -> str:
        """Return the places that stand on no sheet, in words."""
        sheets = self.atlas.sheets.values()
        shown = {
            one.id for names in self.atlas.names.values() for one in (*names.marked, *names.named)
        }
        left = [one for one in self.atlas.places.values() if one.id not in shown]
        outside = [one for one in left if not any(sheet.holds(one) for sheet in sheets)]
        small = [one for one in left if one.kind == "neighbourhood"]
        areas = [one for one in left if one not in outside and one not in small]
        said = (
            ("Beyond the sheets", outside),
            ("Within them, but without limits that could be drawn", areas),
            ("Parts of a town, which has one mark", small),
        )
        told = "".join(f"<p>{words}: {self._series(part)}.</p>" for words, part in said if part)
        return f'<div class="beyond" data-search-exclude>{told}</div>'

    def _series(self, places: list[Place]) -> str:
        months = self.atlas.months
        return ", ".join(self._links.link(one.id, months.of_place(one.id)) for one in places)


def _lies_in(inner: Sheet, outer: Sheet) -> bool:
    box = outer.box
    return box.holds(inner.box.west, inner.box.south) and box.holds(inner.box.east, inner.box.north)


def _part(page: MapPage, name: str, sheet: str) -> str:
    return page.part(name, sheet)
