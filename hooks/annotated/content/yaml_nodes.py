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
    """Return the tree of nodes.

    Raise yaml.MarkedYAMLError where the text is malformed, and where it holds what could have no
    end or no name: a reference to another value, a tag, more than twenty levels, a list as the
    name of a field.
    """
    try:
        _look_through(text)
    except yaml.reader.ReaderError as error:
        line = text.encode()[: error.position].count(b"\n")
        mark = yaml.Mark("", error.position, line, 0, None, 0)
        raise yaml.MarkedYAMLError(problem=error.reason, problem_mark=mark) from None
    node: yaml.Node | None = yaml.compose(text, Loader=LOADER)
    return node


def _look_through(text: str) -> None:
    """Raise yaml.YAMLError at what must not be composed."""
    # For each open list None, for each open mapping whether a name is to come.
    levels: list[bool | None] = []
    for event in yaml.parse(text, Loader=LOADER):
        if isinstance(event, CLOSING):
            levels.pop()
        elif isinstance(event, yaml.NodeEvent):
            named = levels and levels[-1] and not isinstance(event, yaml.ScalarEvent)
            marked = event.anchor or getattr(event, "tag", None)
            if named or marked or len(levels) == DEEPEST:
                raise yaml.MarkedYAMLError(problem_mark=cast("yaml.Mark", event.start_mark))
            if levels and levels[-1] is not None:
                levels[-1] = not levels[-1]
            if isinstance(event, OPENING):
                levels.append(True if isinstance(event, yaml.MappingStartEvent) else None)


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
