"""Sources as items of CSL-JSON, from which the other formats for reference managers are made.

Source: Citation Style Language 1.0.2, its data format. What it has no field for stands in
`custom`, so that nothing is lost: whose word a source is, whether it can be consulted, what its
date may rather be.
"""

from collections.abc import Iterable

from annotated.content.article import Article
from annotated.content.bibtex_names import Name
from annotated.content.guide import Guide
from annotated.content.sources import Source
from annotated.core import short_json

Item = dict[str, object]
# A source that is neither a book nor a part of one, by its kind.
TYPES = {
    "press": "article-newspaper", "wire": "article-newspaper", "academic": "article-journal",
    "think-tank": "webpage", "opinion": "webpage", "monitor": "webpage", "official": "document",
    "interview": "interview",
}  # fmt: skip
GROUP = "group"
NOT_PUBLIC = "It cannot be consulted."


def type_of(source: Source) -> str:
    """Return the type of an item.

    What a group itself publishes is in a magazine, or else it is a speech.
    """
    if source.book:
        return "chapter"
    if source.is_standalone:
        return "book"
    if source.kind == GROUP:
        return "article-magazine" if source.container else "speech"
    return TYPES[source.kind]


def items(sources: Iterable[Source], interviewer: str = "") -> list[Item]:
    """Return an item for each source; `interviewer` is who held the interviews among them."""
    return [_item(source, interviewer) for source in sources]


def of_guide(guide: Guide, sources: Iterable[Source] | None = None) -> list[Item]:
    """Return the items of some `sources`, or of all that the article cites."""
    author = guide.article.author if guide.article else ""
    return items(guide.cited_sources.values() if sources is None else sources, author)


def with_origin(made: Iterable[Item], origin: str) -> list[Item]:
    """Return the items with where they come from, which no style prints, unless that is ""."""
    return [item | {"source": origin} if origin else item for item in made]


def of_article(article: Article, key: str, note: str, address: str) -> Item:
    """Return the item of the article itself, with a note, and `address` for its own.

    Its date is to be a year, a month or a day.
    """
    fields: Item = {
        "id": key,
        "type": "article-journal",
        "title": article.title,
        "author": [{"literal": article.author}],
        "container-title": article.container,
        "volume": article.volume,
        "issue": article.issue,
        "issued": {
            "date-parts": [
                [int(part) for part in str(article.date and article.date.edtf).split("-")]
            ]
        },
        "URL": address,
        "note": note,
    }
    return {name: value for name, value in fields.items() if value}


def as_json(made: Iterable[Item]) -> str:
    """Return the items as a file, one to a line."""
    lines = ",\n".join(map(short_json.text, made))
    return f"[\n{lines}\n]\n"


def _item(source: Source, interviewer: str) -> Item:
    kind = type_of(source)
    asked = [{"literal": interviewer}] if kind == "interview" and interviewer else []
    fields: Item = {
        "id": source.key,
        "type": kind,
        "title": source.title,
        "author": [_name(name) for name in source.names],
        "interviewer": asked,
        "container-title": source.book or source.container,
        "collection-title": source.series,
        "volume": source.volume,
        "issue": source.number or (source.edition if kind == "article-magazine" else ""),
        "edition": "" if kind == "article-magazine" else source.edition,
        "page": source.pages,
        "publisher": source.publisher,
        "publisher-place": source.location,
        "genre": source.how or source.type,
        "language": source.language,
        "DOI": source.doi,
        "URL": source.url,
        "issued": _date(source),
        "note": note(source),
        "custom": _custom(source),
    }
    return {name: value for name, value in fields.items() if value}


def _name(name: Name) -> dict[str, str]:
    if not name.family:
        return {"literal": name.text}
    parts = {"family": name.family, "given": name.given, "suffix": name.suffix}
    return {part: text for part, text in parts.items() if text}


def _date(source: Source) -> dict[str, list[list[int]]]:
    """Return the date as printed, also where another is more likely."""
    given = (source.year, source.month, source.day)
    return {"date-parts": [[number for number in given if number]]}


def note(source: Source) -> str:
    """Return what a reader is told of a source besides its reference."""
    rather = source.corrected and f"The date may rather be {source.corrected}:"
    told = (
        "" if source.public else NOT_PUBLIC,
        f"{rather} {source.corrected_basis}" if rather else "",
        source.note,
    )
    return " ".join(filter(None, told))


def _custom(source: Source) -> dict[str, object]:
    own = {
        "kind": source.kind,
        "public": source.public,
        "corrected": source.corrected,
        "corrected_because": source.corrected_basis,
        "accessed": source.accessed,
        **dict(source.details),
        **{role: list(names) for role, names in source.contributors},
    }
    return {name: value for name, value in own.items() if value != ""}
