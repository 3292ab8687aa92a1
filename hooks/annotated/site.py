"""One build of the site: what is known before a page is made, and what the pages show."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property, partial
from posixpath import dirname, join, normpath, relpath
from urllib.parse import urljoin

from annotated import (
    backlinks,
    chapter_pages,
    coverage,
    cross_checks,
    cross_references,
    exports,
    footnotes,
    linking,
    panel,
    project,
    references,
    search_names,
)
from annotated.entities import Entity
from annotated.knowledge import DOCS, Knowledge
from annotated.linked import Names
from annotated.map_page import TIMELINE, MapPage
from annotated.original import chapter_files, weaving
from annotated.page_end import PageEnd
from annotated.problems import Problem
from annotated.written_pages import Writer


def relative(to: str, page: str) -> str:
    """Return the address `to` (from the root of the site) as the page `page` reaches it."""
    return relpath(to, dirname(page) or ".")


@dataclass
class Site:
    """Made anew for each build, so that nothing outlives it. Addresses start at the root.

    `edit` is where the folder of words can be edited, with a slash at the end, or nothing;
    `guide` is the name of the site with its version.
    """

    known: Knowledge
    found: list[Problem]
    edit: str = ""
    guide: str = ""
    urls: dict[str, str] = field(default_factory=dict)
    anchors: dict[str, str] = field(default_factory=dict)
    mentions: dict[str, list[backlinks.Located]] = field(default_factory=lambda: defaultdict(list))
    named: set[str] = field(default_factory=set)
    unlinked: set[str] = field(default_factory=set)
    linked: dict[str, str] = field(default_factory=dict)
    _names_in: dict[str, Names] = field(default_factory=dict)

    @classmethod
    def read(cls, texts: Mapping[str, str], copied: Mapping[str, str]) -> "Site":
        """Read the files (path from the root to text), and those of the reader's own copy."""
        content, problems = project.read(texts)
        known = Knowledge(content, texts, chapter_files.read(copied))
        problems += [*cross_checks.check(content, texts), *known.atlas.problems()]
        return cls(known, problems)

    @cached_property
    def _ids(self) -> dict[str, str]:
        return {url: id_ for id_, url in self.urls.items()}

    def locate(self, url_of: Mapping[str, str]) -> None:
        """Note where everything is; `url_of` maps paths below the folder of words to addresses."""
        for entity in self.known.entities.values():
            path, _, anchor = entity.path.removeprefix(DOCS).partition("#")
            path, _, anchor = self.known.entries.get(path, path).partition("#")
            self.urls[entity.id] = url_of.get(path, "") + (f"#{anchor}" if anchor else "")
        for chapter in self.known.project.chapters:
            url = url_of.get(chapter.path.removeprefix(DOCS), "")
            self.anchors |= {anchor: f"{url}#{anchor}" for anchor in chapter.anchors}

    def markdown(self, path: str, markdown: str, url: str) -> str:
        """Return the Markdown of a page with what is not typed: facts, lists, notes."""
        writer = Writer(self.known, self.edit_address)
        entity = self.about(url)
        written = writer.page_of(entity) if entity else writer.page(path, markdown)
        return written or markdown + footnotes.definitions(markdown, self.known.notes)

    def about(self, url: str) -> Entity | None:
        """Return the entity that a page is about."""
        return self.known.entities.get(self._ids.get(url, ""))

    def search_names(self, address: str) -> list[str]:
        """Return the names under which a page, its sections or an entry of one are found."""
        entity = self.about(address) or self.about(address.partition("#")[0])
        return search_names.forms(entity) if entity else []

    def html(self, path: str, html: str, url: str, title: str) -> str:
        """Link a page, keep it, and return it without the links: so the search index reads it."""
        html = references.fill(html, self.known.references, relative("sources/index.html", url))
        names = self._names(dirname(url))
        page = linking.link(html, names, frozenset({self._ids.get(url, "")}))
        self.unlinked |= page.unlinked
        self.named |= {mention.id for mention in page.mentions if not mention.by_editor}
        for mention in page.mentions:
            self.mentions[mention.id].append(backlinks.Located(mention, url, title))
        whole = cross_references.link_references(page.html, partial(self._anchor, page=url))
        dressed = chapter_pages.dress(self.known, path, whole, self.edit_address)
        self.linked[url] = weaving.weave(dressed, self.known, path, names, relative("assets", url))
        return html

    def edit_address(self, path: str, line: int) -> str:
        """Return where a line of a file (path from the root) can be edited, or ""."""
        return urljoin(self.edit, f"../{path}#L{line}") if self.edit else ""

    def _anchor(self, anchor: str, page: str) -> str:
        to = self.anchors.get(anchor)
        return relative(to, page) if to else ""

    def _names(self, folder: str) -> Names:
        if folder not in self._names_in:
            self._names_in[folder] = self._names_for(folder)
        return self._names_in[folder]

    def _names_for(self, folder: str) -> Names:
        page = join(folder, "page.html")
        href = cache(lambda id_: relative(self.urls[id_], page))
        at = cache(lambda address: self._ids.get(normpath(join(folder, address)), ""))
        return Names(
            self.known.entities, self.known.matcher, href, lambda to: "" if "//" in to else at(to)
        )

    def finished(self, url: str) -> str:
        """Return the linked page, now that every mention on every page is known."""
        to = cache(partial(relative, page=url))
        page = MapPage(self.known.atlas, self._names(dirname(url)).href, to(TIMELINE))
        return backlinks.fill(panel.BUTTON + page.fill(self.linked.pop(url)), self.mentions, to)

    def whole(self, output: str, url: str) -> str:
        """Return a whole page with the panel, and the cards of what it links to, at its end."""
        end = PageEnd(self.known, self.mentions, self.guide)
        return end.add(output, self._names(dirname(url)).href, partial(self._anchor, page=url))

    def problems(self) -> list[Problem]:
        """Return all problems, sorted, once every page has been linked."""
        return sorted({*self.found, *coverage.check(self.known.project, self.named, self.unlinked)})

    def data(self) -> Iterator[tuple[str, str]]:
        """Yield the files of data: address and text."""
        yield from exports.files(self.known)
        yield from self.known.styles()
