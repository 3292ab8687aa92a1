"""Our own extensions of Markdown, added to those that the configuration names."""

from collections.abc import Iterable
from typing import Any

from annotated.markdown_ext.bracketed_spans import SpanExtension
from annotated.markdown_ext.breakable_paths import BreakablePaths
from annotated.markdown_ext.editor_notes import EditorNotes
from annotated.markdown_ext.entry_links import EntryLinks
from annotated.markdown_ext.printed_footnotes import PrintedNumbersExtension


def with_ours(configured: Iterable[object], entry_links: EntryLinks) -> list[Any]:
    """Return the names among `configured`, with new instances of ours in place of former ones.

    The host takes instances as well as names, though it declares names only.
    """
    names = [one for one in configured if isinstance(one, str)]
    ours = (SpanExtension(), PrintedNumbersExtension(), EditorNotes(), BreakablePaths())
    return [*names, *ours, entry_links]
