"""Sources read from `.bib` files, each with its line, checked before it is used."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from pybtex.database import Entry, Person, parse_string
from pybtex.exceptions import PybtexError
from pybtex.scanner import PybtexSyntaxError

from annotated.core.problems import Problem

ENTRY = re.compile(r"^\s*@(\w+)\s*\{\s*([^,\s]+)\s*,", re.MULTILINE)
KEY = re.compile(r"[a-z][a-z0-9-]*")
KINDS = ("press", "wire", "think-tank", "academic", "opinion", "interview", "official", "group")
NUMBER = re.compile(r"[0-9]{1,4}")
REQUIRED = ("title", "year", "kind")


@dataclass(frozen=True)
class Source:
    """One source as printed, with corrections apart; year, month and day are 0 if unknown."""

    key: str
    path: str
    line: int
    authors: tuple[str, ...]
    title: str
    container: str
    year: int
    month: int
    day: int
    kind: str
    volume: str = ""
    number: str = ""
    edition: str = ""
    how: str = ""
    url: str = ""
    note: str = ""
    corrected: str = ""
    corrected_basis: str = ""
    language: str = ""
    public: bool = True


def read(files: Mapping[str, str]) -> tuple[dict[str, Source], list[Problem]]:
    """Read the `.bib` files (path to text) into sources by key, in the order of the files."""
    sources: dict[str, Source] = {}
    problems: list[Problem] = []
    for path, text in files.items():
        lines = entry_lines(text)
        repeated = list(_repeated(path, text, sources))
        problems += repeated
        if repeated:
            continue
        try:
            entries = parse_string(text, "bibtex").entries
        except PybtexError as error:
            problems.append(_unreadable(path, error))
            continue
        for key, entry in entries.items():
            line = lines.get(key, 1)
            found = list(_faults(path, line, key, entry))
            problems += found
            if not found:
                sources[key] = _source(path, line, key, entry)
    return sources, problems


def _repeated(path: str, text: str, sources: Mapping[str, Source]) -> Iterator[Problem]:
    seen = {key.lower(): source.path for key, source in sources.items()}
    for match in ENTRY.finditer(text):
        key, line = match[2], _line(text, match)
        if key.lower() in seen:
            message = (
                f"the key '{key}' also stands in {seen[key.lower()]}. Keep one of the entries."
            )
            yield Problem(path, line, message, "source-key-twice")
        seen[key.lower()] = path


def entry_lines(text: str) -> dict[str, int]:
    """Return the line of each entry by its key, counted from 1: pybtex does not keep it."""
    return {match[2]: _line(text, match) for match in ENTRY.finditer(text)}


def _line(text: str, match: re.Match[str]) -> int:
    return text.count("\n", 0, match.start(2)) + 1


def _unreadable(path: str, error: PybtexError) -> Problem:
    line = error.lineno if isinstance(error, PybtexSyntaxError) else 1
    remedy = "Check the braces and commas of the entry before that line."
    return Problem(path, line or 1, f"cannot be read: {error}. {remedy}", "source-malformed")


def _faults(path: str, line: int, key: str, entry: Entry) -> Iterator[Problem]:
    def fault(message: str, code: str) -> Problem:
        return Problem(path, line, f"the source '{key}': {message}", code)

    if not KEY.fullmatch(key):
        message = "write its key in small letters, digits and hyphens."
        yield fault(message, "source-key-pattern")
    for name in REQUIRED:
        if not entry.fields.get(name):
            yield fault(f"the field '{name}' is missing. Add it.", "source-missing-field")
    if entry.fields.get("kind", KINDS[0]) not in KINDS:
        message = f"the kind '{entry.fields['kind']}' is not one of {', '.join(KINDS)}."
        yield fault(message, "source-wrong-kind")
    when = [entry.fields.get(name, "1") for name in ("year", "month", "day")]
    if not _is_day(when):
        message = f"'{'-'.join(when)}' is no date. Write year, month and day as numbers."
        yield fault(message, "source-wrong-date")


def _is_day(numbers: Sequence[str]) -> bool:
    """Tell whether year, month and day, as typed, make a day."""
    if not all(map(NUMBER.fullmatch, numbers)):
        return False
    try:
        date(*map(int, numbers))
    except ValueError:
        return False
    return True


def _source(path: str, line: int, key: str, entry: Entry) -> Source:
    def text(name: str) -> str:
        return unbraced(str(entry.fields.get(name, "")))

    return Source(
        key=key,
        path=path,
        line=line,
        authors=tuple(map(_name, entry.persons.get("author", []))),
        title=text("title"),
        container=text("container") or text("journal"),
        year=int(text("year")),
        month=int(text("month") or 0),
        day=int(text("day") or 0),
        kind=text("kind"),
        volume=text("volume"),
        number=text("number"),
        edition=text("edition"),
        how=text("howpublished"),
        url=text("url"),
        note=text("note"),
        corrected=text("corrected"),
        corrected_basis=text("corrected_basis"),
        language=text("language"),
        public=text("public") != "no",
    )


def _name(person: Person) -> str:
    """Return the name of an author, first names first."""
    names = person.first_names + person.middle_names + person.prelast_names + person.last_names
    suffix = "".join(f", {name}" for name in person.lineage_names)
    return unbraced(" ".join(names) + suffix)


def unbraced(value: str) -> str:
    """Return a value without the braces that keep capitals in BibTeX."""
    return value.replace("{", "").replace("}", "")
