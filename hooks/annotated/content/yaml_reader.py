"""YAML read so that every scalar stays as it was typed, and every field keeps its line."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import cast

import yaml

from annotated.content import yaml_faults, yaml_tree
from annotated.core.problems import Problem

# The same loader in C, where the library was built with it.
LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


class MalformedYaml(ValueError):  # noqa: N818 - a finding, always turned into a problem
    """A text that cannot be read: the `line`, counted from 1, and the `text` of that line.

    `what` is wrong there, and the `remedy`, are "" where the fault is none of those known.
    """

    def __init__(self, line: int, text: str, what: str = "", remedy: str = "") -> None:
        super().__init__(text)
        self.line, self.text, self.what, self.remedy = line, text, what, remedy

    def message(self, remedy: str) -> str:
        """Return what is wrong and the remedy, which is `remedy` where no better is known."""
        what = f": {self.what}" if self.what else ""
        return f"cannot be read at '{self.text}'{what}. {self.remedy or remedy}"


@dataclass(frozen=True)
class Record:
    """A mapping: values by field, the line of each field, and the line on which it begins.

    Values are strings as typed (YAML's BaseLoader), and lists and mappings of these: `no`,
    `2017-09-05` and `1_0` stay text.
    """

    fields: Mapping[str, object]
    lines: Mapping[str, int] = field(default_factory=dict)
    line: int = 1

    def line_of(self, name: str) -> int:
        """Return the line of a field, or that of the record where it lacks the field."""
        return self.lines.get(name, self.line)


@dataclass(frozen=True)
class YamlFile:
    """A YAML file: its path and text, the code of a problem with its form, and the remedy."""

    path: str
    text: str
    code: str
    remedy: str = "Check the spaces and quotation marks."

    def problem(self, line: int, message: str) -> Problem:
        """Return a problem with the form of the file."""
        return Problem(self.path, line, message, self.code)

    def root(self) -> tuple[yaml.Node | None, list[Problem]]:
        """Return the tree of nodes; none where the file is empty or cannot be read."""
        try:
            node = compose(self.text)
        except MalformedYaml as error:
            return None, [self.problem(error.line, error.message(self.remedy))]
        return node, list(faults(node, self.text, self.path))

    def items(self, otherwise: str) -> tuple[list[yaml.Node], list[Problem]]:
        """Return the items of a list; a file that is neither a list nor empty is `otherwise`."""
        node, problems = self.root()
        if isinstance(node, yaml.SequenceNode):
            return node.value, problems
        return [], [self.problem(1, otherwise)] if node else problems

    def records(self, otherwise: str, no_record: str) -> tuple[list[Record], list[Problem]]:
        """Return the items of a list of mappings; the message on any other is `no_record`."""
        records = []
        items, problems = self.items(otherwise)
        for item in items:
            if isinstance(item, yaml.MappingNode):
                records.append(record(item))
            else:
                problems.append(self.problem(line_of(item), f"{plain(item)!r} {no_record}"))
        return records, problems


def compose(text: str) -> yaml.Node | None:
    """Return the tree of nodes, or None for an empty text.

    Raise MalformedYaml where the text cannot be read, and where it holds what could have no end
    or no name: a reference to another value, a tag, more than twenty levels, a list as the name
    of a field.
    """
    try:
        return yaml_tree.read(yaml.parse(text, Loader=LOADER))
    except yaml.reader.ReaderError as error:
        raise _malformed(text, text.encode()[: error.position].count(b"\n")) from None
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        raise _malformed(text, mark.line if mark else 0) from None


def _malformed(text: str, index: int) -> MalformedYaml:
    """Return the error; where the text ends too early, it is on the last line."""
    lines = text.rstrip("\n").split("\n")
    fault = yaml_faults.explain(text.rstrip("\n"), index)
    if fault:
        return MalformedYaml(fault.line, lines[fault.line - 1].strip(), fault.what, fault.remedy)
    line = min(index + 1, len(lines))
    return MalformedYaml(line, lines[line - 1].strip())


def faults(node: yaml.Node | None, text: str, path: str, above: int = 0) -> Iterator[Problem]:
    """Yield a problem for each value that is misread, and each field that a mapping has twice.

    `node` is the tree of `text`, below `above` lines of the file at `path`.
    """
    nodes = [*yaml_tree.nodes(node)]
    for fault in yaml_faults.misread(nodes, text):
        yield Problem(path, above + fault.line, f"{fault.what}. {fault.remedy}", "value-misread")
    if any(map(_has_twice, nodes)):
        yield from _repeated(node, path, above)


def _has_twice(node: yaml.Node) -> bool:
    is_mapping = isinstance(node, yaml.MappingNode)
    return is_mapping and len({key.value for key, _ in node.value}) < len(node.value)


def _repeated(node: yaml.Node | None, path: str, above: int) -> Iterator[Problem]:
    if isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from _repeated(item, path, above)
    elif isinstance(node, yaml.MappingNode):
        first: dict[str, int] = {}
        for key, value in node.value:
            line = above + line_of(key)
            if key.value in first:
                message = f"the field '{key.value}' also stands on line {first[key.value]}."
                yield Problem(path, line, f"{message} Keep one.", "front-matter-field-twice")
            first.setdefault(key.value, line)
            yield from _repeated(value, path, above)


def record(node: yaml.MappingNode, above: int = 0) -> Record:
    """Return a mapping as a record; of a field that it has twice, the last value counts.

    `above` is the number of lines of its file before the YAML begins.
    """
    lines: dict[str, int] = {}
    for key, _ in node.value:
        lines.setdefault(key.value, above + line_of(key))
    return Record(cast("dict[str, object]", plain(node)), lines, above + line_of(node))


def plain(node: yaml.Node | None) -> object:
    """Return a node as strings, lists and mappings of strings."""
    if isinstance(node, yaml.MappingNode):
        return {str(plain(key)): plain(value) for key, value in node.value}
    if isinstance(node, yaml.SequenceNode):
        return [plain(item) for item in node.value]
    return str(node.value) if node else None


def line_of(node: yaml.Node) -> int:
    """Return the line on which a node begins, counted from 1."""
    return node.start_mark.line + 1


def quoted(text: str) -> str:
    """Return `text` as it must be typed as a value: in quotation marks where YAML needs them."""
    try:
        is_plain = yaml.safe_load(f"- {text}") == [text]
    except yaml.YAMLError:
        is_plain = False
    return text if is_plain else json.dumps(text, ensure_ascii=False)
