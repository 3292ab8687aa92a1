"""Entry links: a link to the file of an entry leads to it on the page that gathers its kind."""

from collections.abc import Mapping
from posixpath import dirname, join, normpath, relpath
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

# Just before relative links are resolved (0), which knows files and not entries.
PRIORITY = 1


class EntryLinks(Extension):
    """Rewrites the links of the page `page`, a path below `docs/`.

    `targets` maps the path of an entry's file to the path and anchor of the entry.
    """

    def __init__(self, page: str, targets: Mapping[str, str]) -> None:
        super().__init__()
        self._folder, self._targets = dirname(page), targets

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - named by the base class
        """Add the tree processor to `md`."""
        md.treeprocessors.register(
            _Rewrite(md, self._folder, self._targets), "entry_links", PRIORITY
        )


class _Rewrite(Treeprocessor):
    def __init__(self, md: Markdown, folder: str, targets: Mapping[str, str]) -> None:
        super().__init__(md)
        self._folder, self._targets = folder, targets

    def run(self, root: Element) -> None:
        for element in root.iter("a"):
            href = element.get("href", "")
            if not href.endswith(".md") or "//" in href:
                continue
            target = self._targets.get(normpath(join(self._folder, href)))
            if target:
                element.set("href", relpath(target, self._folder or "."))
