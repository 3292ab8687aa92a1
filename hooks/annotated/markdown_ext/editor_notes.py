"""Editor's notes on a paragraph: the admonitions that follow one another, folded into one."""

from itertools import groupby
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

CLASSES = {
    "certain": "certain from the text",
    "source": "from a source seen",
    "inferred": "inferred",
    "undecided": "undecided",
}
# After inline Markdown (20) has been read.
PRIORITY = 14


class EditorNotes(Extension):
    """Folds the `!!! editor certain` blocks that follow one another into one element."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - named by the base class
        """Add the tree processor to `md`."""
        md.treeprocessors.register(_Fold(md), "editor_notes", PRIORITY)


class _Fold(Treeprocessor):
    def run(self, root: Element) -> None:
        children = list(root)
        root[:] = []
        for is_note, group in groupby(children, key=_is_editor_note):
            if is_note:
                root.append(_folded(list(group)))
            else:
                root.extend(group)


def _is_editor_note(element: Element) -> bool:
    return element.get("class", "").split()[:2] == ["admonition", "editor"]


def _folded(notes: list[Element]) -> Element:
    details = Element("details", {"class": "editor-notes"})
    word = "Editor’s note" if len(notes) == 1 else f"{len(notes)} editor’s notes"
    SubElement(details, "summary").text = word
    for note in notes:
        classes = note.get("class", "").split()
        sure = next((name for name in classes if name in CLASSES), "")
        note.set("class", f"editor {sure}".strip())
        title = note[0]
        title.set("class", "sure")
        title.text = CLASSES.get(sure, "").capitalize()
        details.append(note)
    return details
