"""BibTeX as words: where an entry stands, its authors, a value without its braces."""

import re

from pybtex.database import Entry, Person

ENTRY = re.compile(r"^\s*@(\w+)\s*\{\s*([^,\s]+)\s*,", re.MULTILINE)


def lines(text: str) -> dict[str, int]:
    """Return the line of each entry by its key, counted from 1."""
    return {m[2]: text.count("\n", 0, m.start(2)) + 1 for m in ENTRY.finditer(text)}


def authors(entry: Entry) -> tuple[str, ...]:
    """Return the names of the authors, first names first."""
    return tuple(_name(person) for person in entry.persons.get("author", []))


def _name(person: Person) -> str:
    parts = person.first_names + person.middle_names + person.prelast_names + person.last_names
    suffix = "".join(f", {part}" for part in person.lineage_names)
    return unbraced(" ".join(parts) + suffix)


def unbraced(value: str) -> str:
    """Return a value without the braces that keep capitals in BibTeX."""
    return value.replace("{", "").replace("}", "")
