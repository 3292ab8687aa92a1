"""Fenced code in Markdown, left out: nothing in an example is a note, a source or a reference."""

import re
from collections import deque
from collections.abc import Iterator

# CommonMark 0.31, section 4.5: a fence is closed by one of the same character, at least as long.
OPENING = re.compile(r"(`{3,}|~{3,})")
# As the extension “fenced_code” of Python-Markdown reads it.
STRICT_OPENING = re.compile(r"(~{3,}|`{3,}) *[\w+.-]* *")


def without(markdown: str) -> str:
    """Return `markdown` with empty lines in place of fenced code: all other lines keep theirs."""
    if "```" not in markdown and "~~~" not in markdown:
        return markdown
    return "\n".join(_outside(markdown.split("\n")))


def _outside(lines: list[str]) -> Iterator[str]:
    fence = ""
    for line in lines:
        opening = None if fence else OPENING.match(line)
        yield "" if fence or opening else line
        if opening:
            fence = opening[1]
        elif fence and line.startswith(fence) and not line.rstrip(" \t").strip("`~"):
            fence = ""


def without_closed(markdown: str) -> str:
    """Return the same, but only of code that Python-Markdown is sure to read as such.

    It demands that both fences are equal and begin a line, and the first has no attributes.
    """
    if "```" not in markdown and "~~~" not in markdown:
        return markdown
    lines = markdown.split("\n")
    closings: dict[str, deque[int]] = {}
    for number, line in enumerate(lines):
        closings.setdefault(line.rstrip(" "), deque()).append(number)
    number = 0
    while number < len(lines):
        opening = STRICT_OPENING.fullmatch(lines[number])
        ends = closings.get(opening[1], deque()) if opening else deque()
        # The numbers only rise, so those behind which the search has come are dropped for good.
        while ends and ends[0] <= number:
            ends.popleft()
        if ends:
            lines[number : ends[0] + 1] = [""] * (ends[0] + 1 - number)
            number = ends[0]
        number += 1
    return "\n".join(lines)
