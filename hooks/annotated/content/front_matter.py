"""Front matter: the YAML block at the head of a Markdown file, with the line of every field."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

import yaml

from annotated.content.yaml_reader import MalformedYaml, Record, compose, faults, record
from annotated.core.problems import Problem

# A line of three hyphens, behind which white space may stand: the first, and the next.
OPENING = re.compile(r"---[^\S\n]*+(?=\n|\Z)")
CLOSING = re.compile(r"\n---[^\S\n]*+(?=\n|\Z)")
# More heads than most guides have, of which each is asked for several times.
MOST_HEADS = 4096
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
    if not (opening := OPENING.match(text)):
        return "", text, 1
    closing = CLOSING.search(text, opening.end())
    if not closing:
        return text[opening.end() + 1 :], "", 0
    line = text.count("\n", 0, closing.end()) + 2
    return text[opening.end() + 1 : closing.start()], text[closing.end() + 1 :], line


def read(path: str, text: str) -> tuple[FrontMatter, list[Problem]]:
    """Read the front matter of `text`; where it is malformed, the fields come back empty."""
    block, body, body_line = split(text)
    if not body_line:
        problem = _problem(path, 1, "the block opened by '---' is never closed")
        return FrontMatter({}), [problem]
    head, problems = _head(path, block)
    if not head.fields and not problems and body_line == 1:
        return FrontMatter({}, body=body), list(_without_fences(path, text))
    return FrontMatter(head.fields, head.lines, 1, body, body_line), [*problems]


# The check of what is typed asks for the nodes of a block just before its fields are read.
@lru_cache(1)
def nodes(block: str) -> yaml.Node | None:
    """Return the tree of nodes of a block; raise MalformedYaml where it cannot be read."""
    return compose(block)


@lru_cache(MOST_HEADS)
def _head(path: str, block: str) -> tuple[Record, Sequence[Problem]]:
    """Return the fields of a block, and its problems; the head as a whole begins with line 1."""
    try:
        node = nodes(block)
    except MalformedYaml as error:
        message = f"the front matter {error.message(QUOTES)}"
        return Record({}), [Problem(path, error.line + 1, message, "front-matter-malformed")]
    if not node:
        return Record({}), []
    if not isinstance(node, yaml.MappingNode):
        return Record({}), [_problem(path, 2, "the block is not a list of 'field: value' lines")]
    # One line, that of the fence, is above the block.
    return record(node, above=1), list(faults(node, block, path, above=1))


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
