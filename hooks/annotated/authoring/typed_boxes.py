"""Boxes of Markdown, which no page may hold: only remarks are shown so, each from its own file.

A box that is typed as `!!! remark …` would look like a remark, and be in no list of them. In a
chapter a box is text that belongs to no paragraph, and is reported as such.
"""

import re
from collections.abc import Iterator, Sequence

from annotated.core.problems import Problem

# At the beginning of a line, of an item of a list, of a quotation or of a definition.
BOX = re.compile(r"[ >]*(?:(?:[-*+:]|[0-9]+\.) +)?((?:!{2,}|\?{2,}\+?)[ ]*[A-Za-z][\w-]*)")


def problems(path: str, lines: Sequence[str]) -> Iterator[Problem]:
    """Yield a problem for each box in the lines of a file, which are without fenced code."""
    for number, line in enumerate(lines, start=1):
        if box := BOX.match(line):
            message = (
                f"'{box[1]}' begins a box, and no page holds one. Write its text without it, or "
                "make it a remark: make new KIND=remark"
            )
            yield Problem(path, number, message, "markup-not-allowed")
