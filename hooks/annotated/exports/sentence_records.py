"""The sentences as data: who says each, on which notes, naming what."""

from collections.abc import Iterable
from dataclasses import dataclass

from annotated.content.statements import Statement
from annotated.evidence.attestations import named
from annotated.evidence.claim_marks import Evidence
from annotated.linking.matcher import Matcher


@dataclass(frozen=True)
class Table:
    """Turns parts of sentences into records; every value is text, a number or a list of text."""

    evidence: Evidence
    matcher: Matcher

    def records(self, parts: Iterable[Statement]) -> list[dict[str, object]]:
        """Return a record for each part, with the fields that the page on the data describes."""
        return [self._record(part) for part in parts]

    def _record(self, part: Statement) -> dict[str, object]:
        return {
            "paragraph": part.paragraph,
            "sentence": part.sentence,
            "part": part.part,
            "speaker": part.speaker,
            "text": part.text,
            "hedges": [hedge.text for hedge in part.hedges],
            "hedge_kinds": [hedge.kind for hedge in part.hedges],
            "notes": list(part.notes),
            "rests_on": self.evidence.rests_on(part),
            "source_kinds": sorted({source.kind for source in self.evidence.behind(part)}),
            "entities": sorted(named(part, self.matcher)),
        }
