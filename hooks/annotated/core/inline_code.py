"""Code within a line of Markdown, where every reader of it agrees on where it begins and ends.

Backquotes pair across lines, are escaped by a backslash, and come in runs; a table is cut into
cells first. Only paragraphs without any of that are read here.
"""

import re

CODE = re.compile(r"`[^`\n]+`")
BLANK = re.compile(r"(\n[ \t]*\n)")
# The definition of the target of a link ends a paragraph where it stands.
DOUBTFUL = re.compile(r"``|\\`|^\s*\[[^\]]*\]:", re.MULTILINE)
CELLS = "|"


def without(markdown: str) -> str:
    """Return `markdown` with spaces in place of code: every other character keeps its place."""
    if "`" not in markdown:
        return markdown
    return "".join(map(_without_code, BLANK.split(markdown)))


def _without_code(paragraph: str) -> str:
    lines = paragraph.split("\n")
    if DOUBTFUL.search(paragraph) or any(line.count("`") % 2 for line in lines):
        return paragraph
    return "\n".join(
        line if CELLS in line else CODE.sub(lambda match: " " * len(match[0]), line)
        for line in lines
    )
