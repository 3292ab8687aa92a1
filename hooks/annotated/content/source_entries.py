"""Entries of `.bib` files with their fields under one name each, and what is wrong with them."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache, cached_property
from unicodedata import normalize

from annotated.content import bibtex_dates, bibtex_names, source_fields
from annotated.content.bibtex_entries import Entry, Field
from annotated.content.bibtex_names import Name
from annotated.content.source_fields import KINDS, READ, TYPES, VERBATIM
from annotated.content.tex_text import decode, verbatim
from annotated.core.problems import Problem, did_you_mean
from annotated.model import edtf

# A key is also an id and a part of an address; in the text it follows the sign @.
KEY = re.compile(r"[a-z][A-Za-z0-9_-]*")
DOI = re.compile(r"(?:https?://(?:dx\.)?doi\.org/)?(10\.[0-9]{4,9}/[^\s\"<>\\]+)")


@dataclass(frozen=True)
class SourceEntry:
    """An entry, its file, and its fields by the names of `source_fields`, with what it inherits."""

    path: str
    entry: Entry
    own: Mapping[str, Field]
    inherited: Mapping[str, Field]

    @property
    def key(self) -> str:
        """Return the key as typed."""
        return self.entry.key

    @cached_property
    def texts(self) -> Mapping[str, str]:
        """Return the text of each field on one line, without notation of TeX."""
        return {name: _text(name, field.value) for name, field in self._fields.items()}

    @cached_property
    def people(self) -> Mapping[str, tuple[list[Name], list[str]]]:
        """Return the persons of each role that is given, and what is wrong with their names."""
        roles = self._fields.keys() & source_fields.NAMES
        return {role: bibtex_names.read(self._fields[role].value) for role in roles}

    @cached_property
    def date(self) -> tuple[bibtex_dates.Numbers, list[bibtex_dates.DateFault]]:
        """Return year, month and day, 0 where not given, and what is wrong with them."""
        return bibtex_dates.read({name: self.text(name) for name in source_fields.DATES})

    @cached_property
    def _fields(self) -> Mapping[str, Field]:
        return {**self.inherited, **self.own}

    def text(self, name: str) -> str:
        """Return the text of a field, or nothing."""
        return self.texts.get(name, "")

    def problem(self, field: str, message: str, code: str) -> Problem:
        """Return a problem at the line of a field, or of the entry where it has none."""
        line = self.own[field].line if field in self.own else self.entry.line
        return Problem(self.path, line, f"the source '{self.key}': {message}", code)


def _text(name: str, value: str) -> str:
    text = verbatim(value) if name in VERBATIM else decode(value).text
    return " ".join(text.split())


def of_entry(path: str, entry: Entry) -> tuple[SourceEntry, list[Problem]]:
    """Return an entry with its fields by name, and a problem for each unknown or repeated field."""
    own: dict[str, Field] = {}
    typed = SourceEntry(path, entry, own, {})
    problems: list[Problem] = []
    for field in entry.fields:
        name = source_fields.canonical(field.name)
        if name in own:
            message = f"the field '{field.name}' is also on line {own[name].line}"
            message += f", as '{own[name].name}'" * (own[name].name != field.name)
            text = f"the source '{entry.key}': {message}. Keep one."
            problems.append(Problem(path, field.line, text, "source-field-twice"))
        elif name in READ:
            own[name] = field
        elif not source_fields.is_left_out(name):
            text = f"the source '{entry.key}': unknown field '{field.name}'.{_nearest(name)}"
            problems.append(Problem(path, field.line, text, "source-unknown-field"))
    return typed, problems


@cache
def _nearest(name: str) -> str:
    nearest = did_you_mean(name, [*READ, *source_fields.ALIASES])
    return nearest or " Take it out, or put what readers need into 'note'."


def with_inherited(entry: SourceEntry, lender: SourceEntry) -> SourceEntry:
    """Return an entry with the fields that it takes from the one that its `crossref` names.

    As in biblatex the title of the whole is that of the book or periodical of the part; a date is
    taken as one, or not at all.
    """
    names = {name: name for name in source_fields.INHERITED}
    if any(name in entry.own for name in source_fields.DATES):
        names = {name: name for name in names if name not in source_fields.DATES}
    in_periodical = entry.entry.kind == "article"
    names |= {"title": "container"} if in_periodical else source_fields.INHERITED_AS
    taken = {new: lender.own[name] for name, new in names.items() if name in lender.own}
    return replace(entry, inherited=taken)


def faults(
    entry: SourceEntry, known: Mapping[str, SourceEntry], *, lends: bool
) -> Iterator[Problem]:
    """Yield what is wrong with an entry; `known` is all entries by their keys in small letters.

    An entry that only `lends` its fields to others needs neither kind nor date.
    """
    yield from _head(entry)
    if entry.entry.is_well_formed:
        yield from _missing(entry, lends=lends)
    for field, message in entry.date[1]:
        if field in entry.own:
            yield entry.problem(field, message, "source-wrong-date")
    for role in source_fields.NAMES:
        for message in entry.people[role][1] if role in entry.own else ():
            yield entry.problem(role, f"the field '{role}': {message}", "source-wrong-name")
    yield from _values(entry)
    if "corrected_basis" in entry.own and "corrected" not in entry.own:
        message = "'corrected', the date that 'corrected_basis' explains, is missing. Add it."
        yield entry.problem("corrected_basis", message, "source-missing-field")
    yield from _crossref(entry, known)


def _crossref(entry: SourceEntry, known: Mapping[str, SourceEntry]) -> Iterator[Problem]:
    whole = entry.text("crossref")
    lender = known.get(whole.lower())
    if whole and (not lender or lender.key == entry.key):
        nearest = did_you_mean(whole, [other.key for other in known.values()])
        message = f"'{whole}', which 'crossref' names, is no other source.{nearest}"
        yield entry.problem("crossref", message, "source-unknown")
    elif lender and lender.text("crossref"):
        message = f"'{whole}' has a 'crossref' itself. Name '{lender.text('crossref')}'."
        yield entry.problem("crossref", message, "source-unknown")


def _head(entry: SourceEntry) -> Iterator[Problem]:
    """Yield what is wrong with the type and the key."""
    entry_type = entry.entry.kind
    if entry_type not in TYPES:
        nearest = did_you_mean(entry_type, TYPES) or " Write '@misc'."
        yield entry.problem(
            "", f"the type '@{entry_type}' is not known.{nearest}", "source-unknown-type"
        )
    if entry.key and not KEY.fullmatch(entry.key):
        message = "its key is not of letters a-z, digits, '-' and '_', the first a small letter."
        yield entry.problem("", f"{message} Write '{_plain_key(entry)}'.", "source-key-pattern")


def _values(entry: SourceEntry) -> Iterator[Problem]:
    for field, fault in DATE_CHECKS.items():
        if field in entry.own and (message := fault(entry.text(field))):
            yield entry.problem(field, message, "source-wrong-date")
    for field, fault in OTHER_CHECKS.items():
        if field in entry.own and (message := fault(entry.text(field))):
            yield entry.problem(field, message, "source-wrong-value")
    if (kind := entry.text("kind")) and kind not in KINDS:
        message = f"the kind '{kind}' is not one of {', '.join(KINDS)}.{did_you_mean(kind, KINDS)}"
        yield entry.problem("kind", message, "source-wrong-kind")


def _missing(entry: SourceEntry, *, lends: bool) -> Iterator[Problem]:
    entry_type = entry.entry.kind
    if not entry.text("title"):
        message = "the field 'title' is missing. Add a line 'title = {…},'."
        yield entry.problem("title", message, "source-missing-field")
    if lends:
        return
    numbers, wrong = entry.date
    if not numbers[0] and not wrong:
        message = (
            "the field 'date' is missing. Add a line 'date = {2017-09-05},', or only the year."
        )
        yield entry.problem("date", message, "source-missing-field")
    if not entry.text("kind"):
        mostly = TYPES.get(entry_type, "press")
        message = f"the field 'kind' is missing. Add a line 'kind = {{{mostly}}},', which"
        message += f" '@{entry_type}' mostly is, or another of {', '.join(KINDS)}."
        yield entry.problem("kind", message, "source-missing-field")


def _plain_key(entry: SourceEntry) -> str:
    """Return a key that may be used, as like the one typed as can be."""
    latin = normalize("NFKD", decode(entry.key).text).encode("ascii", "ignore").decode()
    plain = re.sub(r"[^A-Za-z0-9_]+", "-", latin).strip("-_")
    plain = plain[:1].lower() + plain[1:]
    if KEY.fullmatch(plain):
        return plain
    return f"{entry.entry.kind}{plain or entry.date[0][0] or ''}"


def _public(text: str) -> str:
    wrong = f"'{text}' is not 'yes' or 'no', whether a reader can have the source. Write one."
    return "" if text in ("yes", "no") else wrong


def _several(text: str) -> str:
    wrong = f"'{text}' is not 'yes' or 'no', whether one citation stands for several sources."
    return "" if text in ("yes", "no") else f"{wrong} Write one."


def _iso(text: str) -> str:
    wrong = f"'{text}' is no date. Write it like 2017-09-05."
    return "" if bibtex_dates.iso(text) else wrong


def _edtf(text: str) -> str:
    try:
        edtf.parse(text)
    except ValueError as error:
        return f"the field 'corrected': {error}. Write the date as in EDTF."
    return ""


def _doi(text: str) -> str:
    return "" if DOI.fullmatch(text) else f"'{text}' is no DOI. Write it like 10.1177/0967010617."


# What is wrong with the text of a field, or nothing.
DATE_CHECKS: dict[str, Callable[[str], str]] = {
    "corrected": _edtf,
    "urldate": _iso,
    "eventdate": _iso,
    "origdate": _iso,
}
OTHER_CHECKS: dict[str, Callable[[str], str]] = {
    "public": _public,
    "several": _several,
    "doi": _doi,
}
