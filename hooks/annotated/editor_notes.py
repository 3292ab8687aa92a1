"""Editor's notes beside a paragraph: what does not fit, and how sure of that one can be."""

from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

CLASSES = {
    "certain": "certain from the text",
    "source": "from a source seen",
    "inferred": "inferred",
    "undecided": "undecided",
}
PRIORITY = 14


class EditorNoteTitles(Treeprocessor):
    """Gives `!!! editor certain` its title, and makes it an aside for assistive technology."""

    def run(self, root: Element) -> None:
        """Change the elements that the admonition extension has made."""
        for element in root.iter("div"):
            classes = element.get("class", "").split()
            if classes[:2] == ["admonition", "editor"]:
                sure = next((CLASSES[name] for name in classes if name in CLASSES), "")
                element[0].text = f"Editor’s note · {sure}" if sure else "Editor’s note"
                element.set("role", "note")


class EditorNotes(Extension):
    """Registers the titles."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - named by the base class
        """Add the tree processor to `md`."""
        md.treeprocessors.register(EditorNoteTitles(md), "editor_notes", PRIORITY)
