"""A source as a reference in a note: the author first, the title as printed, the date as printed.

The form follows the notes of The Chicago Manual of Style (17th edition, chapter 14), with the
parts of a note in the article's own order. Nothing of a title is changed, not even its case.
"""

import calendar
import re
from collections.abc import Mapping
from html import escape

from annotated.content.sources import Source

# Stands for a reference while Markdown reads the page: two signs of private use round the key.
PLACE = re.compile("\ue000([^\ue001]+)\ue001")
# Stands for the address of the page of sources, which each page reaches in its own way.
SOURCES = "\ue002"
ENDS_ITSELF = ("?", "!", "…")


def date_in_words(source: Source) -> str:
    """Return the date as printed: “November 2, 2016”, “July 2017” or “2017”."""
    if not source.month:
        return str(source.year)
    month = calendar.month_name[source.month]
    return f"{month} {source.day}, {source.year}" if source.day else f"{month} {source.year}"


def authors_in_words(source: Source) -> str:
    """Return the authors in one phrase, the last after “and”."""
    *others, last = source.authors or ("",)
    if not others:
        return last
    return f"{', '.join(others)}{',' if len(others) > 1 else ''} and {last}"


def place(key: str) -> str:
    """Return what stands for the reference until `fill` puts it in."""
    return f"\ue000{key}\ue001"


def fill(html: str, known: Mapping[str, str], sources: str) -> str:
    """Return `html` with every reference in its place.

    `known` holds the references by key, as `markup` makes them; each is followed by a link to its
    entry on the page of sources, whose address is `sources`.
    """
    return PLACE.sub(lambda match: known[match[1]].replace(SOURCES, sources), html)


def with_kind(source: Source) -> str:
    """Return the reference with its kind, as a link to its entry."""
    kind = f'<a class="source-kind" href="{SOURCES}#{source.key}">{source.kind}</a>'
    return f"{markup(source)} {kind}"


def markup(source: Source) -> str:
    """Return the reference as inline HTML. Locators may follow it: it has no full stop."""
    if source.kind == "interview":
        parts = [escape(f"{source.how}, {source.title}", quote=False), date_in_words(source)]
        return _cite(source, ", ".join(part for part in parts if part))
    comma = "" if source.title.endswith(ENDS_ITSELF) else ","
    title = f"“{escape(source.title, quote=False)}{comma}”"
    if source.url:
        title = f'<a href="{escape(source.url)}" rel="noreferrer">{title}</a>'
    lead = f"{escape(authors_in_words(source), quote=False)}, " if source.authors else ""
    rest = ", ".join(part for part in _tail(source) if part)
    return _cite(source, f"{lead}{title} {rest}")


def _tail(source: Source) -> list[str]:
    container = f"<em>{escape(source.container)}</em>" if source.container else ""
    if source.volume:
        issue = f"{source.volume}{f':{source.number}' if source.number else ''}"
        return [f"{container} {escape(issue)} ({date_in_words(source)})"]
    edition = f"edition {escape(source.edition)}" if source.edition else ""
    return [container, edition, date_in_words(source)]


def _cite(source: Source, text: str) -> str:
    return f'<cite class="reference" data-source="{source.key}">{text}</cite>'
