"""Notation that a page cannot hold, left out: Markdown tries each of it on every text or block.

Where none of its signs is in the text of a page, a pattern finds nothing there.
"""

import re
from collections.abc import Mapping, Sequence

from markdown import Markdown
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor

from annotated.markdown_ext.bracketed_spans import BRACKET, LEVELS, level_name

# After raw HTML (20) has been taken out, and all the rest read.
PRIORITY = 0
# The signs with one of which each kind of notation begins, by its name in Python-Markdown.
SIGNS = {
    "backtick": ("`",),
    "escape": ("\\",),
    "link": ("](",),
    "image_link": ("![",),
    "image_reference": ("![",),
    "short_image_ref": ("![",),
    "autolink": ("<",),
    "automail": ("<",),
    "html": ("<",),
    "linebreak": ("  ",),
    "entity": ("&",),
    "delimiter": ("*", "_"),
    "footnote": ("[^",),
    level_name(0): ("]{",),
}
# The same of blocks.
BLOCK_SIGNS = {"admonition": ("!!!",), "table": ("|",), "quote": (">",)}
# What names an address elsewhere, and what only asks for one that is named so.
DEFINITION = re.compile(r"\[(?!\^)[^\[\]]*\]:")
BY_NAME = ("reference", "short_reference")


class UnusedPatterns(Extension):
    """Leaves out the notation whose signs are not in the text; the instance reads one text."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - named by the base class
        """Add the preprocessor to `md`."""
        md.preprocessors.register(_LeaveOut(md), "unused_patterns", PRIORITY)


class _LeaveOut(Preprocessor):
    def run(self, lines: list[str]) -> list[str]:
        text = "\n".join(lines)
        unused, blocks = _missing(SIGNS, text), _missing(BLOCK_SIGNS, text)
        if not DEFINITION.search(text):
            unused += BY_NAME
            blocks.append("reference")
        unused += map(level_name, range(max(_depth(text), 1), LEVELS))
        for name in unused:
            self.md.inlinePatterns.deregister(name, strict=False)
        for name in blocks:
            self.md.parser.blockprocessors.deregister(name, strict=False)
        return lines


def _missing(signs_of: Mapping[str, Sequence[str]], text: str) -> list[str]:
    return [name for name, signs in signs_of.items() if not any(sign in text for sign in signs)]


def _depth(text: str) -> int:
    """Return how many brackets may at most be within each other."""
    if "\\" in text or "`" in text:
        return LEVELS  # what either of them holds is no bracket, and not told apart here
    depth = deepest = 0
    for bracket in BRACKET.findall(text):
        depth = depth + 1 if bracket == "[" else max(depth - 1, 0)
        deepest = max(deepest, depth)
    return deepest
