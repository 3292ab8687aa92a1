"""Registration of our own Markdown extensions, anew for each page."""

from collections.abc import Mapping

from markdown.extensions import Extension

from annotated.markdown_ext.aligned_cells import AlignedCells
from annotated.markdown_ext.bracketed_spans import SpanExtension
from annotated.markdown_ext.breakable_paths import BreakablePaths
from annotated.markdown_ext.entry_links import EntryLinks
from annotated.markdown_ext.printed_footnotes import PrintedNumbersExtension
from annotated.markdown_ext.remark_blocks import RemarkBlocks
from annotated.markdown_ext.stacked_tables import StackedTables
from annotated.markdown_ext.unused_patterns import UnusedPatterns


def extensions(page: str, entries: Mapping[str, str]) -> list[Extension]:
    """Return new instances for the page `page`; `entries` are the targets of EntryLinks."""
    return [
        SpanExtension(),
        PrintedNumbersExtension(),
        RemarkBlocks(),
        BreakablePaths(),
        AlignedCells(),
        StackedTables(),
        UnusedPatterns(),
        EntryLinks(page, entries),
    ]
