"""Where everything is on the site, and the links from a page to it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property, partial
from html import unescape
from posixpath import dirname, join, normpath, relpath

from annotated.core.build_cache import digest
from annotated.linking import linker, matcher, paragraph_references
from annotated.linking.linker import LinkContext, LinkedPage, link_key
from annotated.site.guide_index import DOCS, GuideIndex


def relative(to: str, page: str) -> str:
    """Return the address `to` (from the root of the site) as the page `page` reaches it."""
    # From the root: of what has none, the host's system is asked each time where it stands.
    return relpath(f"/{to}", f"/{dirname(page)}")


def folder(repository: str | None, path: str | None) -> str:
    """Return the address of a folder in a repository with a slash at its end, or ""."""
    return f"{repository.rstrip('/')}/{path.strip('/')}/" if repository and path else ""


@dataclass
class SiteLinks:
    """Addresses of entities by id, and of paragraphs and notes by anchor, from the root."""

    index: GuideIndex
    urls: dict[str, str] = field(default_factory=dict)
    anchors: dict[str, str] = field(default_factory=dict)
    _names_in: dict[str, LinkContext] = field(default_factory=dict)

    def locate(self, url_of: Mapping[str, str]) -> None:
        """Note where everything is; `url_of` maps paths below the folder of words to addresses."""
        for entity in self.index.entities.values():
            path, _, anchor = entity.path.removeprefix(DOCS).partition("#")
            path, _, anchor = self.index.entries.get(path, path).partition("#")
            self.urls[entity.id] = url_of.get(path, "") + (f"#{anchor}" if anchor else "")
        for chapter in self.index.guide.chapters:
            url = url_of.get(chapter.path.removeprefix(DOCS), "")
            self.anchors |= {anchor: f"{url}#{anchor}" for anchor in chapter.anchors}

    @cached_property
    def ids(self) -> dict[str, str]:
        """Return the ids of entities by address; ask once everything is located."""
        return {url: id_ for id_, url in self.urls.items()}

    @cached_property
    def _naming(self) -> str:
        entities = self.index.entities
        return digest([(link_key(entities[id_]), url) for id_, url in sorted(self.urls.items())])

    @cached_property
    def addresses(self) -> str:
        """Return what stands for all addresses: while it is the same, none has changed."""
        return digest(sorted(self.urls.items()), self.anchors)

    @cached_property
    def _anchoring(self) -> str:
        return digest(self.anchors)

    def link(self, html: str, page: str) -> LinkedPage:
        """Return the page at the address `page` with its names linked."""
        folder, own = dirname(page), frozenset({self.ids.get(page, "")})
        get_or_compute = self.index.build_cache.get_or_compute
        words = get_or_compute(("words", html), lambda: matcher.words(unescape(html)))
        return get_or_compute(
            ("link", html, folder, own, self._naming, self.index.matcher.made_of(words)),
            lambda: linker.link(html, self.names(folder), own),
        )

    def refer(self, html: str, page: str) -> str:
        """Return the page with its references to paragraphs and notes linked."""
        return self.index.build_cache.get_or_compute(
            ("refer", html, dirname(page), self._anchoring),
            lambda: paragraph_references.link_references(html, partial(self.anchor, page=page)),
        )

    def anchor(self, anchor: str, page: str) -> str:
        """Return the address of a paragraph or note, as the page reaches it, or ""."""
        to = self.anchors.get(anchor)
        return relative(to, page) if to else ""

    def names(self, folder: str) -> LinkContext:
        """Return what the linker knows on the pages of a folder."""
        if folder not in self._names_in:
            self._names_in[folder] = self._names_for(folder)
        return self._names_in[folder]

    def _names_for(self, folder: str) -> LinkContext:
        page = join(folder, "page.html")
        href = cache(lambda id_: relative(self.urls[id_], page))
        at = cache(lambda address: self.ids.get(normpath(join(folder, address)), ""))
        return LinkContext(
            self.index.entities, self.index.matcher, href, lambda to: "" if "//" in to else at(to)
        )
