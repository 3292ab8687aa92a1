"""Registration of our own Markdown extensions, anew for each page."""

from collections.abc import Mapping

from markdown.extensions import Extension

from annotated.markdown_ext.aligned_cells import AlignedCells
from annotated.markdown_ext.bracketed_spans import SpanExtension
from annotated.markdown_ext.breakable_paths import BreakablePaths
from annotated.markdown_ext.editor_notes import EditorNotes
from annotated.markdown_ext.entry_links import EntryLinks
from annotated.markdown_ext.printed_footnotes import PrintedNumbersExtension


def extensions(page: str, entries: Mapping[str, str]) -> list[Extension]:
    """Return new instances for the page `page`; `entries` are the targets of EntryLinks."""
    return [
        SpanExtension(),
        PrintedNumbersExtension(),
        EditorNotes(),
        BreakablePaths(),
        AlignedCells(),
        EntryLinks(page, entries),
    ]
