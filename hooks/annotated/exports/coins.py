"""Sources as a reference manager finds them in a page: ContextObjects in Spans (COinS).

Sources: ANSI/NISO Z39.88-2004, “COinS”. Journals have a format of their own there; of all others
the type is named as Zotero names its types, in the format for Dublin Core.
"""

from collections.abc import Iterable, Iterator
from urllib.parse import quote

from annotated.core.placeholders import raw_html
from annotated.exports.csl_items import Item
from annotated.exports.reference_files import day, names

JOURNAL, DUBLIN_CORE = "info:ofi/fmt:kev:mtx:journal", "info:ofi/fmt:kev:mtx:dc"
TYPES = {
    "article-newspaper": "newspaperArticle", "article-magazine": "magazineArticle",
    "webpage": "webpage", "interview": "interview", "speech": "presentation",
    "document": "document", "book": "book", "chapter": "bookSection",
}  # fmt: skip


def block(items: Iterable[Item]) -> str:
    """Return, in Markdown, a block of HTML with the items of sources."""
    spans = "\n".join(map(span, items))
    return f"\n\n{raw_html(f'<div hidden>{spans}</div>')}\n" if spans else ""


def span(item: Item) -> str:
    """Return an element that shows and says nothing, and holds the item in its title."""
    # No name after the sign is that of a character, so it may stand as it is.
    written = "&".join(f"{name}={quote(value, safe='')}" for name, value in _fields(item))
    return f'<span class="Z3988" title="{written}"></span>'


def _fields(item: Item) -> Iterator[tuple[str, str]]:
    of_journal = item["type"] == "article-journal"
    yield "ctx_ver", "Z39.88-2004"
    yield "rft_val_fmt", JOURNAL if of_journal else DUBLIN_CORE
    if of_journal:
        named = {"rft.atitle": "title", "rft.jtitle": "container-title"}
        yield "rft.genre", "article"
    else:
        named = {"rft.title": "title", "rft.source": "container-title"}
        yield "rft.type", TYPES[str(item["type"])]
    named |= {
        "rft.volume": "volume", "rft.issue": "issue", "rft.pages": "page",
        "rft.language": "language", "rft.identifier": "URL",
    }  # fmt: skip
    yield from ((tag, str(item[field])) for tag, field in named.items() if field in item)
    for name in names(item):
        tag = "rft.aucorp" if "literal" in name else "rft.au"
        yield tag, name.get("literal") or f"{name['family']}, {name['given']}"
    yield "rft.date", day(item)
