"""Authored text: the files of content cut into bodies of pages and values of fields."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from typing import NamedTuple

import yaml

from annotated.content import bibtex_entries, front_matter, source_fields
from annotated.content.tex_text import Decoded, decode, verbatim
from annotated.content.yaml_reader import MalformedYaml, compose, line_of
from annotated.safety import yaml_lines

BODY = "the text"
REMARK = ", a remark"
# Characters in a field.
LONGEST_FIELD = 5_000
COMMENT = re.compile(r"^[ \t]*#.*$", re.MULTILINE)


class Piece(NamedTuple):
    """A text as typed, without the escapes of its file, with its line and the name of its field.

    `starts` are the indexes of `text` at which the lines below the first begin, where those are
    not the lines of the text itself: a value may be folded, or have an escaped line feed.
    `refused` are commands of TeX in a source that are no text.
    """

    path: str
    line: int
    field: str
    text: str
    starts: tuple[int, ...] | None = None
    refused: tuple[str, ...] = ()

    def line_at(self, index: int) -> int:
        """Return the line of the file on which the character at `index` of the text is."""
        if self.starts is None:
            return self.line + self.text.count("\n", 0, index)
        return self.line + bisect_right(self.starts, index)


def is_typed(path: str) -> bool:
    """Tell whether people write the file `path` by hand."""
    return path.endswith((".md", ".yml", ".bib"))


def pieces(path: str, text: str) -> Iterator[Piece]:
    """Yield all pieces of the file `path`; a file that cannot be parsed is reported elsewhere."""
    if path.endswith(".md"):
        block, body, line = front_matter.split(text)
        yield from _fields(path, block, 1, front_matter.nodes)
        yield from _comments(path, block)
        yield Piece(path, line, BODY, body)
    elif path.endswith(".yml"):
        yield from _fields(path, text, 0, compose)
    elif path.endswith(".bib"):
        yield from _entries(path, text)


def _fields(
    path: str, text: str, above: int, read: Callable[[str], yaml.Node | None]
) -> Iterator[Piece]:
    try:
        node = read(text)
    except MalformedYaml:
        return
    lines = text.split("\n")
    for field, scalar in _scalars(node):
        first, value = above + line_of(scalar), str(scalar.value)
        yield Piece(path, first, field, value, yaml_lines.starts(lines, scalar))


def _comments(path: str, block: str) -> Iterator[Piece]:
    # The generator may end the block earlier than we do: then comments are text of the page.
    for match in COMMENT.finditer(block):
        yield Piece(path, 2 + block.count("\n", 0, match.start()), "a comment", match[0])


def _scalars(node: yaml.Node | None) -> Iterator[tuple[str, yaml.ScalarNode]]:
    """Yield every scalar below a node, names of fields too, with the field that it belongs to."""
    waiting = [("", node)]
    while waiting:
        field, part = waiting.pop()
        if isinstance(part, yaml.ScalarNode):
            yield field, part
        elif isinstance(part, yaml.SequenceNode):
            waiting += [(field, item) for item in reversed(part.value)]
        elif isinstance(part, yaml.MappingNode):
            # In `spellings: - Mayadeen: ¶16`, the key is a spelling, and the value a remark on it.
            remark = field and f"{field.removesuffix(REMARK)}{REMARK}"
            for key, value in reversed(part.value):
                waiting += [(remark or str(key.value), value), (field, key)]


def _entries(path: str, text: str) -> Iterator[Piece]:
    """Yield the fields that are read, as readers get them: without notation of TeX."""
    for entry in bibtex_entries.read(path, text)[0]:
        for field in entry.fields:
            name, value = source_fields.canonical(field.name), field.value
            if name not in source_fields.READ and source_fields.is_left_out(name):
                continue
            if name in source_fields.VERBATIM:
                decoded = Decoded(verbatim(value))
            else:
                # What is too long is not decoded: it is refused.
                decoded = decode(value) if len(value) <= LONGEST_FIELD else Decoded(value)
            yield Piece(path, field.line, name, decoded.text, refused=decoded.refused)
