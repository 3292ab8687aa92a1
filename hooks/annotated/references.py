"""A source as a reference in a note: the author first, the title as printed, the date as printed.

The form follows the notes of The Chicago Manual of Style (17th edition, chapter 14), with the
parts of a note in the article's own order. Nothing of a title is changed, not even its case.
"""

import calendar
from html import escape

from annotated.sources import Source

# Characters that Markdown would read as its own inside a line of text.
MARKDOWN = str.maketrans({char: f"&#{ord(char)};" for char in "\\`*_{}[]()#!|~^@"})
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


def markup(source: Source) -> str:
    """Return the reference as inline HTML that stays what it is when Markdown reads it.

    Locators follow it in the note, so it has no full stop at its end.
    """
    if source.kind == "interview":
        parts = [_plain(f"{source.how}, {source.title}"), date_in_words(source)]
        return _cite(source, ", ".join(part for part in parts if part))
    comma = "" if source.title.endswith(ENDS_ITSELF) else ","
    title = f"“{_plain(source.title)}{comma}”"
    if source.url:
        title = f'<a href="{_address(source.url)}" rel="noreferrer">{title}</a>'
    lead = f"{_plain(authors_in_words(source))}, " if source.authors else ""
    rest = ", ".join(part for part in _tail(source) if part)
    return _cite(source, f"{lead}{title} {rest}")


def _tail(source: Source) -> list[str]:
    container = f"<em>{_plain(source.container)}</em>" if source.container else ""
    if source.volume:
        issue = f"{source.volume}{f':{source.number}' if source.number else ''}"
        return [f"{container} {_plain(issue)} ({date_in_words(source)})"]
    edition = f"edition {_plain(source.edition)}" if source.edition else ""
    return [container, edition, date_in_words(source)]


def _cite(source: Source, text: str) -> str:
    return f'<cite class="reference" data-source="{source.key}">{text}</cite>'


def _plain(text: str) -> str:
    return escape(text, quote=False).translate(MARKDOWN)


def _address(url: str) -> str:
    return escape(url).translate(MARKDOWN)
