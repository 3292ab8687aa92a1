"""The words of an endnote in the list below a chapter: its sources, and the editor's remarks."""

from collections.abc import Mapping

from annotated.editor_notes import CLASSES
from annotated.endnotes import Endnote
from annotated.sources import Source


def markdown(note: Endnote, sources: Mapping[str, Source]) -> str:
    """Return the definition of a note: each source with its locator and a link to its entry.

    Keys stand as `@key`, for mkdocs-bibtex to replace.
    """
    cites = []
    for cite in note.cites:
        locator = f", {cite.remark}" if cite.remark else ""
        kind = sources[cite.text].kind if cite.text in sources else ""
        entry = f" [{kind}](../sources/index.md#{cite.text}){{ .source-kind }}" if kind else ""
        cites.append(f"@{cite.text}{locator}{entry}")
    printed = f" [Printed: {note.printed}]{{ .as-printed }}" if note.printed else ""
    return "; ".join(cites) + "." + printed + remarks(note)


def remarks(note: Endnote) -> str:
    """Return the editor's remarks on a note as Markdown, each with how sure it is."""
    return "".join(
        f"\n    [Editor’s note, {CLASSES.get(remark.text, remark.text)}: {remark.remark}]"
        "{ .editor-remark }"
        for remark in note.editor
    )
