"""YAML in which every scalar stays the text that was typed, with the line of everything."""

import json
from typing import cast

import yaml

# The same loader in C, where the library was built with it.
LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


# Anything that people type is flatter. The parser in C ends the process where it is far deeper.
DEEPEST = 20
OPENING = (yaml.SequenceStartEvent, yaml.MappingStartEvent)
CLOSING = (yaml.SequenceEndEvent, yaml.MappingEndEvent)


def compose(text: str) -> yaml.Node | None:
    """Return the tree of nodes; raise yaml.MarkedYAMLError where the text is malformed.

    References to other values, which multiply, and tags, which name types, count as malformed.
    """
    _plain_or_raise(text)
    node: yaml.Node | None = yaml.compose(text, Loader=LOADER)
    return node


def _plain_or_raise(text: str) -> None:
    depth = 0
    for event in yaml.parse(text, Loader=LOADER):
        depth += isinstance(event, OPENING) - isinstance(event, CLOSING)
        marked = getattr(event, "anchor", None) or getattr(event, "tag", None)
        if marked or depth > DEEPEST:
            what = "is no plain value" if marked else "is too deep"
            raise yaml.MarkedYAMLError(
                problem=what, problem_mark=cast("yaml.Mark", event.start_mark)
            )


def plain(node: yaml.Node | None) -> object:
    """Return a node as strings, lists and mappings of strings."""
    if isinstance(node, yaml.MappingNode):
        return {str(plain(key)): plain(value) for key, value in node.value}
    if isinstance(node, yaml.SequenceNode):
        return [plain(item) for item in node.value]
    return str(node.value) if node else None


def place_of(error: yaml.MarkedYAMLError, text: str) -> tuple[int, str]:
    """Return the line of an error in `text`, counted from 1, and the words that stand there.

    Where the text ends too early, that is its last line.
    """
    lines = text.rstrip("\n").split("\n")
    line = min(error.problem_mark.line + 1 if error.problem_mark else 1, len(lines))
    return line, lines[line - 1].strip()


def quoted(text: str) -> str:
    """Return `text` as it must be typed as a value: in quotation marks where YAML needs them."""
    try:
        plain_enough = yaml.safe_load(f"- {text}") == [text]
    except yaml.YAMLError:
        plain_enough = False
    return text if plain_enough else json.dumps(text, ensure_ascii=False)
