"""Page of fields, as Markdown: what each field of each table holds, and what it refers to."""

from collections.abc import Iterator, Sequence

from annotated.exports.data_table import Field, Table


def page(tables: Sequence[Table]) -> str:
    """Return a section for each table."""
    return "\n".join(line for table in tables for line in _section(table))


def _section(table: Table) -> Iterator[str]:
    yield f"\n## {table.name.capitalize()} {{ #{table.name} }}\n"
    yield f"Each row is {table.row}.\n"
    yield "| field | what it holds | ids of |"
    yield "|---|---|---|"
    yield from map(_row, table.fields)


def _row(field: Field) -> str:
    others = ", ".join(f"[{name}](#{name})" for name in field.refers)
    return f"| `{field.name}` | {field.holds} | {others} |"
