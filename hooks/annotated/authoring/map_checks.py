"""Checks of names that the base map, a sheet, a lane or the page of the map must know."""

from collections.abc import Collection, Iterator, Mapping
from typing import get_args, get_type_hints

from annotated.content import map_happenings, map_landmarks, timeline_lanes
from annotated.content.guide import Guide, markdown_files
from annotated.content.map_sheets import PATH as SHEETS
from annotated.core import fenced_code
from annotated.core.placeholders import MAP
from annotated.core.problems import Problem, did_you_mean
from annotated.geo import base_map
from annotated.maps.map_page import MONTH, PARTS
from annotated.model.entities import Event, Place

# Beyond these, a list of names offers nothing.
MOST_OFFERED = 12


def check(guide: Guide, files: Mapping[str, str]) -> Iterator[Problem]:
    """Yield a problem for each such name that is unknown; `files` are texts by path."""
    yield from _on_base_map(guide)
    kinds = get_args(get_type_hints(Event)["kind"])
    yield from timeline_lanes.unknown(guide.lanes.listed, guide.catalogue.entities, kinds)
    yield from map_happenings.unknown(guide.happenings, kinds)
    yield from map_landmarks.named_in_article(guide.landmarks, guide.catalogue.of_type(Place))
    details = {path.split("/")[-2] for path in files if path.startswith(f"{base_map.FOLDER}/")}
    for sheet in guide.sheets.values():
        if sheet.detail and sheet.detail not in details:
            where = f"the field 'detail' names '{sheet.detail}', which is no folder of the base map"
            yield _unknown(SHEETS, sheet.line, where, sheet.detail, details)
    drawn = [sheet.id for sheet in guide.sheets.values() if sheet.title]
    for path, text in markdown_files(files).items():
        if "data-map" in text:
            yield from _on_page(path, text, drawn)


def _on_base_map(guide: Guide) -> Iterator[Problem]:
    features = guide.base_map.layers
    rivers = [f.name for layer in ("rivers", "tributaries") for f in features.get(layer, [])]
    for place in guide.catalogue.of_type(Place):
        line = guide.catalogue.line_of(place, "drawn_as")
        if place.drawn_as and place.drawn_as not in rivers:
            where = f"the field 'drawn_as' names '{place.drawn_as}', which no river of the map is"
            yield _unknown(place.path, line, where, place.drawn_as, rivers)


def _on_page(path: str, text: str, drawn: Collection[str]) -> Iterator[Problem]:
    text = fenced_code.without(text)
    for match in MAP.pattern.finditer(text):
        part, sheet = match[1], match[2] or ""
        line = text.count("\n", 0, match.start()) + 1
        if part not in PARTS and not MONTH.fullmatch(part):
            where = f"'{match[0]}' names '{part}', which is no part of the map"
            yield _unknown(path, line, where, part, PARTS)
        elif MONTH.fullmatch(part) and sheet not in drawn:
            where = f"'{match[0]}' names no sheet with a title in {SHEETS}"
            yield _unknown(path, line, where, sheet, drawn)


def _unknown(path: str, line: int, where: str, name: str, known: Collection[str]) -> Problem:
    listed = ", ".join(sorted(filter(None, known))[:MOST_OFFERED])
    offered = did_you_mean(name, known) or f" It has {listed or 'none'}."
    message = f"{where}.{offered}"
    return Problem(path, line, message, "map-name-unknown", hides=("step",))
