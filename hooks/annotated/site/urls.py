"""URLs of the site: where every page, entity, paragraph and note is, and how a page reaches it.

All other modules ask here, so that no URL is written by hand: the generator decides whether the
page of `places/rawa.md` is `places/rawa.html` or `places/rawa/`. URLs start at the root of the
site, without a slash; a page is named by its path below `docs/`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache
from html import unescape
from posixpath import dirname, join, normpath, relpath

from annotated.content import source_parts
from annotated.content.statements import Statement
from annotated.core.input_keys import Inputs, digest
from annotated.linking import linker, matcher, paragraph_references
from annotated.linking.entity_links import link_facts
from annotated.linking.linker import LinkContext, LinkedPage
from annotated.model.entities import Entity
from annotated.site.guide_index import DOCS, GuideIndex

INDEX = "index"
# How many relative paths are kept: those of the paragraphs and notes of a page come together.
KEPT = 1024


def url_of_page(path: str, *, directory_urls: bool = False) -> str:
    """Return the URL of the page `path`, as a generator gives it that is told nothing else.

    With `directory_urls` a page is the index of a folder of its own.
    """
    stem = path.removesuffix(".md")
    folder, _, name = stem.rpartition("/")
    if not directory_urls:
        return f"{stem}.html"
    return f"{folder if name == INDEX else stem}/" if stem != INDEX else "./"


def edit_url(repository: str | None, path: str | None) -> str:
    """Return the URL of a folder of a repository with a slash at its end, or ""."""
    return f"{repository.rstrip('/')}/{path.strip('/')}/" if repository and path else ""


def relative(url: str, folder: str) -> str:
    """Return the URL `url` as the pages of a folder reach it; it may end in a fragment."""
    path, mark, fragment = url.partition("#")
    return f"{_relative(path, folder)}{mark}{fragment}"


@lru_cache(maxsize=KEPT)
def _relative(path: str, folder: str) -> str:
    # From a root: where a path has none, `relpath` asks for the current directory each time.
    found = relpath(f"/{path}", f"/{folder}")
    return f"{found}/" if path.endswith("/") else found


@dataclass(frozen=True)
class SiteUrls:
    """URLs of pages by path, of entities by id, of paragraphs and notes by anchor (`p12`, `fn:43`).

    An entity without a page of its own has the URL of its entry, which ends in a fragment. `root`
    is the address of the site with a slash at its end, or "" where that is not known;
    `source_pages` are the paths below `docs/` of the pages of sources, where they are on several.
    """

    pages: Mapping[str, str]
    entities: Mapping[str, str]
    anchors: Mapping[str, str]
    root: str = ""
    source_pages: Mapping[str, str] = field(default_factory=dict)
    _folders: dict[str, "FolderUrls"] = field(default_factory=dict)

    @classmethod
    def locate(cls, index: GuideIndex, pages: Mapping[str, str], root: str = "") -> "SiteUrls":
        """Return the URLs of all that `index` holds; `pages` are the URLs of pages by path."""
        entities: dict[str, str] = {}
        anchors: dict[str, str] = {}
        for entity in index.entities.values():
            path, _, anchor = entity.path.removeprefix(DOCS).partition("#")
            path, _, anchor = index.entries.get(path, path).partition("#")
            entities[entity.id] = pages.get(path, "") + (f"#{anchor}" if anchor else "")
        for chapter in index.guide.chapters:
            url = pages.get(chapter.path.removeprefix(DOCS), "")
            anchors |= {anchor: f"{url}#{anchor}" for anchor in chapter.anchors}
        return cls(pages, entities, anchors, root, index.guide.source_pages)

    @cached_property
    def cache_key(self) -> str:
        """Return a key that changes where any URL does."""
        return digest(sorted(self.entities.items()), self.anchors, self.source_pages)

    @cached_property
    def inputs(self) -> Inputs:
        """Return a key of all URLs."""
        return Inputs(self, sorted(self.pages.items()), self.root)

    @cached_property
    def ids(self) -> dict[str, str]:
        """Return the ids of entities by URL, in the form that `normpath` gives it."""
        return {normpath(url): id_ for id_, url in self.entities.items() if url}

    @cached_property
    def ends(self) -> frozenset[str]:
        """Return the last part of each of these URLs, and what a URL may end in beside them."""
        return frozenset({"", ".", "..", *(url.rpartition("/")[2] for url in self.ids)})

    def source_page(self, key: str) -> str:
        """Return the path below `docs/` of the page of a source."""
        return self.source_pages.get(key, source_parts.WHOLE)

    def source(self, key: str) -> str:
        """Return the URL of the entry of a source, or "" where no page lists the sources."""
        url = self.pages.get(self.source_page(key))
        return f"{url}#{key}" if url else ""

    def statement(self, statement: Statement) -> str:
        """Return the URL of a statement."""
        return f"{self.pages.get(statement.chapter.removeprefix(DOCS), '')}#{statement.id}"

    def address(self, url: str, of_file: str = "") -> str:
        """Return a URL as a file holds it that is taken away: absolute, where the root is known.

        Else it is relative, from the file at the URL `of_file` or from the root of the site.
        """
        return f"{self.root}{url}" if self.root else relative(url, dirname(of_file))

    def id_at(self, url: str) -> str:
        """Return the id of the entity whose page or entry is at `url`, or ""."""
        return self.ids.get(normpath(url), "")

    def seen_from(self, page: str) -> "FolderUrls":
        """Return the URLs as the page at the URL `page` reaches them."""
        folder = dirname(page)
        if folder not in self._folders:
            self._folders[folder] = FolderUrls(self, folder)
        return self._folders[folder]


@dataclass(frozen=True)
class FolderUrls:
    """URLs relative to the pages of one folder."""

    site: SiteUrls
    folder: str
    _known: dict[str, str] = field(default_factory=dict)

    @property
    def root(self) -> str:
        """Return how to reach the root of the site: "" or a path that ends in a slash."""
        return "../" * len(self.folder.split("/")) if self.folder else ""

    @cached_property
    def cache_key(self) -> str:
        """Return a key that changes where any URL does, or the folder."""
        return digest(self.folder, self.site.cache_key)

    def url(self, url: str) -> str:
        """Return a URL that starts at the root."""
        if url not in self._known:
            self._known[url] = relative(url, self.folder)
        return self._known[url]

    def page(self, path: str) -> str:
        """Return the URL of a page by its path, which may end in a fragment (`a/b.md#c`)."""
        path, mark, fragment = path.partition("#")
        return f"{self.url(self.site.pages.get(path) or url_of_page(path))}{mark}{fragment}"

    def entity(self, id_: str) -> str:
        """Return the URL of the page or entry of an entity."""
        return self.url(self.site.entities[id_])

    def source_page(self, key: str) -> str:
        """Return the URL of the page of a source."""
        return self.page(self.site.source_page(key))

    def anchor(self, anchor: str) -> str:
        """Return the URL of a paragraph or note, or ""."""
        url = self.site.anchors.get(anchor)
        return self.url(url) if url else ""

    def id_at(self, href: str) -> str:
        """Return the id of the entity to which a relative URL leads, or ""."""
        # Most links lead to no entity, which their ends tell.
        if "//" in href or href.rstrip("/").rpartition("/")[2] not in self.site.ends:
            return ""
        return self.site.id_at(join(self.folder, href))


@dataclass
class SiteLinker:
    """The linker for the pages of a site."""

    index: GuideIndex
    urls: SiteUrls

    @cached_property
    def _entities(self) -> dict[str, Entity]:
        return {id_: link_facts(entity) for id_, entity in self.index.entities.items()}

    @cached_property
    def _facts(self) -> Inputs:
        return Inputs(self._entities)

    def context(self, page: str) -> LinkContext:
        """Return what the linker knows on the page at the URL `page`."""
        here = self.urls.seen_from(page)
        return LinkContext(self.index.entities, self.index.matcher, here.entity, here.id_at)

    def link(self, html: str, page: str) -> LinkedPage:
        """Return the page at the URL `page` with its names and references linked."""
        cache, here = self.index.build_cache, self.urls.seen_from(page)
        own = frozenset({self.urls.id_at(page)})
        names, key = self.index.matcher, ""
        if cache.keeps:
            # Only the spellings that the page can hold: a new one elsewhere changes nothing.
            names = names.restricted_to(cache.run(_words, html))
            key = digest(self._facts.cache_key, names.spellings, here.cache_key)
        context = LinkContext(self._entities, names, here.entity, here.id_at, key)
        return cache.run(_linked, html, context, own, here)


def _words(html: str) -> frozenset[str]:
    return matcher.words(unescape(html))


def _linked(html: str, context: LinkContext, own: frozenset[str], urls: FolderUrls) -> LinkedPage:
    linked = linker.link(html, context, own)
    return replace(linked, html=paragraph_references.link_references(linked.html, urls.anchor))
