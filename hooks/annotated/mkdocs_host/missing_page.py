"""Page of a wrong URL: what its template, `theme/404.html`, shows besides the search."""

from collections.abc import Sequence
from dataclasses import dataclass

from mkdocs.structure import StructureItem
from mkdocs.structure.nav import Section

from annotated.site.site_settings import ChapterUrls


@dataclass(frozen=True)
class Missing:
    """The chapters with the URLs of their paragraphs, and a way into each part of the guide."""

    chapters: Sequence[ChapterUrls]

    @staticmethod
    def first(item: StructureItem) -> StructureItem:
        """Return the first page of a part of the navigation, at any depth of it."""
        while isinstance(item, Section):
            item = item.children[0]
        return item
