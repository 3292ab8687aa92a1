"""The sheets of the map: which part of the earth each shows, as typed in `docs/map/sheets.yml`."""

import re
from dataclasses import dataclass

import yaml

from annotated.content import yaml_nodes
from annotated.content.dataclass_reader import build
from annotated.content.front_matter import FrontMatter
from annotated.core.problems import Problem
from annotated.geo.projection import Box, Frame
from annotated.model.entities import Place, Remarked

PATH = "docs/map/sheets.yml"
NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


@dataclass(frozen=True)
class Sheet:
    """A sheet: its box, the standard parallel in whole degrees, and what is named on it.

    `detail` is the subfolder of the base map with finer lines for it, `kilometres` the length of
    its scale bar. `named` are ids of places, each perhaps with the words to set instead of its
    name; `leaves_out` are places whose marks would stand in the way.
    """

    id: str
    box: Box
    parallel: int
    title: str = ""
    credit: str = ""
    detail: str = ""
    kilometres: int = 100
    named: tuple[Remarked, ...] = ()
    leaves_out: tuple[str, ...] = ()
    line: int = 1

    def holds(self, place: Place) -> bool:
        """Tell whether the point of a place lies on the sheet."""
        point = place.point
        return bool(point and self.box.holds(point.longitude, point.latitude))

    def words(self, place: Place) -> str:
        """Return the name that is set for a place."""
        short = {one.text: one.remark for one in self.named}
        return short.get(place.id) or place.name

    def frame(self, width: float) -> Frame:
        """Return the sheet as drawn `width` units wide."""
        return Frame(self.box, self.parallel, width)


def read(text: str) -> tuple[dict[str, Sheet], list[Problem]]:
    """Return the sheets by id, from a YAML list."""
    try:
        node = yaml_nodes.compose(text)
    except yaml.MarkedYAMLError as error:
        line, words = yaml_nodes.place_of(error, text)
        message = f"cannot be read at '{words}'. Check the spaces and quotation marks."
        return {}, [Problem(PATH, line, message, "sheets-malformed")]
    found, problems = {}, []
    for item in node.value if isinstance(node, yaml.SequenceNode) else []:
        fields, line = yaml_nodes.plain(item), item.start_mark.line + 1
        head = FrontMatter(fields if isinstance(fields, dict) else {}, _lines(item))
        sheet, faults = build(Sheet, PATH, head, {"line": line})
        problems += faults
        for name in (sheet.id, sheet.detail) if sheet else ():
            if name and not NAME.fullmatch(name):
                message = f"'{name}' is not of small letters, digits and hyphens. Rename it."
                problems.append(Problem(PATH, line, message, "id-malformed"))
                sheet = None
        if sheet:
            found[sheet.id] = sheet
    return found, problems


def _lines(item: yaml.Node) -> dict[str, int]:
    fields = item.value if isinstance(item, yaml.MappingNode) else []
    return {str(key.value): key.start_mark.line + 1 for key, _ in fields}
