"""Tables of records as text: JSON (RFC 8259) and CSV (RFC 4180), both in UTF-8."""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from annotated.core import short_json

Record = Mapping[str, object]
# Characters with which a formula begins in a spreadsheet (OWASP, CSV Injection).
FORMULA = ("=", "+", "-", "@", "\t", "\r")
# Fields whose items may contain spaces; the items of all other lists are ids or numbers.
WITH_SPACES = frozenset(
    {"hedges", "hedge_kinds", "spellings", "also", "authors", "locators", "words"}
)


class Lines(NamedTuple):
    """Some rows of a table as text: those of JSON with a comma between, of CSV with its header."""

    json: str
    header: str
    csv: str


def lines(records: Sequence[Record]) -> Lines:
    """Return records as lines; without any all is ""."""
    if not records:
        return Lines("", "", "")
    written = ",\n".join(map(short_json.text, records))
    names = [*records[0]]
    rows = ([_flat(name, record[name]) for name in names] for record in records)
    return Lines(written, _csv([names]), _csv(rows))


def as_json(parts: Iterable[Lines]) -> Iterator[str]:
    """Yield a list of records in pieces, one record to a line."""
    yield "[\n"
    for number, part in enumerate(part for part in parts if part.json):
        yield (",\n" if number else "") + part.json
    yield "\n]"


def as_csv(parts: Iterable[Lines]) -> Iterator[str]:
    """Yield a table in pieces; lists are joined by spaces, or by semicolons (WITH_SPACES)."""
    header = ""
    for part in parts:
        yield part.csv if header else part.header + part.csv
        header = header or part.header
    if not header:
        yield "\r\n"


def _csv(rows: Iterable[Sequence[object]]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\r\n").writerows(rows)
    return out.getvalue()


def _flat(name: str, value: object) -> object:
    if isinstance(value, list):
        value = (";" if name in WITH_SPACES else " ").join(value)
    return f"'{value}" if isinstance(value, str) and value.startswith(FORMULA) else value
