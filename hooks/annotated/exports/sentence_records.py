"""Records of statements: who makes each, on which notes, naming what."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from annotated.content.statements import Statement
from annotated.evidence.attestations import entities_in
from annotated.evidence.statement_evidence import Evidence
from annotated.linking.matcher import Matcher
from annotated.model.entities import Event


@dataclass(frozen=True)
class Table:
    """Table of statements; every value of a record is text, a number or a list of text.

    `address` returns where a reader finds a statement.
    """

    evidence: Evidence
    matcher: Matcher
    address: Callable[[Statement], str]

    def records(self, statements: Iterable[Statement]) -> list[dict[str, object]]:
        """Return a record for each statement, whose fields `docs/data/index.md` describes."""
        return [self._record(statement) for statement in statements]

    def _record(self, statement: Statement) -> dict[str, object]:
        evidence = self.evidence
        support, since = evidence.support(statement), evidence.known_since(statement)
        named = sorted(entities_in(statement, self.matcher))
        entities = evidence.guide.catalogue.entities
        events = [id_ for id_ in named if isinstance(entities.get(id_), Event)]
        return {
            "id": statement.id,
            "chapter": evidence.chapter_number(statement),
            "paragraph": statement.paragraph,
            "address": self.address(statement),
            "speaker": statement.speaker,
            "text": statement.text,
            "hedges": [hedge.text for hedge in statement.hedges],
            "hedge_kinds": [hedge.kind for hedge in statement.hedges],
            "notes": list(statement.notes),
            "support": support.where,
            "support_notes": list(support.notes),
            "support_place": support.place or None,
            "rests_on": evidence.rests_on(statement),
            "doubt": support.doubt or None,
            "alone": evidence.alone(statement) or None,
            "source_kinds": sorted({source.kind for source in evidence.sources_of(statement)}),
            "known_since": str(since.last) if since else None,
            "entities": [id_ for id_ in named if id_ not in events],
            "events": events,
        }
