"""References: a source as cited in an endnote, and the endnote itself as Markdown.

The form follows the notes of The Chicago Manual of Style (17th edition, chapter 14), with the
parts of a note in the article's own order: the author first, then title and date as printed.
Nothing of a title is changed, not even its case.
"""

import calendar
import re
from collections.abc import Mapping
from html import escape

from annotated.content.endnotes import Endnote
from annotated.content.sources import Source
from annotated.core.placeholders import REFERENCE, REFERENCE_END, SOURCES_PAGE
from annotated.markdown_ext.editor_notes import CLASSES

PLACEHOLDER = re.compile(f"{REFERENCE}([^{REFERENCE_END}]+){REFERENCE_END}")
# A title that ends so has no comma after it.
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


def placeholder(key: str) -> str:
    """Return the placeholder of a reference, which `fill` replaces."""
    return f"{REFERENCE}{key}{REFERENCE_END}"


def fill(html: str, references: Mapping[str, str], sources_page: str) -> str:
    """Return `html` with every placeholder replaced by its reference.

    `references` maps the keys of sources to what `with_kind` returns for them; `sources_page` is
    the address of the page of sources, relative to this page.
    """
    return PLACEHOLDER.sub(
        lambda match: references[match[1]].replace(SOURCES_PAGE, sources_page), html
    )


def with_kind(source: Source) -> str:
    """Return the reference and the kind of its source, as a link to its entry, for `fill`."""
    kind = f'<a class="source-kind" href="{SOURCES_PAGE}#{source.key}">{source.kind}</a>'
    return f"{reference_html(source)} {kind}"


def reference_html(source: Source) -> str:
    """Return the reference as inline HTML, without a full stop, as a locator may follow."""
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


def note_markdown(note: Endnote) -> str:
    """Return the text of an endnote: each source as `@key`, its locator, the editor's remarks.

    mkdocs-bibtex replaces each `@key` by a placeholder.
    """
    cites = [f"@{cite.text}{f', {cite.remark}' if cite.remark else ''}" for cite in note.cites]
    printed = f" [Printed: {note.printed}]{{ .as-printed }}" if note.printed else ""
    return "; ".join(cites) + "." + printed + _editor_remarks(note)


def _editor_remarks(note: Endnote) -> str:
    """Return the editor's remarks on a note, each with how sure it is."""
    return "".join(
        f"\n    [Editor’s note, {CLASSES.get(remark.text, remark.text)}: {remark.remark}]"
        "{ .editor-remark }"
        for remark in note.editor
    )
