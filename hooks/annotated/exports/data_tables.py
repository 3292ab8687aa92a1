"""All tables of a guide, each with what its fields hold and how its rows are made."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial

from annotated.content.chapters import Chapter
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
from annotated.exports.data_table import Field, Part, Table
from annotated.exports.kept_inputs import KeptInputs
from annotated.exports.record_tables import Record
from annotated.model.entities import Group, Person, Place, Term
from annotated.timeline import timeline_page


@dataclass(frozen=True)
class DataTables:
    """Makes the tables of a guide; `kept` are the inputs of their parts."""

    guide: Guide
    evidence: Evidence
    attestations: Attestations
    addresses: Addresses
    kept: KeptInputs = field(default_factory=KeptInputs)

    def tables(self) -> list[Table]:
        """Return all tables: those of the text first, then what it mentions and rests on."""
        guide, at = self.guide, self.addresses
        return [
            self._table(
                "chapters", "a chapter", text_records.OF_CHAPTER,
                Part(partial(text_records.of_chapters, guide, at.page)),
            ),
            self._table(
                "paragraphs", "a paragraph", text_records.OF_PARAGRAPH,
                *self._of_each(partial(text_records.of_paragraphs, guide, at.anchor)),
            ),
            self._table(
                "statements", "a sentence, or the part of one that another speaker says",
                statement_records.FIELDS, *self._of_each(self._statements),
            ),
            self._table(
                "mentions", "something that a statement names or links", text_records.OF_MENTION,
                *self._of_each(self._mentions),
            ),
            *self._entities(),
            self._table(
                "notes", "an endnote", source_records.OF_NOTE,
                self._of_rest(partial(source_records.of_notes, guide, at.anchor)),
            ),
            self._table(
                "sources", "a source", source_records.OF_SOURCE,
                self._of_rest(partial(source_records.of_sources, guide, at.source)),
            ),
            self._table(
                "remarks", "a matter that does not fit", remark_records.FIELDS,
                self._of_rest(partial(remark_records.records, guide, at.remark)),
            ),
            self._table(
                "nodes", "a node of the argument", node_records.FIELDS,
                self._of_rest(partial(node_records.records, guide.study.argument, at.node)),
            ),
        ]  # fmt: skip

    def _table(self, name: str, row: str, fields: tuple[Field, ...], *parts: Part) -> Table:
        return Table(name, row, fields, parts, self.kept.build_cache)

    def _of_each(self, records: Callable[[Chapter], Sequence[Record]]) -> Iterator[Part]:
        """Yield the rows that `records` returns of each chapter."""
        for chapter in self.guide.chapters:
            yield Part(partial(records, chapter), self.kept.of(chapter.path))

    def _of_rest(self, records: Callable[[], Sequence[Record]]) -> Part:
        """Return rows for which no chapter is read."""
        return Part(records, self.kept.rest)

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
        dated = "an event, in order of time"
        return [
            self._table("places", "a place", place_records.FIELDS, self._of_rest(places)),
            self._table("events", dated, event_records.FIELDS, Part(self._events)),
        ] + [
            self._table(
                name, row, fields,
                self._of_rest(partial(word_records.records, catalogue.of_type(cls), entity)),
            )
            for name, row, fields, cls in words
        ]  # fmt: skip

    def _statements(self, chapter: Chapter) -> list[dict[str, object]]:
        rows = statement_records.Table(self.evidence, self.guide.matcher, self.addresses.statement)
        return rows.records(self.guide.statements_of[chapter.path])

    def _mentions(self, chapter: Chapter) -> list[Record]:
        here = self.guide.statements_of[chapter.path]
        return text_records.of_mentions(here, self.guide.matcher)

    def _events(self) -> list[Record]:
        dated = timeline_page.timeline_events(self.guide, self.attestations)
        return event_records.records(dated, self.addresses.entity)
