"""Index of the theme's search, which stays empty: the search reads names and texts of our own.

The plugin of Material and of MaterialX stays in the configuration, as its templates show the
field only where it is.
"""

from pathlib import Path
from typing import Protocol

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

FILE = "search/search_index.json"
# Names of the plugin: of Material, and of MaterialX, which keeps the index in a provider.
PLUGINS = ("material/search", "materialx/search")


class HoldsIndex(Protocol):
    """Plugin or provider of the theme that holds the index."""

    search_index: object


class EmptyIndex:
    """Index that the theme fills and writes in place of its own."""

    def add_entry_from_context(self, page: Page) -> None:
        """Read nothing of a page."""

    def generate_search_index(self, _prev: object) -> str:
        """Return the text of the file that is written, and then removed."""
        return ""


def holder(config: MkDocsConfig) -> HoldsIndex | None:
    """Return what holds the index of the theme, or None where its search is another."""
    for name in PLUGINS:
        plugin = config.plugins.get(name)
        for candidate in (plugin, getattr(plugin, "provider", None)):
            if hasattr(candidate, "search_index"):
                return candidate
    return None


def silence(config: MkDocsConfig) -> None:
    """Let the search of the theme read no page."""
    if found := holder(config):
        found.search_index = EmptyIndex()


def remove(site: Path) -> None:
    """Remove from the folder `site` the empty index that the search of the theme has written."""
    (site / FILE).unlink(missing_ok=True)


def prefer_lunr(config: MkDocsConfig) -> None:
    """Let MaterialX search as Material does, and not with Pagefind, which reads the built site."""
    for name in PLUGINS:
        settings = getattr(config.plugins.get(name), "config", {})
        if "provider" in settings:
            settings["provider"] = "lunr"
