"""Tables of data: what their fields hold, and what the ids in them refer to.

Sources: Table Schema and Data Package 1.0 (Frictionless), RFC 8259 and RFC 4180.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from annotated.content.release import Release
from annotated.core import short_json
from annotated.core.build_cache import BuildCache, NoCache
from annotated.core.disk_texts import DiskTexts
from annotated.core.input_keys import Inputs
from annotated.exports.record_tables import Lines, Record, as_csv, as_json, lines

Type = Literal["string", "integer", "number", "boolean", "date", "list"]


@dataclass(frozen=True)
class Field:
    """A field: what it `holds`, in Markdown, and the tables whose ids its values are."""

    name: str
    holds: str
    type: Type = "string"
    refers: tuple[str, ...] = ()

    def schema(self, *, is_flat: bool) -> dict[str, object]:
        """Return the field as Table Schema has it; in a table of text a list `is_flat`."""
        plain = "string" if is_flat else "array"
        described: dict[str, object] = {
            "name": self.name,
            "type": plain if self.type == "list" else self.type,
            "description": self.holds,
        }
        return described | ({"refersTo": list(self.refers)} if self.refers else {})


@dataclass(frozen=True)
class Part:
    """Rows that are made at once; without `inputs`, on which alone they depend, in each build."""

    records: Callable[[], Sequence[Record]]
    inputs: Inputs | None = None


@dataclass(frozen=True)
class Table:
    """A table: its name, which is that of its files, what a row is, its fields and its rows.

    The first field is the key of a row, unless it refers to another table. `build_cache` holds the
    lines of parts that stay as they are.
    """

    name: str
    row: str
    fields: tuple[Field, ...]
    parts: Sequence[Part]
    build_cache: BuildCache = field(default_factory=NoCache)

    def records(self) -> list[Record]:
        """Return the rows."""
        return [record for part in self.parts for record in part.records()]

    @cached_property
    def _waiting(self) -> DiskTexts:
        """Return the lines of all parts, which wait on disk for the other file of the table."""
        texts = DiskTexts()
        for number, part in enumerate(self.parts):
            for kind, text in self._lines_of(part)._asdict().items():
                texts[f"{number} {kind}"] = text
        return texts

    def _lines(self) -> Iterator[Lines]:
        for number, _ in enumerate(self.parts):
            yield Lines(*(self._waiting[f"{number} {kind}"] for kind in Lines._fields))

    def _lines_of(self, part: Part) -> Lines:
        if part.inputs is None:
            return lines(part.records())
        return self.build_cache.run_on(part, _kept, self.name, part.inputs)

    @property
    def key(self) -> str:
        """Return the name of the field that is different in each row, or ""."""
        return "" if self.fields[0].refers else self.fields[0].name

    def schema(self, *, is_flat: bool) -> dict[str, object]:
        """Return the schema, with the single values that are keys of another table."""
        fields = [each.schema(is_flat=is_flat) for each in self.fields]
        joined = list(self._foreign_keys())
        described: dict[str, object] = {"fields": fields}
        if self.key:
            described["primaryKey"] = [self.key]
        if joined:
            described["foreignKeys"] = joined
        return described

    def _foreign_keys(self) -> Iterator[dict[str, object]]:
        for each in self.fields:
            if len(each.refers) == 1 and each.type != "list":
                (other,) = each.refers
                resource = "" if other == self.name else other
                yield {
                    "fields": [each.name],
                    "reference": {"resource": resource, "fields": [KEYS[other]]},
                }

    def json(self, release: Release) -> Iterator[str]:
        """Yield the rows with what they are, one to a line, in pieces."""
        head = {"table": self.name, **release.head, "schema": self.schema(is_flat=False)}
        yield f'{short_json.text(head)[:-1]},"records":'
        yield from as_json(self._lines())
        yield "}\n"

    def csv(self) -> Iterator[str]:
        """Yield the rows with a header, behind the mark by which Excel knows UTF-8, in pieces."""
        yield "\ufeff"
        yield from as_csv(self._lines())


def _kept(part: Part, _table: str, _inputs: Inputs) -> Lines:
    return lines(part.records())


# The key of each table, by which others refer to it.
KEYS = {
    "chapters": "number", "paragraphs": "number", "statements": "id", "notes": "note",
    "sources": "key", "remarks": "id", "places": "id", "events": "id", "terms": "id",
    "people": "id", "groups": "id", "nodes": "id",
}  # fmt: skip
ENTITIES = ("places", "events", "terms", "people", "groups")
