"""Sources read from `.bib` files, each with its line, checked before it is used."""

from collections.abc import Mapping
from dataclasses import dataclass

from annotated.content import bibtex_entries, source_entries, source_fields
from annotated.content.bibtex_names import Name
from annotated.content.source_entries import DOI, SourceEntry
from annotated.core.problems import Problem


# There may be thousands, each with more fields than Python stores without a table of its own.
@dataclass(frozen=True, slots=True)
class Source:
    """One source as printed, with corrections apart; year, month and day are 0 if unknown.

    `names` are the authors in their parts, `sorted_by` is the family name of the first;
    `contributors` are the other persons by
    their role, `details` the texts without a field of their own here, by the field of the entry;
    one citation of interviews, or the like, may stand for `several`;
    `accessed` is a date of ISO 8601. A book or the like, which is no part of another work,
    `is_standalone`.
    """

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
    several: bool = False
    sorted_by: str = ""
    contributors: tuple[tuple[str, tuple[str, ...]], ...] = ()
    book: str = ""
    series: str = ""
    type: str = ""
    publisher: str = ""
    location: str = ""
    pages: str = ""
    doi: str = ""
    accessed: str = ""
    details: tuple[tuple[str, str], ...] = ()
    names: tuple[Name, ...] = ()
    is_standalone: bool = False

    @property
    def year_and_month(self) -> str:
        """Return the month, or else the year, as in ISO 8601: “2017-09”, “0399”."""
        return f"{self.year:04}{f'-{self.month:02}' if self.month else ''}"


def read(files: Mapping[str, str]) -> tuple[dict[str, Source], frozenset[str], list[Problem]]:
    """Read the `.bib` files (path to text) into sources by key, in the order of the files.

    Beside them come the keys of all entries, also of those that cannot be used, and the problems.
    """
    entries, keys, problems = _entries(files)
    lending = {entry.text("crossref").lower() for entry in entries.values()}
    sources: dict[str, Source] = {}
    for key, typed in entries.items():
        lends = key in lending and "kind" not in typed.own
        lender = entries.get(typed.text("crossref").lower())
        entry = source_entries.with_inherited(typed, lender) if lender else typed
        found = list(source_entries.faults(entry, entries, lends=lends))
        problems += found
        if entry.entry.is_well_formed and not found and not lends:
            sources[entry.key] = _source(entry)
    return sources, frozenset(keys), problems


def _entries(
    files: Mapping[str, str],
) -> tuple[dict[str, SourceEntry], set[str], list[Problem]]:
    """Return the entries by their keys in small letters, the first of each, and all keys."""
    entries: dict[str, SourceEntry] = {}
    keys: set[str] = set()
    problems: list[Problem] = []
    for path, text in files.items():
        found, malformed = bibtex_entries.read(path, text)
        problems += malformed
        for typed in found:
            entry, faults = source_entries.of_entry(path, typed)
            keys.add(entry.key)
            problems += faults
            other = entries.setdefault(entry.key.lower(), entry)
            if entry.key and other is not entry:
                where = f"{other.path}, on line {other.entry.line}"
                message = f"the key '{entry.key}' is also in {where}. Keep one of the entries."
                problems.append(Problem(path, typed.line, message, "source-key-twice"))
    return entries, keys, problems


def _source(entry: SourceEntry) -> Source:
    text = entry.text
    people = {role: names for role, (names, _) in entry.people.items() if names}
    authors = people.get("author", [])
    year, month, day = entry.date[0]
    doi = DOI.fullmatch(text("doi"))
    entry_type = entry.entry.kind
    container, details = _container(entry)
    return Source(
        key=entry.key,
        path=entry.path,
        line=entry.entry.line,
        authors=tuple(name.text for name in authors),
        names=tuple(authors),
        sorted_by=authors[0].sorted_by if authors else "",
        contributors=tuple(
            (role, tuple(name.text for name in people[role]))
            for role in source_fields.CONTRIBUTORS
            if role in people
        ),
        title=_titled(text("title"), text("subtitle")),
        container=container,
        year=year,
        month=month,
        day=day,
        kind=text("kind"),
        book=_titled(text("booktitle"), text("booksubtitle")),
        series=text("series"),
        volume=text("volume"),
        number=", ".join(filter(None, (text("number"), text("issue")))),
        edition=text("edition"),
        type=source_fields.type_in_words(text("type"), entry_type),
        publisher=", ".join(filter(None, (text("publisher"), text("institution")))),
        location=text("location"),
        pages=text("pages"),
        how=text("howpublished"),
        url=text("url"),
        doi=doi[1] if doi else "",
        accessed=text("urldate"),
        details=details,
        is_standalone=entry_type in source_fields.STANDALONE,
        note=text("note"),
        corrected=text("corrected"),
        corrected_basis=text("corrected_basis"),
        language=source_fields.language_in_words(text("language") or text("langid")),
        public=text("public") != "no",
        several=text("several") == "yes",
    )


def _titled(title: str, subtitle: str) -> str:
    joint = " " if title.endswith(("?", "!", ":", "…")) else ": "
    return f"{title}{joint}{subtitle}" if title and subtitle else title or subtitle


def _container(entry: SourceEntry) -> tuple[str, tuple[tuple[str, str], ...]]:
    """Return the publication that a source is part of, and the details that are printed besides.

    Of a page of the web, programs give the site as an addition to the title, or its organisation.
    """
    details = {name: entry.text(name) for name in source_fields.DETAILS if entry.text(name)}
    container = _titled(entry.text("container"), entry.text("journalsubtitle"))
    if not container and entry.entry.kind in source_fields.OF_THE_WEB:
        container = details.pop("titleaddon", "") or details.pop("organization", "")
    return container, tuple(details.items())
