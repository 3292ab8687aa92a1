"""The sheets of the map: which part of the earth each shows, as typed in `docs/map/sheets.yml`."""

from dataclasses import dataclass

import yaml

from annotated import yaml_text
from annotated.fields import build
from annotated.front_matter import FrontMatter
from annotated.problems import Problem
from annotated.projection import Box, Frame

PATH = "docs/map/sheets.yml"


@dataclass(frozen=True)
class Sheet:
    """A sheet: its box, and the standard parallel in whole degrees."""

    id: str
    box: Box
    parallel: int
    title: str = ""
    line: int = 1

    def frame(self, width: float) -> Frame:
        """Return the sheet as drawn `width` units wide."""
        return Frame(self.box, self.parallel, width)


def read(text: str) -> tuple[dict[str, Sheet], list[Problem]]:
    """Return the sheets by id, from a YAML list."""
    try:
        node = yaml_text.compose(text)
    except yaml.MarkedYAMLError as error:
        line, words = yaml_text.place_of(error, text)
        message = f"cannot be read at '{words}'. Check the spaces and quotation marks."
        return {}, [Problem(PATH, line, message, "sheets-malformed")]
    found, problems = {}, []
    for item in node.value if isinstance(node, yaml.SequenceNode) else []:
        fields, line = yaml_text.plain(item), item.start_mark.line + 1
        head = FrontMatter(fields if isinstance(fields, dict) else {}, _lines(item))
        sheet, faults = build(Sheet, PATH, head, {"line": line})
        problems += faults
        if sheet:
            found[sheet.id] = sheet
    return found, problems


def _lines(item: yaml.Node) -> dict[str, int]:
    fields = item.value if isinstance(item, yaml.MappingNode) else []
    return {str(key.value): key.start_mark.line + 1 for key, _ in fields}
