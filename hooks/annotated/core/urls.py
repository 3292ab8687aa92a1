"""URLs as a page reaches them: what writers of pages ask instead of writing URLs by hand."""

from typing import Protocol


class Urls(Protocol):
    """URLs relative to one page."""

    @property
    def cache_key(self) -> str:
        """Return a key that changes where any URL does."""

    def page(self, path: str) -> str:
        """Return the URL of a page by its path below `docs/`, which may end in a fragment."""

    def entity(self, id_: str) -> str:
        """Return the URL of the page or entry of an entity."""

    def anchor(self, anchor: str) -> str:
        """Return the URL of a paragraph or note (`p12`, `fn:43`), or ""."""
