"""Fenced code in Markdown, left out: nothing in an example is a note, a source or a reference."""

import re

# CommonMark 0.31, section 4.5: a fence is closed by one of the same character, at least as long.
FENCED = re.compile(r"^(`{3,}|~{3,})[^\n]*\n.*?(?:^\1[`~]*[ \t]*$|\Z)", re.MULTILINE | re.DOTALL)

# As the extension “fenced_code” of Python-Markdown reads it.
CLOSED = re.compile(r"^(~{3,}|`{3,}) *[\w+.-]* *\n(?:.*?\n)??\1 *$", re.MULTILINE | re.DOTALL)


def without(markdown: str) -> str:
    """Return `markdown` with empty lines in place of fenced code: all other lines keep theirs."""
    return FENCED.sub(lambda match: "\n" * match[0].count("\n"), markdown)


def without_closed(markdown: str) -> str:
    """Return the same, but only of code that Python-Markdown is sure to read as such.

    It demands that both fences are equal and begin a line, and the first has no attributes.
    """
    return CLOSED.sub(lambda match: "\n" * match[0].count("\n"), markdown)
