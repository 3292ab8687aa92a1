"""Links to the file of an entry lead to the entry on the page that gathers its kind."""

from collections.abc import Mapping
from posixpath import dirname, join, normpath, relpath
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

# Just before the host resolves relative links (0).
PRIORITY = 1


class EntryLinks(Extension):
    """Rewrites links; `page` is the path of the page that is being read, set by the caller.

    `targets` maps the path of an entry's file to the path and anchor of the entry.
    """

    def __init__(self, targets: Mapping[str, str]) -> None:
        super().__init__()
        self.targets = targets
        self.page = ""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - named by the base class
        """Add the tree processor to `md`."""
        md.treeprocessors.register(_Rewrite(md, self), "entry_links", PRIORITY)


class _Rewrite(Treeprocessor):
    def __init__(self, md: Markdown, links: EntryLinks) -> None:
        super().__init__(md)
        self.links = links

    def run(self, root: Element) -> None:
        folder = dirname(self.links.page)
        for element in root.iter("a"):
            href = element.get("href", "")
            if not href.endswith(".md") or "//" in href:
                continue
            target = self.links.targets.get(normpath(join(folder, href)))
            if target:
                element.set("href", relpath(target, folder or "."))
