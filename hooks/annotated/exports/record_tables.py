"""Records as text: JSON (RFC 8259) and CSV (RFC 4180), both in UTF-8."""

import csv
import io
import json
from collections.abc import Iterable, Mapping

Record = Mapping[str, object]
# What a spreadsheet takes for the beginning of a formula (OWASP, CSV Injection).
FORMULA = ("=", "+", "-", "@", "\t", "\r")
# Lists of words; the items of all others are ids or numbers, without a space in them.
OF_WORDS = frozenset({"hedges", "hedge_kinds", "spellings", "also"})


def as_json(records: Iterable[Record]) -> str:
    """Return a list of records, one to a line."""
    lines = ",\n".join(json.dumps(record, ensure_ascii=False) for record in records)
    return f"[\n{lines}\n]\n"


def as_csv(records: Iterable[Record]) -> str:
    """Return a table with a row of names; the items of a list are parted by spaces or, where they
    may be of several words, by semicolons.
    """  # noqa: D205 - one sentence on the form
    out = io.StringIO()
    rows = [{name: _flat(name, value) for name, value in record.items()} for record in records]
    writer = csv.DictWriter(out, fieldnames=list(rows[0]) if rows else [], lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


def _flat(name: str, value: object) -> object:
    if isinstance(value, list):
        value = (";" if name in OF_WORDS else " ").join(value)
    return f"'{value}" if isinstance(value, str) and value.startswith(FORMULA) else value
