"""Atlas: all that the map shows, prepared once, with the labels on every sheet."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TypeAlias

from annotated.content.guide import Guide
from annotated.content.map_landmarks import Landmark
from annotated.content.map_sheets import PATH, Sheet
from annotated.core.build_cache import BuildCache
from annotated.core.input_keys import digest
from annotated.core.problems import Problem, did_you_mean
from annotated.geo import base_map
from annotated.geo.base_map import BaseMap
from annotated.geo.label_placement import conflicts
from annotated.geo.text_metrics import PATH as WIDTHS
from annotated.geo.text_metrics import Widths
from annotated.maps.base_layer import BaseLayer
from annotated.maps.label_layer import LabelLayer
from annotated.maps.month_filter import MonthFilter, events_with_place
from annotated.maps.month_marks import MonthMarks
from annotated.model.entities import Event, Place, public_facts

# The width of a sheet, in units of its drawing.
WIDTH = 720
# The base map and the widths of letters are below this folder.
ASSETS = "docs/assets/"
# Where there is no room for every label, a city counts as much as a town with so many events.
CITY = 4
# The ids of two places between which an arrow leads.
Moves: TypeAlias = tuple[tuple[str, str], ...]


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
class BaseLayers:
    """The base layers by the id of the sheet, with a key that changes where any of them does."""

    by_sheet: Mapping[str, BaseLayer]
    cache_key: str


@dataclass(frozen=True)
class Atlas:
    """The map of a guide; `texts` are those of its files, by their path from the root."""

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
        return events_with_place(self.guide.catalogue.of_type(Event))

    @cached_property
    def months(self) -> MonthFilter:
        """Return the filter by month."""
        return MonthFilter(self.events)

    @cached_property
    def month_marks(self) -> MonthMarks:
        """Return the marks of what happened, by place and month."""
        return MonthMarks(self.events, self.months.of_event, self.guide.happenings)

    @cached_property
    def sheets(self) -> dict[str, Sheet]:
        """Return the sheets that are drawn by id: those with a title."""
        return {id_: sheet for id_, sheet in self.guide.sheets.items() if sheet.title}

    @cached_property
    def cache_key(self) -> str:
        """Return a key that changes where the map may look or read differently."""
        entities = self.guide.catalogue.entities.values()
        guide = self.guide
        lists = guide.sheets, guide.landmarks, guide.happenings, guide.lanes.listed
        return digest([*map(public_facts, entities)], *lists, self._assets.cache_key)

    @cached_property
    def _assets(self) -> Assets:
        texts = {path: text for path, text in self.texts.items() if path.startswith(ASSETS)}
        return Assets(texts, self.guide.base_map)

    @cached_property
    def _drawn(self) -> dict[str, Place]:
        """Return the places as a sheet shows them."""
        return {
            id_: replace(public_facts(place), summary="", arabic="", also=(), not_to_confuse=())
            for id_, place in self.places.items()
        }

    @cached_property
    def _base_layers(self) -> BaseLayers:
        # Without names, so that a base layer is cached when only a name changes.
        nameless = {id_: replace(place, name="") for id_, place in self._drawn.items()}
        around = self.guide.landmarks, self._moves
        return self.build_cache.run(_base_layers, nameless, self.sheets, around, self._assets)

    @cached_property
    def label_layers(self) -> dict[str, LabelLayer]:
        """Return the labels of each sheet by its id."""
        return self.build_cache.run(
            _label_layers,
            self._drawn,
            self.sheets,
            (self._weights, self.month_marks.most, self.guide.landmarks, self._moves),
            self._base_layers,
            self._assets,
        )

    @property
    def widths(self) -> Widths:
        """Return the widths of letters."""
        return self._assets.widths

    def aspects(self) -> str:
        """Return a rule of CSS for each sheet, the first with its room: its width by its height."""
        rules = []
        for index, sheet in enumerate(self.sheets.values()):
            frame, room = sheet.frame(WIDTH), "" if index else ".atlas,"
            rules.append(f"{room}#sheet-{sheet.id}{{--aspect:{frame.width / frame.height:.3f}}}\n")
        return "".join(rules)

    def base_map(self, detail: str = "") -> BaseMap:
        """Return the base map, with the finer lines of a subfolder where they are given."""
        return self._assets.base_map_of(detail)

    def problems(self) -> Iterator[Problem]:
        """Yield a problem for each unknown place of a sheet; without any, for labels that touch."""
        sheets = self.guide.sheets.values()
        unknown = [problem for sheet in sheets for problem in self._unknown(sheet)]
        yield from unknown
        if not unknown:
            for labels in self.label_layers.values():
                yield from self.build_cache.run_on(labels, _conflicts, labels.sheet, self.cache_key)

    @cached_property
    def _weights(self) -> dict[str, int]:
        return {
            id_: sum(id_ in event.places for event in self.events) + CITY * (place.kind == "city")
            for id_, place in self.places.items()
        }

    @cached_property
    def _moves(self) -> Moves:
        """Return the ends of all arrows, in order."""
        ends = {
            (start, end) for event in self.events for start in event.from_ for end in event.toward
        }
        return tuple(sorted(ends))

    def _unknown(self, sheet: Sheet) -> Iterator[Problem]:
        for id_ in (
            *(name.text for name in sheet.named),
            *(id_ for beside in sheet.beside for id_ in (beside.text, beside.remark)),
            *sheet.leaves_out,
        ):
            if id_ not in self.places:
                nearest = did_you_mean(id_, self.places)
                message = f"the sheet '{sheet.id}' names '{id_}', which is no place.{nearest}"
                yield Problem(PATH, sheet.line, message, "entity-unknown")


def _base_layers(
    places: Mapping[str, Place],
    sheets: Mapping[str, Sheet],
    around: tuple[tuple[Landmark, ...], Moves],
    assets: Assets,
) -> BaseLayers:
    layers = {
        id_: BaseLayer(
            sheet.frame(WIDTH), assets.base_map_of(sheet.detail), places, sheet.kilometres
        )
        for id_, sheet in sheets.items()
    }
    # Candidates of labels are cached with a layer, and they keep off landmarks and arrows.
    return BaseLayers(layers, digest(places, sheets, around, assets.cache_key))


def _label_layers(
    places: Mapping[str, Place],
    sheets: Mapping[str, Sheet],
    beside: tuple[Mapping[str, int], Mapping[str, int], tuple[Landmark, ...], Moves],
    bases: BaseLayers,
    assets: Assets,
) -> dict[str, LabelLayer]:
    weights, most, landmarks, moves = beside
    return {
        id_: LabelLayer(
            sheet,
            bases.by_sheet[id_],
            places,
            landmarks,
            tuple(other for other in sheets.values() if other.lies_within(sheet)),
            assets.widths,
            weights,
            most,
            moves,
        )
        for id_, sheet in sheets.items()
    }


def _conflicts(labels: LabelLayer, sheet: Sheet, _key: str) -> list[Problem]:
    return [*_labels_in_conflict(labels, sheet)]


def _labels_in_conflict(labels: LabelLayer, sheet: Sheet) -> Iterator[Problem]:
    for id_, other in conflicts(*labels.wide):
        what = f"touches that of '{other}'" if other else "has no room"
        message = (
            f"on the sheet '{sheet.id}' the name of '{id_}' {what}. Shorten it under 'named', or "
            "put the id under 'leaves_out'."
        )
        yield Problem(PATH, sheet.line, message, "map-label-overlap", for_editor=True)
