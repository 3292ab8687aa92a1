"""Faults of YAML, named for what they are: what the parser says of them seldom names the cause.

Two kinds are told apart: a text that cannot be read at all, and a text that is read, but
otherwise than it was meant.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

import yaml

# The spaces of Unicode that YAML takes for letters.
SPACES = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
# What may stand before a value: the signs of a list, and the name of a field.
ITEMS = r"^ *(?:- +)*"
FIELD = r"[^\s\"'\[{:#-][^:\"'\[{]*: +"
VALUE = rf"{ITEMS}(?:{FIELD})?"
QUOTES = "Put all of the value into one pair of quotation marks."
CLOSE = "Close it."
CLOSE_QUOTE = "Close it; for an apostrophe, type ’."


class YamlFault(NamedTuple):
    """A fault: its line, counted from 1, what is wrong, and the remedy, which is a sentence."""

    line: int
    what: str
    remedy: str


# What is wrong, the remedy, and the forms of a line by which it is known. In this order, since a
# line with one of them may also look like one of those below it.
FAULTS = (
    ("it begins with a tab", "Begin lines with spaces only.", r"^ *\t"),
    (
        "one of its spaces is none for YAML",
        "Type it anew.",
        rf"^(?: *(?:- +)*[\w-]+:)? *[{SPACES}]",
    ),
    ("no space is behind its hyphen", "Begin an item with '- '.", r"^ *-[^\s-]"),
    ("no space is behind its colon", "Write it like 'field: value'.", rf"{ITEMS}[\w-]+:[^\s/]"),
    (
        "words are behind a closing quotation mark",
        QUOTES,
        rf"""{VALUE}(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*') *[^\s#:,\]}}]""",
    ),
    (
        "its value begins with a character that YAML keeps for itself",
        QUOTES,
        rf"{VALUE}(?:[@`%&*!]|[|>](?![-+0-9]*$))",
    ),
    ("its value holds a colon", QUOTES, rf"{ITEMS}{FIELD}[^\"'\[{{|>\s].*:(?: |$)"),
    (
        "its quotation mark is never closed",
        CLOSE_QUOTE,
        rf"""{VALUE}(?:"(?:[^"\\]|\\.)*|'(?:[^']|'')*)$""",
    ),
    ("its bracket is never closed", CLOSE, rf"{VALUE}\[[^\]]*$"),
    ("its brace is never closed", CLOSE, rf"{VALUE}\{{[^}}]*$"),
    ("it has no colon", "Write it like 'field: value'.", r"^[^\s#\-\"'\[{][^:]*$"),
)
COMMENT = re.compile(r"\s+(#.*)")
PATTERNS = [(re.compile(form), what, remedy) for what, remedy, form in FAULTS]


def explain(text: str, index: int) -> YamlFault | None:
    """Return the fault of a text that could not be read, if it is one of those that are known.

    `index` is the line, counted from 0, on which the parser gave up: the cause is there or above.
    """
    lines = text.split("\n")
    for at in range(min(index, len(lines) - 1), -1, -1):
        for pattern, what, remedy in PATTERNS:
            if pattern.search(lines[at]):
                return YamlFault(at + 1, what, remedy)
    if lines[0].startswith(" "):
        return YamlFault(1, "it begins with spaces", "Begin the first line without any.")
    if 0 < index < len(lines) and lines[index].startswith(" "):
        return YamlFault(index + 1, "it is indented", "Begin it where the line above begins.")
    return None


def misread(nodes: Iterable[yaml.Node], text: str) -> Iterator[YamlFault]:
    """Yield the faults of values without quotation marks that are read otherwise than typed.

    `nodes` are those of the text, in its order.
    """
    lines = text.split("\n")
    may_hold_comment = "#" in text
    for scalar in nodes:
        if isinstance(scalar, yaml.ScalarNode) and not scalar.style:
            if may_hold_comment:
                yield from _comment_in(scalar, lines)
            if scalar.start_mark.line != scalar.end_mark.line or scalar.value[:1] in ("", "-"):
                yield from _items_in(scalar, lines)


def _comment_in(scalar: yaml.ScalarNode, lines: Sequence[str]) -> Iterator[YamlFault]:
    line, column = scalar.end_mark.line, scalar.end_mark.column
    if line >= len(lines) or "#" not in lines[line]:
        return
    if comment := COMMENT.match(lines[line], column):
        what = f"'{comment[1].strip()}' is taken for a comment behind '{scalar.value}'"
        remedy = "Put the value into quotation marks, or the comment on a line of its own."
        yield YamlFault(line + 1, what, remedy)


def _items_in(scalar: yaml.ScalarNode, lines: Sequence[str]) -> Iterator[YamlFault]:
    """Yield a fault for each line that was meant to be an item, and is taken for text."""
    first, last = scalar.start_mark, scalar.end_mark
    # YAML ends a line at more characters than the end of a line, all of which are refused.
    for at in range(first.line, min(last.line + 1, len(lines))):
        words, before = lines[at].strip(), lines[at][: first.column].strip()
        if words.startswith("-") and (at > first.line or not before):
            remedy = "Give each item a line, and its hyphen a space: '- Mayadin'."
            yield YamlFault(at + 1, f"'{words}' is taken for text, not for an item", remedy)
