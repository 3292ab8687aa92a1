"""Tables of three columns or more, made ready for a phone, which shows each row as a block.

Each cell carries the name of its column, which stands before it there. The roles are given, since
a row that is shown as a block has none in some browsers.
"""

from itertools import chain
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

LEAST = 3
ROLES = {
    "table": "table", "thead": "rowgroup", "tbody": "rowgroup", "tr": "row",
    "th": "columnheader", "td": "cell",
}  # fmt: skip
# After inline Markdown (20), which makes text of what a heading holds.
PRIORITY = 6


class StackedTables(Extension):
    """Gives the cells of a table of many columns their roles and the names of their columns."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - named by the base class
        """Add the tree processor to `md`."""
        md.treeprocessors.register(_Stack(md), "stacked_tables", PRIORITY)


class _Stack(Treeprocessor):
    def run(self, root: Element) -> None:
        for table in root.iter("table"):
            names = [" ".join("".join(head.itertext()).split()) for head in table.iter("th")]
            if len(names) >= LEAST:
                _stack(table, names)


def _stack(table: Element, names: list[str]) -> None:
    for element in table.iter():
        if element.tag in ROLES:
            element.set("role", ROLES[element.tag])
    for row in chain.from_iterable(body.iter("tr") for body in table.iter("tbody")):
        for name, cell in zip(names, row, strict=False):
            if name:
                cell.set("data-column", name)
