"""Lines of a value of YAML: on which line of its file each part of it was typed.

A value may run over several lines, which YAML folds into one, and a line may hold an escape. White
space is all that folding changes, so the other characters of the value are counted.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate

import yaml

# One match is one character of the value, or none where a line ends in a backslash.
IN_DOUBLE = re.compile(r"\\(?:x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|.|$)|.")
IN_SINGLE = re.compile(r"''|.")
PLAIN = re.compile(r".")
# Escapes of white space: YAML 1.2.2, section 5.7; the last are those of a number.
WHITE_SPACE = re.compile(
    r"\s|\\(?:[tnvfr _NLP\t]|$|(?:x|u00|U000000)(?:09|0[a-dA-D]|1[c-fC-F]|20|85|[aA]0))"
)


def starts(lines: Sequence[str], scalar: yaml.ScalarNode) -> tuple[int, ...]:
    """Return the indexes in a value at which the lines below its first begin.

    `lines` are those of the text from which the value was read.
    """
    first, last = scalar.start_mark.line, scalar.end_mark.line
    if first == last:
        return ()
    typed = [_count(line, scalar.style) for line in _typed(lines, scalar)]
    inked = [index for index, char in enumerate(scalar.value) if not char.isspace()]
    ends = [*inked, len(scalar.value)]
    return tuple(ends[min(count, len(inked))] for count in accumulate(typed[:-1]))


def _typed(lines: Sequence[str], scalar: yaml.ScalarNode) -> Iterator[str]:
    """Yield the lines of a value, without its indicators."""
    begin, end = scalar.start_mark, scalar.end_mark
    if scalar.style in {"|", ">"}:
        # Behind the indicator is nothing; the last line may already be that of another value.
        yield from ("", *lines[begin.line + 1 : end.line + 1])
        return
    quote = scalar.style in {"'", '"'}
    yield lines[begin.line][begin.column + quote :]
    yield from lines[begin.line + 1 : end.line]
    yield lines[end.line][: end.column - quote]


def _count(line: str, style: str | None) -> int:
    pattern = {'"': IN_DOUBLE, "'": IN_SINGLE}.get(style or "", PLAIN)
    return sum(not WHITE_SPACE.fullmatch(match[0]) for match in pattern.finditer(line))
