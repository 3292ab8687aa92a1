"""Names of persons in BibTeX and biblatex, first names first.

BibTeX parts the persons of a field by “and”, and knows “von Last, First”, “von Last, Jr, First”
and “First von Last”; what is in braces is one name, as of an organisation. biblatex also knows
“family=Hakim, given=Tawfiq, prefix=al-”.
"""

import re
from typing import NamedTuple

from pybtex.bibtex.utils import split_name_list, split_tex_string
from pybtex.database import Person

from annotated.content.tex_text import decode
from annotated.core.problems import did_you_mean

# Persons who are not named: “and others”.
OTHERS = "others"
MOST_COMMAS = 2
# A suffix that follows its name without a comma; any other, such as a title, has one.
GENERATION = re.compile(r"(?:[JS]r|[IVX]+)\.?")
# The parts of a name in the order of print.
PARTS = ("given", "prefix", "family", "suffix")
# What biblatex may be told besides: initials, and how to sort and abbreviate.
OPTION = re.compile(r"\w+-i|useprefix|juniorcomma|nametype|id|sortingnamekey\w*")
EXTENDED = re.compile(r"\"?\s*([\w-]+)\s*=\s*(.*?)\s*\"?")
# “Last, First and Last, First”, each word with a capital: as nearly all are typed, and parted by
# the comma and the “and” alone.
WORDS = r"[A-Z][A-Za-z0-9À-ÖØ-öø-ÿ’.]*+(?:[ -][A-Z][A-Za-z0-9À-ÖØ-öø-ÿ’.]*+)*+"
PLAIN = re.compile(rf"{WORDS}, {WORDS}(?: and {WORDS}, {WORDS})*+")
# A particle that ends so has no space behind it.
JOINED = ("-", "'", "’")


class Name(NamedTuple):
    """A name as printed, first names first, and the word by which it is sorted.

    `family` is with its particle; a name that is not parted, as that of an organisation, has none.
    """

    text: str
    sorted_by: str
    given: str = ""
    family: str = ""
    suffix: str = ""


class _Unreadable(Exception):  # noqa: N818 - becomes a problem
    """A name that cannot be read: what is wrong with it, and the remedy."""


def read(value: str) -> tuple[list[Name], list[str]]:
    """Return the names of a field as typed, and a message for each that cannot be read."""
    typed = " ".join(value.split())
    if PLAIN.fullmatch(typed):
        return [_plain(*person.split(", ")) for person in typed.split(" and ")], []
    parted = [part for part in split_tex_string(typed, ";") if part]
    if len(parted) > 1:
        return [], [f"'{typed}' is parted by ';'. Write '{' and '.join(parted)}'."]
    names, faults = [], []
    for person in split_name_list(typed):
        try:
            names.append(_name(person))
        except _Unreadable as error:
            faults.append(str(error))
    return names, faults


def _plain(family: str, given: str) -> Name:
    return Name(f"{given} {family}", family.rpartition(" ")[2], given, family)


def _name(typed: str) -> Name:
    parts = split_tex_string(typed, ",")
    if EXTENDED.match(typed):
        return _of_parts(_extended(parts))
    if not all(parts) or re.search(r"^and |(?: |^)and$", typed):
        message = f"'{typed}' has a comma or an 'and' with no name beside it."
        raise _Unreadable(f"{message} Write 'Last, First and Last, First'.")
    if len(parts) > MOST_COMMAS + 1:
        message = f"'{typed}' has more commas than one name. Part the names by 'and'."
        raise _Unreadable(f"{message} Put the name of an organisation in braces.")
    if len(parts) > MOST_COMMAS and GENERATION.fullmatch(parts[2]):
        parts[1:] = reversed(parts[1:])  # “Last, First, Jr.”, as catalogues have it
    person = Person(", ".join(parts))
    return _of_parts({
        "given": " ".join(person.first_names + person.middle_names),
        "prefix": " ".join(person.prelast_names),
        "family": " ".join(person.last_names),
        "suffix": " ".join(person.lineage_names),
    })  # fmt: skip


def _extended(parts: list[str]) -> dict[str, str]:
    found = {}
    for part in parts:
        match = EXTENDED.fullmatch(part)
        if not match or (match[1] not in PARTS and not OPTION.fullmatch(match[1])):
            nearest = did_you_mean(match[1], PARTS) if match else ""
            message = f"'{part}' is no part of a name: they are {', '.join(PARTS)}.{nearest}"
            raise _Unreadable(message)
        found[match[1]] = match[2]
    return found


def _of_parts(typed: dict[str, str]) -> Name:
    given, prefix, family, suffix = (decode(typed.get(name, "")).text.strip() for name in PARTS)
    joint = "" if not prefix or prefix.endswith(JOINED) else " "
    text = f"{given} {prefix}{joint}{family}".strip()
    comma = "" if GENERATION.fullmatch(suffix) else ","
    printed = f"{text}{comma} {suffix}" if suffix else text
    parts = (given, f"{prefix}{joint}{family}", suffix) if given and family else ()
    return Name(printed, (family or text).rpartition(" ")[2], *parts)
