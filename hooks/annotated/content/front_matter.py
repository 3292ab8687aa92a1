"""The YAML block at the head of a Markdown file, with the line of every field."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import yaml

from annotated.content import yaml_nodes
from annotated.core.problems import Problem

FENCE = "---"


@dataclass(frozen=True)
class FrontMatter:
    """Fields by name, the line each stands on, and the text below the block.

    All scalars are strings as typed (YAML's BaseLoader): `no`, `2017-09-05` and `1_0` stay words.
    """

    fields: Mapping[str, object]
    lines: Mapping[str, int] = field(default_factory=dict)
    body: str = ""
    body_line: int = 1


def split(text: str) -> tuple[str, str, int]:
    """Return the YAML block, the body, and the line on which the body starts.

    A text without a block comes back as `("", text, 1)`; where the block is never closed, all of
    it is block and the line is 0.
    """
    lines = text.split("\n")
    if lines[0].rstrip() != FENCE:
        return "", text, 1
    for number, line in enumerate(lines[1:], start=1):
        if line.rstrip() == FENCE:
            return "\n".join(lines[1:number]), "\n".join(lines[number + 1 :]), number + 2
    return "\n".join(lines[1:]), "", 0


def read(path: str, text: str) -> tuple[FrontMatter, list[Problem]]:
    """Read the head of the file `text`; on any problem the fields come back empty."""
    block, body, body_line = split(text)
    if not body_line:
        return FrontMatter({}), [_problem(path, 1, "the block opened by '---' is never closed")]
    try:
        node = yaml_nodes.compose(block)
    except yaml.MarkedYAMLError as error:
        line, words = yaml_nodes.place_of(error, block)
        found = _problem(path, line + 1, f"it breaks off at '{words}'")
        return FrontMatter({}, {}, body, body_line), [found]
    fields = yaml_nodes.plain(node) or {}
    if not isinstance(fields, dict):
        found = _problem(path, 2, "the block is not a list of 'field: value' lines")
        return FrontMatter({}, {}, body, body_line), [found]
    lines, problems = _lines(path, node)
    return FrontMatter(fields, lines, body, body_line), problems


def _lines(path: str, node: yaml.Node | None) -> tuple[dict[str, int], list[Problem]]:
    lines: dict[str, int] = {}
    problems = []
    pairs = node.value if isinstance(node, yaml.MappingNode) else []
    for key, _ in pairs:
        line = key.start_mark.line + 2
        if key.value in lines:
            first = lines[key.value]
            message = f"the field '{key.value}' also stands on line {first}. Keep one."
            problems.append(Problem(path, line, message, "front-matter-field-twice"))
        lines.setdefault(key.value, line)
    return lines, problems


def _problem(path: str, line: int, what: str) -> Problem:
    remedy = "Check the spaces, and put values that hold a colon into quotation marks."
    message = f"the front matter cannot be read: {what}. {remedy}"
    return Problem(path, line, message, "front-matter-malformed")
