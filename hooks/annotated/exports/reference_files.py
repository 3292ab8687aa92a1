"""Files of sources for reference managers, made from CSL-JSON: RIS, and BibTeX as biblatex has it.

Sources: RIS format specifications (Research Information Systems, 2011); “The biblatex Package”,
section 2. What each loses is told on the page of the data.
"""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple, cast

from annotated.exports.csl_items import Item


class Types(NamedTuple):
    """What RIS and biblatex call a type of CSL; `subtype` is a field of biblatex."""

    ris: str
    bib: str
    subtype: str = ""


TYPES = {
    "article-newspaper": Types("NEWS", "article", "newspaper"),
    "article-magazine": Types("MGZN", "article", "magazine"),
    "article-journal": Types("JOUR", "article"),
    "webpage": Types("ELEC", "online"),
    "interview": Types("PCOMM", "misc"),
    "speech": Types("GEN", "misc"),
    "document": Types("GEN", "misc"),
    "book": Types("BOOK", "book"),
    "chapter": Types("CHAP", "incollection"),
}
# Signs that TeX reads as commands.
IN_TEX = {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"} | {
    sign: f"\\{sign}" for sign in "&%$#_{}"
}
SPECIAL = re.compile("|".join(map(re.escape, IN_TEX)))
GENRES = {"speech": "Speech"}


def ris(items: Iterable[Item]) -> str:
    """Return the items in RIS, with the ends of lines that it asks for."""
    return "".join(f"{line}\r\n" for item in items for line in _ris(item))


def _ris(item: Item) -> Iterator[str]:
    kind, first, last = str(item["type"]), *_pages(item)
    tags = (
        ("ID", item["id"]), *(("AU", _ordered(name)) for name in names(item)),
        ("TI", item["title"]), ("T2", item.get("container-title")), ("VL", item.get("volume")),
        ("IS", item.get("issue")), ("ET", item.get("edition")), ("SP", first), ("EP", last),
        ("PY", day(item)[:4]), ("DA", _ris_date(item)), ("LA", item.get("language")),
        ("M3", genre(item)), ("PB", item.get("publisher")), ("CY", item.get("publisher-place")),
        ("DO", item.get("DOI")), ("UR", item.get("URL")), ("N1", item.get("note")),
        ("DP", item.get("source")),
    )  # fmt: skip
    yield f"TY  - {TYPES[kind].ris}"
    yield from (f"{tag}  - {value}" for tag, value in tags if value)
    yield "ER  - "


def biblatex_file(items: Iterable[Item], origin: str) -> str:
    """Return the same as a file, which says at its head where it comes from."""
    # Whatever stands before an entry is a comment, but an entry begins with this sign.
    head = f"% {origin.replace('@', '')}\n\n" if origin else ""
    return f"{head}{biblatex(items)}"


def biblatex(items: Iterable[Item], note: str = "annotation") -> str:
    """Return the items as entries of biblatex; `note` is the field for the note of each."""
    return "\n".join(_entry(item, note) for item in items)


def _entry(item: Item, note: str) -> str:
    kind = TYPES[str(item["type"])]
    where = {"article": "journaltitle", "online": "organization", "incollection": "booktitle"}
    fields = {
        "author": " and ".join(_of_tex(name) for name in names(item)),
        # In double braces no style changes its case.
        "title": f"{{{_tex(item['title'])}}}",
        where.get(kind.bib, "titleaddon"): _tex(item.get("container-title")),
        "entrysubtype": kind.subtype,
        "volume": _tex(item.get("volume")),
        "number": _tex(item.get("issue")),
        "edition": _tex(item.get("edition")),
        "pages": str(item.get("page", "")).replace("-", "--"),
        "howpublished": _tex(genre(item)),
        "date": day(item),
        "publisher": _tex(item.get("publisher")),
        "location": _tex(item.get("publisher-place")),
        "language": _tex(item.get("language")),
        "doi": str(item.get("DOI", "")),
        "url": str(item.get("URL", "")),
        note: _tex(item.get("note")),
    }
    lines = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items() if value)
    return f"@{kind.bib}{{{item['id']},\n{lines}}}\n"


def names(item: Item) -> list[dict[str, str]]:
    """Return the authors of an item in their parts."""
    return cast("list[dict[str, str]]", item.get("author", []))


def day(item: Item) -> str:
    """Return the date of an item as in ISO 8601: a year, a month or a day."""
    issued = cast("dict[str, list[list[int]]]", item["issued"])
    year, *rest = issued["date-parts"][0]
    return "-".join([f"{year:04}", *(f"{number:02}" for number in rest)])


def genre(item: Item) -> str:
    """Return in words what sort of thing an item is, where its type alone would not tell."""
    return str(item.get("genre") or GENRES.get(str(item["type"]), ""))


def _ris_date(item: Item) -> str:
    # Year, month and day have each a place, though it be empty.
    parts = [*day(item).split("-"), "", ""][:3]
    return "/".join(parts) + "/"


def _pages(item: Item) -> tuple[str, str]:
    first, _, last = str(item.get("page", "")).replace("–", "-").partition("-")
    return first, last


def _ordered(name: dict[str, str]) -> str:
    parts = (name.get("family", ""), name.get("given", ""), name.get("suffix", ""))
    return name.get("literal") or ", ".join(filter(None, parts))


def _of_tex(name: dict[str, str]) -> str:
    if "literal" in name:
        return f"{{{_tex(name['literal'])}}}"
    parts = (f"{{{_tex(name['family'])}}}", _tex(name.get("suffix")), _tex(name.get("given")))
    return ", ".join(filter(None, parts))


def _tex(value: object) -> str:
    return SPECIAL.sub(lambda match: IN_TEX[match[0]], str(value or ""))
