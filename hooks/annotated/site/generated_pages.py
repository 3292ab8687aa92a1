"""Which page is written by what: entities, indexes of kinds, sources, audit, claims."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from annotated.evidence import audit_page as audit
from annotated.evidence import audit_page_annotations as annotations
from annotated.evidence import profile_page as profile
from annotated.evidence import sources_page as bibliography
from annotated.evidence import statements_page as claim_pages
from annotated.model.entities import Entity, Event, Place
from annotated.model.kinds import KINDS
from annotated.site import index_pages as listings
from annotated.site.derived import Knowledge
from annotated.site.entity_pages import Pages
from annotated.timeline import page as timeline

# What stands below the typed words of a page, by its path below the folder of words.
WRITTEN: Mapping[str, Callable[[Knowledge], str]] = {
    "sources/index.md": lambda known: bibliography.page(
        list(known.project.sources.values()), known.project.endnotes, known.parts
    ),
    "sources/audit.md": lambda known: audit.page(known.project, known.texts),
    "sources/annotations.md": lambda known: annotations.page(known.project, known.texts),
    "claims/statements.md": lambda known: claim_pages.statements(
        known.project.chapters, known.parts, known.evidence
    ),
    "claims/profile.md": lambda known: profile.profile(
        known.project.chapters, known.parts, known.evidence
    ),
    "timeline/index.md": lambda known: timeline.page(known.project, known.tellings),
}


@dataclass(frozen=True)
class Writer:
    """Writes what nobody types. `edit` tells where a line of a file can be edited, or ""."""

    known: Knowledge
    edit: Callable[[str, int], str]

    @property
    def _pages(self) -> Pages:
        return Pages(self.known.entities, self.known.events_of, self.known.locator)

    def page_of(self, entity: Entity) -> str:
        """Return the page of an entity."""
        return self._pages.page(entity)

    def page(self, path: str, markdown: str) -> str:
        """Return a page with its list below what is typed, or nothing where it has none."""
        listed = self._listed(path)
        return f"{markdown}\n\n{listed}" if listed else ""

    def _listed(self, path: str) -> str:
        if path in WRITTEN:
            return WRITTEN[path](self.known)
        kind = next((kind for kind in KINDS if path == f"{kind.folder}/index.md"), None)
        return self._index(kind.type) if kind else ""

    def _index(self, cls: type[Entity]) -> str:
        chosen = self.known.project.catalogue.of_type(cls)
        entities = self.known.entities
        if cls is Place:
            names = {id_: entity.name for id_, entity in entities.items()}
            return listings.gazetteer([one for one in chosen if isinstance(one, Place)], names)
        if cls is Event:
            return listings.by_kind([one for one in chosen if isinstance(one, Event)])
        return "\n\n".join(self._pages.entry(one, self.edit(one.path, 1)) for one in chosen)
