"""Records of statements: who makes each, on which notes, naming what."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from annotated.content.statements import Statement
from annotated.evidence.attestations import entities_in
from annotated.evidence.statement_evidence import Evidence
from annotated.exports.data_table import Field
from annotated.linking.matcher import Matcher
from annotated.model.entities import Event

FIELDS = (
    Field(
        "id",
        "its id, which lasts: `p12-s3` is in paragraph 12, `nb-s1` in note b; it is never given "
        "to another",
    ),
    Field("chapter", "the chapter", "integer", ("chapters",)),
    Field(
        "paragraph",
        "the number of the paragraph, or the letter of a substantive note",
        refers=("paragraphs", "notes"),
    ),
    Field("address", "where it stands"),
    Field("speaker", "`author`, `reported`, `official`, `group` or `other`"),
    Field("text", "the words of this guide, not of the article"),
    Field("hedges", "words by which the statement holds back, as they stand", "list"),
    Field(
        "hedge_kinds",
        "the kind of each: estimate, appearance, attribution, approximation, condition",
        "list",
    ),
    Field("notes", "the notes whose marks stand at these words", "list", ("notes",)),
    Field(
        "support",
        "`here` where it rests on notes at its words, `near` where on others, `none` where on "
        "none, by the rules of [the method](../claims/index.md#on-what-a-statement-rests)",
    ),
    Field("support_notes", "those notes", "list", ("notes",)),
    Field("support_place", "where their marks stand, if not at its words"),
    Field("rests_on", "the same in a few words, by the kind of what is cited"),
    Field("doubt", "why those notes may not bear it"),
    Field(
        "alone",
        "whose word alone it is: `group`, `official` or `interview`; empty where others say it "
        "too, and where the author judges or a fact is told",
    ),
    Field("source_kinds", "the kinds of the sources behind those notes", "list"),
    Field(
        "known_since",
        "the last day that the date of the earliest of those sources allows; interviews, sources "
        "in doubt and sources older than the event are left aside",
        "date",
    ),
    Field(
        "entities",
        "the places, terms, people and groups that are named or linked",
        "list",
        ("places", "terms", "people", "groups"),
    ),
    Field("events", "the events", "list", ("events",)),
    Field(
        "about",
        "what it is about without naming it, as the editors have listed it: places, people, "
        "groups and events",
        "list",
        ("places", "people", "groups", "events"),
    ),
)


@dataclass(frozen=True)
class Table:
    """Table of statements; every value of a record is text, a number or a list of text.

    `address` returns where a reader finds a statement.
    """

    evidence: Evidence
    matcher: Matcher
    address: Callable[[Statement], str]

    def records(self, statements: Iterable[Statement]) -> list[dict[str, object]]:
        """Return a record for each statement, with FIELDS."""
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
            "about": sorted(
                id_
                for subject in evidence.guide.subjects
                if statement.id in subject.statements
                for id_ in subject.about
            ),
        }
