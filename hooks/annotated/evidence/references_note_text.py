"""The words of an endnote in the list below a chapter: its sources, and the editor's remarks."""

from annotated.content.endnotes import Endnote
from annotated.markdown_ext.editor_notes import CLASSES


def markdown(note: Endnote) -> str:
    """Return the definition of a note: each source as `@key` for mkdocs-bibtex, and its locator."""
    cites = [f"@{cite.text}{f', {cite.remark}' if cite.remark else ''}" for cite in note.cites]
    printed = f" [Printed: {note.printed}]{{ .as-printed }}" if note.printed else ""
    return "; ".join(cites) + "." + printed + remarks(note)


def remarks(note: Endnote) -> str:
    """Return the editor's remarks on a note as Markdown, each with how sure it is."""
    return "".join(
        f"\n    [Editor’s note, {CLASSES.get(remark.text, remark.text)}: {remark.remark}]"
        "{ .editor-remark }"
        for remark in note.editor
    )
