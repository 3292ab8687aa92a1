"""Sheets of the map: which part of the earth each shows, and what is named on it."""

import re
from dataclasses import dataclass

from annotated.content.dataclass_reader import build
from annotated.content.yaml_reader import YamlFile
from annotated.core.problems import Problem
from annotated.geo.projection import Box, Frame
from annotated.model.entities import Place, Remarked

PATH = "docs/map/sheets.yml"
FORM = "Begin each sheet with '- id: …'."
NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


@dataclass(frozen=True)
class Sheet:
    """A sheet: its box, the standard parallel in whole degrees, and what is named on it.

    `detail` is the subfolder of the base map with finer lines for it, `kilometres` the length of
    its scale bar. `named` are ids of places, each perhaps with the words to set instead of its
    name; `beside` are rivers and roads with the place near which their name stands;
    `leaves_out` are places whose marks would be in the way.
    """

    id: str
    box: Box
    parallel: int
    title: str = ""
    credit: str = ""
    detail: str = ""
    kilometres: int = 100
    named: tuple[Remarked, ...] = ()
    beside: tuple[Remarked, ...] = ()
    leaves_out: tuple[str, ...] = ()
    line: int = 1

    def holds(self, place: Place) -> bool:
        """Tell whether the point of a place lies on the sheet."""
        point = place.point
        return bool(point and self.box.holds(point.longitude, point.latitude))

    def words(self, place: Place) -> str:
        """Return the name that is set for a place."""
        texts = {named.text: named.remark for named in self.named}
        return texts.get(place.id) or place.name

    def lies_within(self, other: "Sheet") -> bool:
        """Tell whether it shows a part of what another sheet does."""
        box = self.box
        corners = ((box.west, box.south), (box.east, box.north))
        return self != other and all(other.box.holds(*corner) for corner in corners)

    def frame(self, width: float) -> Frame:
        """Return the sheet as drawn `width` units wide."""
        return Frame(self.box, self.parallel, width)


def read(path: str, text: str) -> tuple[dict[str, Sheet], list[Problem]]:
    """Return the sheets by id, from a YAML list; of no file there are none."""
    file = YamlFile(path, text, "sheets-malformed")
    records, problems = file.records(f"is not a list of sheets. {FORM}", f"is no sheet. {FORM}")
    sheets: dict[str, Sheet] = {}
    for record in records:
        sheet, found = build(Sheet, path, record, {"line": record.line})
        problems += found
        names = [name for name in (sheet.id, sheet.detail) if name] if sheet else []
        wrong = [name for name in names if not NAME.fullmatch(name)]
        for name in wrong:
            message = f"'{name}' is not of small letters, digits and hyphens. Rename it."
            problems.append(Problem(path, record.line, message, "id-malformed"))
        if sheet and sheet.id in sheets:
            first = sheets[sheet.id].line
            message = f"the sheet '{sheet.id}' also stands on line {first}. Keep one."
            problems.append(Problem(path, record.line, message, "front-matter-field-twice"))
        elif sheet and not wrong:
            sheets[sheet.id] = sheet
    return sheets, problems
