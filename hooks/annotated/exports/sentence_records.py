"""Records of statements: who makes each, on which notes, naming what."""

from collections.abc import Iterable
from dataclasses import dataclass

from annotated.content.statements import Statement
from annotated.evidence.attestations import entities_in
from annotated.evidence.claim_marks import Evidence
from annotated.linking.matcher import Matcher


@dataclass(frozen=True)
class Table:
    """Table of statements; every value of a record is text, a number or a list of text."""

    evidence: Evidence
    matcher: Matcher

    def records(self, statements: Iterable[Statement]) -> list[dict[str, object]]:
        """Return a record for each statement, whose fields `docs/data/index.md` describes."""
        return [self._record(statement) for statement in statements]

    def _record(self, statement: Statement) -> dict[str, object]:
        return {
            "paragraph": statement.paragraph,
            "sentence": statement.sentence,
            "part": statement.part,
            "speaker": statement.speaker,
            "text": statement.text,
            "hedges": [hedge.text for hedge in statement.hedges],
            "hedge_kinds": [hedge.kind for hedge in statement.hedges],
            "notes": list(statement.notes),
            "rests_on": self.evidence.rests_on(statement),
            "source_kinds": sorted({source.kind for source in self.evidence.sources_of(statement)}),
            "entities": sorted(entities_in(statement, self.matcher)),
        }
