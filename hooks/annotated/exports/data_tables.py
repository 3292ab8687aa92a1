"""All tables of a guide, each with what its fields hold and how its rows are made."""

from dataclasses import dataclass
from functools import partial

from annotated.content.guide import Guide
from annotated.evidence.attestations import Attestations
from annotated.evidence.statement_evidence import Evidence
from annotated.exports import (
    event_records,
    node_records,
    place_records,
    remark_records,
    source_records,
    statement_records,
    text_records,
    word_records,
)
from annotated.exports.addresses import Addresses
from annotated.exports.data_table import Table
from annotated.exports.record_tables import Record
from annotated.model.entities import Group, Person, Place, Term
from annotated.timeline import timeline_page


@dataclass(frozen=True)
class DataTables:
    """Makes the tables of a guide."""

    guide: Guide
    evidence: Evidence
    attestations: Attestations
    addresses: Addresses

    def tables(self) -> list[Table]:
        """Return all tables: those of the text first, then what it mentions and rests on."""
        guide, at = self.guide, self.addresses
        return [
            Table(
                "chapters", "a chapter", text_records.OF_CHAPTER,
                partial(text_records.of_chapters, guide, at.page),
            ),
            Table(
                "paragraphs", "a paragraph", text_records.OF_PARAGRAPH,
                partial(text_records.of_paragraphs, guide, at.anchor),
            ),
            Table(
                "statements", "a sentence, or the part of one that another speaker says",
                statement_records.FIELDS, self._statements,
            ),
            Table(
                "mentions", "something that a statement names or links", text_records.OF_MENTION,
                partial(text_records.of_mentions, guide.statements, guide.matcher),
            ),
            *self._entities(),
            Table(
                "notes", "an endnote", source_records.OF_NOTE,
                partial(source_records.of_notes, guide, at.anchor),
            ),
            Table(
                "sources", "a source", source_records.OF_SOURCE,
                partial(source_records.of_sources, guide, at.source),
            ),
            Table(
                "remarks", "a matter that does not fit", remark_records.FIELDS,
                partial(remark_records.records, guide, at.remark),
            ),
            Table(
                "nodes", "a node of the argument", node_records.FIELDS,
                partial(node_records.records, guide.study.argument, at.node),
            ),
        ]  # fmt: skip

    def _entities(self) -> list[Table]:
        entity, catalogue = self.addresses.entity, self.guide.catalogue
        places = partial(
            place_records.records, catalogue.of_type(Place), catalogue.entities, entity
        )
        words = (
            ("terms", "a term", word_records.OF_TERM, Term),
            ("people", "a person", word_records.OF_KIND, Person),
            ("groups", "a group", word_records.OF_KIND, Group),
        )
        return [
            Table("places", "a place", place_records.FIELDS, places),
            Table("events", "an event, in order of time", event_records.FIELDS, self._events),
        ] + [
            Table(name, row, fields, partial(word_records.records, catalogue.of_type(cls), entity))
            for name, row, fields, cls in words
        ]

    def _statements(self) -> list[dict[str, object]]:
        rows = statement_records.Table(self.evidence, self.guide.matcher, self.addresses.statement)
        return rows.records(self.guide.statements)

    def _events(self) -> list[Record]:
        dated = timeline_page.timeline_events(self.guide, self.attestations)
        return event_records.records(dated, self.addresses.entity)
