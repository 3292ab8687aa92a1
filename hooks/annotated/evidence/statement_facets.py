"""Facets of a statement: by what the page of all statements can be filtered, and in which words."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from annotated.content.statements import Statement
from annotated.evidence.attestations import entities_in
from annotated.evidence.sources_page import HEADINGS
from annotated.evidence.statement_evidence import Evidence
from annotated.linking.matcher import Matcher
from annotated.model.entities import Entity, Event, Group, Person, Place
from annotated.model.vocabulary import HEDGE_KINDS

NONE = "none"
LABELS = {
    "speaker": "Who says it",
    "support": "Notes",
    "kind": "Kind of source",
    "alone": "Whose word alone",
    "hedge": "Held back by",
    "place": "Place",
    "actor": "Person or group",
    "event": "Event",
    "theme": "Theme",
    "chapter": "Chapter",
}
SUPPORT = {
    "here": "a note at its words",
    "near": "under a note nearby",
    NONE: "no note",
    "doubt": "a note that may not bear it",
}


@dataclass(frozen=True)
class Facets:
    """The facets of statements, as ids by the name of the facet."""

    evidence: Evidence
    matcher: Matcher

    def of(self, statement: Statement) -> dict[str, list[str]]:
        """Return the values of a statement for each facet of LABELS."""
        evidence = self.evidence
        support = evidence.support(statement)
        found = entities_in(statement, self.matcher)
        named = [self._entities[id_] for id_ in found if id_ in self._entities]
        return {
            "speaker": [statement.speaker],
            "support": [support.where, *(["doubt"] if support.doubt else [])],
            "kind": sorted({source.kind for source in evidence.sources_of(statement)}),
            "alone": [evidence.alone(statement) or NONE],
            "hedge": sorted({hedge.kind for hedge in statement.hedges}) or [NONE],
            "place": [each.id for each in named if isinstance(each, Place)],
            "actor": [each.id for each in named if isinstance(each, Person | Group)],
            "event": [each.id for each in named if isinstance(each, Event)],
            "theme": self._themes.get(statement.id, []),
            "chapter": [str(evidence.chapter_number(statement))],
        }

    @cached_property
    def words(self) -> dict[str, dict[str, str]]:
        """Return the words for the values of each facet; entities are told by their names."""
        evidence = self.evidence
        group = evidence.labels["group"].removeprefix("said by ")
        names = {id_: entity.name for id_, entity in self._entities.items()}
        chapters = enumerate(evidence.guide.chapters, start=1)
        return {
            "speaker": dict(evidence.labels),
            "support": SUPPORT,
            "kind": HEADINGS,
            "alone": {
                "group": f"only {group}",
                "official": "only officials",
                "interview": "only interviews",
                NONE: "nobody’s word alone",
            },
            "hedge": HEDGE_KINDS | {NONE: "nothing"},
            "theme": {theme.theme: theme.words for theme in evidence.guide.themes},
            "chapter": {str(number): f"{number} {chapter.title}" for number, chapter in chapters},
        } | dict.fromkeys(("place", "actor", "event"), names)

    def also(self, id_: str) -> str:
        """Return the other names of an entity, for those who type them."""
        entity = self._entities[id_]
        return " ".join([*(each.text for each in entity.spellings), *entity.also, entity.arabic])

    @property
    def _entities(self) -> Mapping[str, Entity]:
        return self.evidence.guide.catalogue.entities

    @cached_property
    def _themes(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for theme in self.evidence.guide.themes:
            for id_ in theme.statements:
                found.setdefault(id_, []).append(theme.theme)
        return found
