"""Which page is written by what: entities, indexes of kinds, sources, audit, claims."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from annotated.evidence import (
    audit_page,
    profile_page,
    sources_page,
    statements_page,
)
from annotated.model.entities import Entity, Event, Place
from annotated.model.kinds import KINDS
from annotated.site import index_pages
from annotated.site.entity_pages import Pages
from annotated.site.guide_index import GuideIndex
from annotated.timeline import timeline_page

# What stands below the typed words of a page, by its path below the folder of words.
WRITTEN: Mapping[str, Callable[[GuideIndex], str]] = {
    "sources/index.md": lambda index: sources_page.page(
        list(index.guide.sources.values()), index.guide.endnotes, index.parts
    ),
    "sources/audit.md": lambda index: audit_page.audit(index.guide, index.texts),
    "sources/annotations.md": lambda index: audit_page.annotations(index.guide, index.texts),
    "claims/statements.md": lambda index: statements_page.statements(
        index.guide.chapters, index.parts, index.evidence
    ),
    "claims/profile.md": lambda index: profile_page.profile(
        index.guide.chapters, index.parts, index.evidence
    ),
    "timeline/index.md": lambda index: timeline_page.page(index.guide, index.tellings),
}


@dataclass(frozen=True)
class Writer:
    """Writes what nobody types. `edit` tells where a line of a file can be edited, or ""."""

    index: GuideIndex
    edit: Callable[[str, int], str]

    @property
    def _pages(self) -> Pages:
        return Pages(self.index.entities, self.index.events_of, self.index.locator)

    def page_of(self, entity: Entity) -> str:
        """Return the page of an entity."""
        return self._pages.page(entity)

    def page(self, path: str, markdown: str) -> str:
        """Return a page with its list below what is typed, or nothing where it has none."""
        listed = self._listed(path)
        return f"{markdown}\n\n{listed}" if listed else ""

    def _listed(self, path: str) -> str:
        if path in WRITTEN:
            return WRITTEN[path](self.index)
        kind = next((kind for kind in KINDS if path == f"{kind.folder}/index.md"), None)
        return self._index(kind.type) if kind else ""

    def _index(self, cls: type[Entity]) -> str:
        catalogue = self.index.guide.catalogue
        if cls is Place:
            names = {id_: entity.name for id_, entity in catalogue.entities.items()}
            return index_pages.gazetteer(catalogue.of_type(Place), names)
        if cls is Event:
            return index_pages.by_kind(catalogue.of_type(Event))
        chosen = catalogue.of_type(cls)
        return "\n\n".join(self._pages.entry(one, self.edit(one.path, 1)) for one in chosen)
