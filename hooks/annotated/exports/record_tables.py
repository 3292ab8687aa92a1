"""Tables of records as text: JSON (RFC 8259) and CSV (RFC 4180), both in UTF-8."""

import csv
import io
import json
from collections.abc import Iterable, Mapping

Record = Mapping[str, object]
# Characters with which a formula begins in a spreadsheet (OWASP, CSV Injection).
FORMULA = ("=", "+", "-", "@", "\t", "\r")
# Fields whose items may contain spaces; the items of all other lists are ids or numbers.
WITH_SPACES = frozenset(
    {"hedges", "hedge_kinds", "spellings", "also", "authors", "locators", "words"}
)


def as_json(records: Iterable[Record]) -> str:
    """Return a list of records, one to a line."""
    lines = ",\n".join(json.dumps(record, ensure_ascii=False) for record in records)
    return f"[\n{lines}\n]\n"


def as_csv(records: Iterable[Record]) -> str:
    """Return a table with a header; lists are joined by spaces, or by semicolons (WITH_SPACES)."""
    out = io.StringIO()
    rows = [{name: _flat(name, value) for name, value in record.items()} for record in records]
    writer = csv.DictWriter(out, fieldnames=list(rows[0]) if rows else [], lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


def _flat(name: str, value: object) -> object:
    if isinstance(value, list):
        value = (";" if name in WITH_SPACES else " ").join(value)
    return f"'{value}" if isinstance(value, str) and value.startswith(FORMULA) else value
