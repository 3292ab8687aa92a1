"""Alignment of the cells of a table as a class: the policy of the page forbids a style.

Python-Markdown writes what GitHub Flavored Markdown means by `|:-:|--:|` as a style attribute.
"""

import re
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

STYLE = re.compile(r"text-align: (left|center|right);")
# After inline Markdown (20), in which attributes in braces are set (8) or not.
PRIORITY = 7


class AlignedCells(Extension):
    """Sets the class `align-left`, `align-center` or `align-right` of a cell."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - named by the base class
        """Add the tree processor to `md`."""
        md.treeprocessors.register(_Align(md), "aligned_cells", PRIORITY)


class _Align(Treeprocessor):
    def run(self, root: Element) -> None:
        for cell in (*root.iter("th"), *root.iter("td")):
            style = STYLE.fullmatch(cell.get("style", ""))
            if style:
                del cell.attrib["style"]
                classes = [cell.get("class", ""), f"align-{style[1]}"]
                cell.set("class", " ".join(classes).strip())
