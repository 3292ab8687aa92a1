"""Breakable paths: a path in code may break after its slashes, not within a word."""

import re
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

# After everything that reads the text of code, and before links are resolved (0).
PRIORITY = 0.5
BREAK = re.compile(r"(?<=\w/)(?=\w)")


class BreakablePaths(Extension):
    """Puts the element `wbr` after each slash between words in code, but not in blocks of it."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - named by the base class
        """Add the tree processor to `md`."""
        md.treeprocessors.register(_Break(md), "breakable_paths", PRIORITY)


class _Break(Treeprocessor):
    def run(self, root: Element) -> None:
        blocks = {code for pre in root.iter("pre") for code in pre}
        for code in [element for element in root.iter("code") if element not in blocks]:
            first, *others = BREAK.split(code.text or "")
            code.text = AtomicString(first)
            for other in others:
                SubElement(code, "wbr").tail = AtomicString(other)
