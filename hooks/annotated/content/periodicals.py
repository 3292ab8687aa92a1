"""Publications that come out by a rule, and the sources whose number and date break it."""

from dataclasses import dataclass
from typing import Literal

import yaml

from annotated.content import yaml_nodes
from annotated.content.dataclass_reader import build
from annotated.content.front_matter import FrontMatter
from annotated.core.problems import Problem


@dataclass(frozen=True)
class Periodical:
    """A publication by its name in the sources: weekly on a day, or a volume for each year."""

    container: str
    every: Literal["week", "year"]
    weekday: Literal[
        "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", ""
    ] = ""
    year_of_volume_one: int = 0


def read(path: str, text: str) -> tuple[list[Periodical], list[Problem]]:
    """Read the list of series from YAML."""
    try:
        node = yaml_nodes.compose(text)
    except yaml.MarkedYAMLError as error:
        line, words = yaml_nodes.place_of(error, text)
        message = f"cannot be read at '{words}'. Check the spaces and quotation marks."
        return [], [Problem(path, line, message, "series-malformed")]
    found, problems = [], []
    for item in node.value if isinstance(node, yaml.SequenceNode) else []:
        fields = yaml_nodes.plain(item)
        pairs = item.value if isinstance(item, yaml.MappingNode) else []
        lines = {key.value: key.start_mark.line + 1 for key, _ in pairs}
        head = FrontMatter(fields if isinstance(fields, dict) else {}, lines)
        one, faults = build(Periodical, path, head, {})
        problems += faults
        found += [one] if one else []
    return found, problems
