"""Facets of a statement: by what the page of all statements can be filtered, and in which words.

The rule for places, persons and groups, which the page tells a reader: a statement is found under
what it names or links to; under the places of the events that it tells, and those who took part
in them, but not where an event is itself somebody’s word; and under what the editors have listed
as its subject, since the text plainly goes on about it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from annotated.content.statements import Statement
from annotated.evidence.attestations import entities_in
from annotated.evidence.sources_page import HEADINGS
from annotated.evidence.statement_evidence import Evidence
from annotated.evidence.voices import WORDS
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
        found = [*self._named(statement), *self.unnamed(statement)]
        entities = [self._entities[id_] for id_ in found if id_ in self._entities]
        return {
            "speaker": [statement.speaker],
            "support": [support.where, *(["doubt"] if support.doubt else [])],
            "kind": sorted({source.kind for source in evidence.sources_of(statement)}),
            "alone": [evidence.alone(statement) or NONE],
            "hedge": sorted({hedge.kind for hedge in statement.hedges}) or [NONE],
            "place": [each.id for each in entities if isinstance(each, Place)],
            "actor": [each.id for each in entities if isinstance(each, Person | Group)],
            "event": [each.id for each in entities if isinstance(each, Event)],
            "theme": self._themes.get(statement.id, []),
            "chapter": [str(evidence.chapter_number(statement))],
        }

    def unnamed(self, statement: Statement) -> list[str]:
        """Return the ids of what a statement is found under without naming it, each once."""
        subjects = self.subjects(statement)
        behind = [id_ for event in self.told(statement) for id_ in (*event.places, *event.actors)]
        named = self._named(statement)
        return [id_ for id_ in dict.fromkeys([*subjects, *behind]) if id_ not in named]

    def subjects(self, statement: Statement) -> tuple[str, ...]:
        """Return the ids of what the editors have listed as the subject of a statement."""
        return self._subjects.get(statement.id, ())

    def told(self, statement: Statement) -> list[Event]:
        """Return the events that a statement tells, but for those that are somebody’s word."""
        ids = dict.fromkeys([*self._named(statement), *self.subjects(statement)])
        entities = [self._entities[id_] for id_ in ids if id_ in self._entities]
        return [each for each in entities if isinstance(each, Event) and each.kind not in WORDS]

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

    def _named(self, statement: Statement) -> list[str]:
        return entities_in(statement, self.matcher)

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

    @cached_property
    def _subjects(self) -> dict[str, tuple[str, ...]]:
        found: dict[str, tuple[str, ...]] = {}
        for subject in self.evidence.guide.subjects:
            for id_ in subject.statements:
                found[id_] = (*found.get(id_, ()), *subject.about)
        return found
