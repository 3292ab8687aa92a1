"""The index of the search: what it reads of a page is kept, and entries are found by their names.

What the host hands over is known here by the few attributes that are used, so that this file
needs no host.
"""

from collections.abc import Callable
from copy import copy
from typing import Any, TypeAlias

from annotated.core.build_cache import BuildCache, digest

# Objects of the host and of the theme.
Page: TypeAlias = Any
Outline: TypeAlias = Any
Index: TypeAlias = Any
Plugin: TypeAlias = Any

FILE = "search/search_index.json"


def page_key(page: Page) -> tuple[str, ...]:
    """Return what the search reads of a page."""
    rest = (page.title, page.meta, page.edit_url, _outline(page.toc))
    return page.url, page.content, digest(*rest)


def _outline(toc: Outline) -> list[Any]:
    return [(item.title, item.url, _outline(item.children)) for item in toc]


class SearchIndex:
    """Stands for the index of the theme's search, which reads every page once more.

    `names` returns, for the address of an entry, the names under which it is found first: the
    search weighs tags most. Where it is `put_off`, only `text` makes the index.
    """

    def __init__(
        self,
        build_cache: BuildCache,
        index: Index,
        names: Callable[[str], list[str]],
        *,
        put_off: bool,
    ) -> None:
        self._memory, self._index, self._names, self._put_off = build_cache, index, names, put_off
        self._pages: list[Page] = []

    def add_entry_from_context(self, page: Page) -> None:
        """Note a page as it is now, without links."""
        self._pages.append(copy(page))

    def generate_search_index(self, previous: Index) -> str:
        """Return the index as the search reads it, or nothing where it is put off."""
        return "" if self._put_off else self.text(previous)

    def text(self, previous: Index = None) -> str:
        """Return the index as the search reads it."""
        self._index.entries = [entry for page in self._pages for entry in self._entries(page)]
        for entry in self._index.entries:
            if names := self._names(entry["location"]):
                entry["tags"] = names
        return str(self._index.generate_search_index(previous))

    def _entries(self, page: Page) -> list[dict[str, Any]]:
        key = ("search", *page_key(page))
        # Copies, as the entries are changed afterwards.
        return [dict(entry) for entry in self._memory.get_or_compute(key, lambda: self._new(page))]

    def _new(self, page: Page) -> list[dict[str, Any]]:
        self._index.entries = []
        self._index.add_entry_from_context(page)
        return list(self._index.entries)


def take_over(
    plugin: Plugin, build_cache: BuildCache, names: Callable[[str], list[str]], *, put_off: bool
) -> SearchIndex:
    """Have the plugin of the theme's search fill and write this index in place of its own."""
    index = SearchIndex(build_cache, plugin.search_index, names, put_off=put_off)
    plugin.search_index = index
    return index
