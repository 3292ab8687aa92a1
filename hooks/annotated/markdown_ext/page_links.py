"""Links to files of the guide, led to their pages, for a check.

In a build the generator does so, in the same way: a test compares the pages of both.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from posixpath import dirname, join, normpath
from urllib.parse import unquote, urlsplit, urlunsplit
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

# After EntryLinks (1), and last of all, as in a build.
PRIORITY = 0
ADDRESSES = {"a": "href", "img": "src"}


@dataclass
class PageLinks(Extension):
    """Resolves the links of the page `page`, and collects where they lead.

    Paths are below `docs/`; `urls` maps those of all files to URLs, which `relative` returns as
    the page reaches them. `broken` are links to no file; `targets` maps each other link with a
    fragment to the path and the fragment.
    """

    page: str
    urls: Mapping[str, str]
    relative: Callable[[str], str]
    broken: list[str] = field(default_factory=list)
    targets: dict[str, tuple[str, str]] = field(default_factory=dict)

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - named by the base class
        """Add the tree processor to `md`."""
        md.treeprocessors.register(_Resolve(md, self), "page_links", PRIORITY)

    def resolve(self, link: str) -> str:
        """Return the URL of a link, or the link itself where it is to be left as it is."""
        scheme, host, path, query, fragment = urlsplit(link)
        if scheme or host or link.startswith("/"):
            return link
        target = normpath(join(dirname(self.page), unquote(path))) if path else self.page
        if target not in self.urls:
            self.broken.append(link)
            return link
        if fragment:
            self.targets[link] = target, fragment
        url = self.relative(self.urls[target]) if path else ""
        return urlunsplit(("", "", url, query, fragment))


class _Resolve(Treeprocessor):
    def __init__(self, md: Markdown, links: PageLinks) -> None:
        super().__init__(md)
        self._links = links

    def run(self, root: Element) -> None:
        for element in root.iter():
            name = ADDRESSES.get(str(element.tag), "")
            if link := element.get(name):
                element.set(name, self._links.resolve(link))
