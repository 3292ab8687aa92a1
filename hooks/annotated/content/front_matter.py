"""Front matter: the YAML block at the head of a Markdown file, with the line of every field."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

import yaml

from annotated.content.yaml_reader import MalformedYaml, Record, compose, faults, record
from annotated.core.problems import Problem

FENCE = "---"
# What looks like front matter and is none: a generator may read fields there.
FIELD = re.compile(r"[\w-]+:(?:\s|$)|---\s*$")
QUOTES = "Check the spaces, and put values that hold a colon into quotation marks."
FENCES = "Put the fields between two lines of '---', of which the first is line 1 of the file."


@dataclass(frozen=True)
class FrontMatter(Record):
    """The fields of the block, and the text below it with the line on which that begins."""

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
    """Read the front matter of `text`; where it is malformed, the fields come back empty."""
    block, body, body_line = split(text)
    if not body_line:
        problem = _problem(path, 1, "the block opened by '---' is never closed")
        return FrontMatter({}), [problem]
    without_fields = FrontMatter({}, body=body, body_line=body_line)
    try:
        node = compose(block)
    except MalformedYaml as error:
        message = f"the front matter {error.message(QUOTES)}"
        return without_fields, [Problem(path, error.line + 1, message, "front-matter-malformed")]
    if not node:
        return without_fields, list(_without_fences(path, text)) if body_line == 1 else []
    if not isinstance(node, yaml.MappingNode):
        problem = _problem(path, 2, "the block is not a list of 'field: value' lines")
        return without_fields, [problem]
    # One line, that of the fence, is above the block; the head as a whole begins with it.
    head, problems = record(node, above=1), list(faults(node, block, path, above=1))
    return FrontMatter(head.fields, head.lines, 1, body, body_line), problems


def _without_fences(path: str, text: str) -> Iterator[Problem]:
    """Yield a problem where a text without a block begins with what looks like a field."""
    for number, line in enumerate(text.split("\n"), start=1):
        if FIELD.match(line.strip()):
            yield _problem(path, number, f"'{line.strip()[:60]}' is in no block", FENCES)
        if line.strip():
            return


def _problem(path: str, line: int, what: str, remedy: str = QUOTES) -> Problem:
    message = f"the front matter cannot be read: {what}. {remedy}"
    return Problem(path, line, message, "front-matter-malformed")
