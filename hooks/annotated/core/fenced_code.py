"""Fenced code in Markdown: examples, in which nothing is a note, a source or a reference."""

import re

# CommonMark 0.31, section 4.5: a fence is closed by one of the same sign, at least as long.
FENCED = re.compile(r"^(`{3,}|~{3,})[^\n]*\n.*?(?:^\1[`~]*[ \t]*$|\Z)", re.MULTILINE | re.DOTALL)

CLOSED = re.compile(r"^(~{3,}|`{3,}) *[\w+.-]* *\n(?:.*?\n)??\1 *$", re.MULTILINE | re.DOTALL)


def without(markdown: str) -> str:
    """Return `markdown` with empty lines in the place of fenced code, so that lines keep number."""
    return FENCED.sub(lambda match: "\n" * match[0].count("\n"), markdown)


def without_closed(markdown: str) -> str:
    """Return the same, but only of code that Python-Markdown is sure to read as such.

    It wants both fences equal and at the head of a line, and the first without attributes.
    """
    return CLOSED.sub(lambda match: "\n" * match[0].count("\n"), markdown)
