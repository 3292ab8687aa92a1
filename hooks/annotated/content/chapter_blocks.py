"""Blocks of a chapter: what stands between empty lines, and which kind of text it is.

A chapter is read by these blocks alone, so that what is published is what is counted, linked and
exported. The kinds are those that the page on contributing names; anything else is loose text.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

Kind: TypeAlias = Literal["heading", "paragraph", "own note", "summary", "loose"]

# The classes of a block that sums up, in words of the guide, what comes below it.
SUMMARIES = ("minute", "gist")
INDENT = " " * 4
HEADING = re.compile(r"#{1,6} +\S.*")
# The line that closes a paragraph, as attr_list reads it: `{ #p12 }`, `> { #p5 data-speaker="…" }`.
NUMBER = re.compile(r"[ >]*\{:?(?: *|[^}]* )#p(0|[1-9][0-9]{0,3})(?: [^}]*)?\}\s*")
SUMMARY = re.compile(rf"\{{:? *\.(?:{'|'.join(SUMMARIES)}) *\}}\s*")
OWN_NOTE = re.compile(r"\[\^([^\]\s]+)\]:[ ]*(.*)")
# A box of Markdown, which is no part of a chapter: it begins a block of its own.
ADMONITION = re.compile(r"!{2,}|\?{2,}")
EMPTY = re.compile(r"[\s>]*")


@dataclass(frozen=True)
class Block:
    """A block: the line it begins on, its lines, tabs as spaces, and its kind."""

    line: int
    lines: tuple[str, ...]
    kind: Kind

    @property
    def text(self) -> str:
        """Return the lines as one text."""
        return "\n".join(self.lines)

    @property
    def number(self) -> int:
        """Return the number of a paragraph."""
        match = NUMBER.fullmatch(self.lines[-1])
        return int(match[1]) if match else 0

    @property
    def is_number_alone(self) -> bool:
        """Tell whether a paragraph has no text above the line with its number."""
        return self.kind == "paragraph" and len(self.lines) == 1


def blocks(body: str, first_line: int) -> Iterator[Block]:
    """Yield the blocks of the text of a chapter, which begins on `first_line` of its file."""
    last: Block | None = None
    for line, lines in _separated(body, first_line):
        if last and _continues(last, lines[0]):
            between = ("",) * (line - last.line - len(last.lines))
            last = Block(last.line, (*last.lines, *between, *lines), last.kind)
            continue
        for part_line, part in _parts(line, lines):
            if last:
                yield last
            last = Block(part_line, tuple(part), _kind(part))
    if last:
        yield last


def _continues(last: Block, line: str) -> bool:
    """Tell whether a block that begins with `line` belongs to the one above it.

    As Markdown has it, what is indented belongs to the note or box above.
    """
    is_box = last.kind == "loose" and ADMONITION.match(last.lines[0])
    return bool(last.kind == "own note" or is_box) and line.startswith(INDENT)


def _separated(body: str, first_line: int) -> Iterator[tuple[int, list[str]]]:
    """Yield the line and the lines of what empty lines separate; a bare `>` is an empty line."""
    lines: list[str] = []
    typed = [*body.expandtabs(len(INDENT)).split("\n"), ""]
    for number, line in enumerate(typed, start=first_line):
        if not EMPTY.fullmatch(line):
            lines.append(line)
        elif lines:
            yield number - len(lines), lines
            lines = []


def _parts(line: int, lines: list[str]) -> Iterator[tuple[int, list[str]]]:
    """Yield the parts of a block that Markdown tells apart without an empty line between them."""
    start = 0
    for index in range(1, len(lines)):
        above, here = lines[index - 1], lines[index]
        ends = (index - 1 == start and HEADING.fullmatch(above)) or NUMBER.fullmatch(above)
        if ends or ADMONITION.match(here) or OWN_NOTE.match(here):
            yield line + start, lines[start:index]
            start = index
    yield line + start, lines[start:]


def _kind(lines: list[str]) -> Kind:
    if HEADING.fullmatch(lines[0]) and len(lines) == 1:
        return "heading"
    if OWN_NOTE.match(lines[0]):
        return "own note"
    if NUMBER.fullmatch(lines[-1]):
        return "paragraph"
    return "summary" if SUMMARY.fullmatch(lines[-1]) and len(lines) > 1 else "loose"


def shortened(text: str) -> str:
    """Return the first words of a text, as a message quotes them."""
    words = text.split()
    return f"{' '.join(words[:6])}…" if len(words) > 6 else " ".join(words)  # noqa: PLR2004
