"""All that the map shows, prepared once: its places and events, and the names on every sheet."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from annotated.content.guide import Guide
from annotated.content.map_sheets import PATH, Sheet
from annotated.core.build_cache import BuildCache, digest
from annotated.core.problems import Problem, did_you_mean
from annotated.geo import base_map
from annotated.geo.base_map import BaseMap
from annotated.geo.label_placement import conflicts
from annotated.geo.text_metrics import PATH as WIDTHS
from annotated.geo.text_metrics import Widths
from annotated.maps.base_layer import Base
from annotated.maps.label_layer import Names
from annotated.maps.month_filter import MonthFilter, dated
from annotated.model.entities import Event, Place, public_facts

WIDTH = 720
# Below this lie the base map and the widths of letters.
ASSETS = "docs/assets/"
# Where there is no room for every name, a city counts as much as a town with so many events.
CITY = 4


@dataclass(frozen=True)
class Assets:
    """The files that a map is drawn from, by path, and the base map that was read from them."""

    texts: Mapping[str, str]
    base_map: BaseMap

    @cached_property
    def cache_key(self) -> str:
        """Return a key that changes where any file does."""
        return digest(self.texts)

    @cached_property
    def widths(self) -> Widths:
        """Return the widths of letters."""
        return Widths.read(self.texts.get(WIDTHS, ""))

    def base_map_of(self, detail: str) -> BaseMap:
        """Return the base map, with the finer lines of a subfolder where they are given."""
        return base_map.read(self.texts, detail)[0] if detail else self.base_map


@dataclass(frozen=True)
class Bases:
    """What lies under the names on each sheet, by the id of the sheet."""

    by_sheet: Mapping[str, Base]
    cache_key: str


@dataclass(frozen=True)
class Atlas:
    """Made of the content and the texts of its files, by their path from the root.

    `build_cache` holds what earlier builds have made.
    """

    guide: Guide
    texts: Mapping[str, str]
    build_cache: BuildCache = field(default_factory=BuildCache)

    @cached_property
    def places(self) -> dict[str, Place]:
        """Return the places by id, in order of name."""
        return {place.id: place for place in self.guide.catalogue.of_type(Place)}

    @cached_property
    def events(self) -> list[Event]:
        """Return the events that have a place, in order of time."""
        return dated(self.guide.catalogue.of_type(Event))

    @cached_property
    def months(self) -> MonthFilter:
        """Return the choice of a month."""
        return MonthFilter(self.events)

    @cached_property
    def sheets(self) -> dict[str, Sheet]:
        """Return the sheets that are drawn by id: those with a title."""
        return {id_: one for id_, one in self.guide.sheets.items() if one.title}

    @cached_property
    def cache_key(self) -> str:
        """Return a key that changes where anything might be drawn or described otherwise."""
        entities = self.guide.catalogue.entities.values()
        return digest([*map(public_facts, entities)], self.guide.sheets, self._assets.cache_key)

    @cached_property
    def _assets(self) -> "Assets":
        texts = {path: text for path, text in self.texts.items() if path.startswith(ASSETS)}
        return Assets(texts, self.guide.base_map)

    @cached_property
    def _drawn(self) -> dict[str, Place]:
        """Return the places as a sheet shows them."""
        return {
            id_: replace(public_facts(one), summary="", arabic="", also=(), not_to_confuse=())
            for id_, one in self.places.items()
        }

    @cached_property
    def _bases(self) -> "Bases":
        """Return what lies under the names on each sheet, whatever they are."""
        bare = {id_: replace(one, name="") for id_, one in self._drawn.items()}
        return self.build_cache.run(_draw_bases, bare, self.sheets, self._assets)

    @cached_property
    def names(self) -> dict[str, Names]:
        """Return the names on each sheet; they are placed anew only where a sheet would change."""
        return self.build_cache.run(
            _place_names, self._drawn, self.sheets, self._weights, self._bases, self._assets
        )

    def base_map(self, detail: str = "") -> BaseMap:
        """Return the base map, with the finer lines of a subfolder where they are given."""
        return self._assets.base_map_of(detail)

    def problems(self) -> Iterator[Problem]:
        """Yield a problem for each unknown place of a sheet, or else for names that touch."""
        unknown = [problem for one in self.guide.sheets.values() for problem in self._unknown(one)]
        yield from unknown
        if not unknown:
            for names in self.names.values():
                yield from _touching(names)

    @cached_property
    def _weights(self) -> dict[str, int]:
        return {
            id_: sum(id_ in one.places for one in self.events) + CITY * (place.kind == "city")
            for id_, place in self.places.items()
        }

    def _unknown(self, sheet: Sheet) -> Iterator[Problem]:
        for id_ in (*(one.text for one in sheet.named), *sheet.leaves_out):
            if id_ not in self.places:
                nearest = did_you_mean(id_, self.places)
                message = f"the sheet '{sheet.id}' names '{id_}', which is no place.{nearest}"
                yield Problem(PATH, sheet.line, message, "entity-unknown")


def _draw_bases(places: Mapping[str, Place], sheets: Mapping[str, Sheet], assets: Assets) -> Bases:
    bases = {
        id_: Base(sheet.frame(WIDTH), assets.base_map_of(sheet.detail), places, sheet.kilometres)
        for id_, sheet in sheets.items()
    }
    return Bases(bases, digest(places, sheets, assets.cache_key))


def _place_names(
    places: Mapping[str, Place],
    sheets: Mapping[str, Sheet],
    weights: Mapping[str, int],
    bases: Bases,
    assets: Assets,
) -> dict[str, Names]:
    return {
        id_: Names(sheet, bases.by_sheet[id_], places, assets.widths, weights)
        for id_, sheet in sheets.items()
    }


def _touching(names: Names) -> Iterator[Problem]:
    sheet = names.sheet
    for one, other in conflicts(*names.wide):
        what = f"touches that of '{other}'" if other else "has no room"
        message = (
            f"on the sheet '{sheet.id}' the name of '{one}' {what}. Shorten it under 'named', or "
            "put the id under 'leaves_out'."
        )
        yield Problem(PATH, sheet.line, message, "map-label-overlap", for_editor=True)
