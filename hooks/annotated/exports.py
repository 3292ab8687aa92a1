"""The table of sentences as data: JSON (RFC 8259) and CSV (RFC 4180), both in UTF-8."""

import csv
import io
import json
import re
from collections.abc import Iterable
from dataclasses import dataclass

from annotated.claims import Evidence
from annotated.mentions import Matcher
from annotated.sentences import Part
from annotated.tellings import named


@dataclass(frozen=True)
class Table:
    """Turns parts of sentences into records; every value is text, a number or a list of text."""

    evidence: Evidence
    matcher: Matcher
    hedges: re.Pattern[str]

    def records(self, parts: Iterable[Part]) -> list[dict[str, object]]:
        """Return a record for each part, with the fields that the page on the data describes."""
        return [self._record(part) for part in parts]

    def _record(self, part: Part) -> dict[str, object]:
        return {
            "paragraph": part.paragraph,
            "sentence": part.sentence,
            "part": part.part,
            "speaker": part.speaker,
            "text": part.text,
            "hedges": self.hedges.findall(part.text),
            "notes": list(part.notes),
            "rests_on": self.evidence.rests_on(part),
            "source_kinds": sorted({source.kind for source in self.evidence.behind(part)}),
            "entities": sorted(named(part, self.matcher)),
        }


def as_json(records: Iterable[dict[str, object]]) -> str:
    """Return a list of records, one to a line."""
    lines = ",\n".join(json.dumps(record, ensure_ascii=False) for record in records)
    return f"[\n{lines}\n]\n"


def as_csv(records: Iterable[dict[str, object]]) -> str:
    """Return a table with a row of names; the items of a list are parted by spaces or, for
    hedges, which may be of several words, by semicolons.
    """  # noqa: D205 - one sentence on the form
    out = io.StringIO()
    rows = [{name: _flat(name, value) for name, value in record.items()} for record in records]
    writer = csv.DictWriter(out, fieldnames=list(rows[0]) if rows else [], lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


def _flat(name: str, value: object) -> object:
    if not isinstance(value, list):
        return value
    return (";" if name == "hedges" else " ").join(value)
