"""Index of the theme's search: each page is read once, and entries are found by their names.

Material and MaterialX feed every page to an index of their own plugin, which parses its HTML.
"""

from collections.abc import Callable
from copy import copy
from typing import Any, Protocol, TypeAlias

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import TableOfContents

from annotated.core.build_cache import BuildCache

PATH = "search/search_index.json"
# Names of the plugin: of Material, and of MaterialX, which keeps the index in a provider.
PLUGINS = ("material/search", "materialx/search")
Entry: TypeAlias = dict[str, Any]
Outline: TypeAlias = list[tuple[str, str, "Outline"]]


class ThemeIndex(Protocol):
    """Index of the theme: entries are collected page by page, then written."""

    entries: list[Entry]

    def add_entry_from_context(self, page: Page) -> None:
        """Add the entries of a page: one for each section."""

    def generate_search_index(self, prev: "ThemeIndex | None") -> str:
        """Return the index as JSON; `prev` is that of an earlier build of single pages."""


class HoldsIndex(Protocol):
    """Plugin or provider of the theme that holds the index."""

    search_index: ThemeIndex


class NamedIndex:
    """Index that the theme fills and writes in place of its own.

    `names` returns, for the URL of an entry, the names under which it is found first: the search
    weighs tags most. Where it is `lazy`, only `text` computes the index.
    """

    def __init__(
        self,
        build_cache: BuildCache,
        index: ThemeIndex,
        names: Callable[[str], list[str]],
        *,
        lazy: bool,
    ) -> None:
        self._cache, self._index, self._names, self._lazy = build_cache, index, names, lazy
        self._pages: list[Page] = []
        self.entries: list[Entry] = []

    def add_entry_from_context(self, page: Page) -> None:
        """Keep a page as it is now, without links."""
        self._pages.append(copy(page))

    def generate_search_index(self, prev: ThemeIndex | None) -> str:
        """Return the index as JSON, or "" where it is lazy."""
        return "" if self._lazy else self.text(prev)

    def text(self, prev: ThemeIndex | None = None) -> str:
        """Return the index as JSON."""
        self._index.entries = [entry for page in self._pages for entry in self._entries(page)]
        for entry in self._index.entries:
            if names := self._names(entry["location"]):
                entry["tags"] = names
        return self._index.generate_search_index(prev)

    def _entries(self, page: Page) -> list[Entry]:
        read = (page.title, repr(page.meta), page.edit_url, _outline(page.toc))
        entries = self._cache.run_on(
            (self._index, page), _new_entries, page.url, page.content, *read
        )
        # Copies, as `text` adds tags to them.
        return [dict(entry) for entry in entries]


def _new_entries(subject: tuple[ThemeIndex, Page], *_read: object) -> list[Entry]:
    index, page = subject
    index.entries = []
    index.add_entry_from_context(page)
    return list(index.entries)


def _outline(toc: TableOfContents | list[Any]) -> Outline:
    return [(item.title, item.url, _outline(item.children)) for item in toc]


def holder(config: MkDocsConfig) -> HoldsIndex | None:
    """Return what holds the index of the theme, or None where its search is another."""
    for name in PLUGINS:
        plugin = config.plugins.get(name)
        for candidate in (plugin, getattr(plugin, "provider", None)):
            if hasattr(candidate, "search_index"):
                return candidate
    return None


def install(
    config: MkDocsConfig,
    build_cache: BuildCache,
    names: Callable[[str], list[str]],
    *,
    lazy: bool,
) -> NamedIndex | None:
    """Let the search of the theme use an index with names, and return it if there is one."""
    found = holder(config)
    if not found:
        return None
    index = NamedIndex(build_cache, found.search_index, names, lazy=lazy)
    found.search_index = index
    return index


def prefer_lunr(config: MkDocsConfig) -> None:
    """Let MaterialX search with lunr, as Material does, and not with Pagefind.

    Pagefind writes an index of its own beside the site, which a page opened from a disk may not
    read, and which knows no names of entries.
    """
    for name in PLUGINS:
        settings = getattr(config.plugins.get(name), "config", {})
        if "provider" in settings:
            settings["provider"] = "lunr"
