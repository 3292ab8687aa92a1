"""References: a source as cited in an endnote, and the endnote itself as Markdown.

The form follows the notes of The Chicago Manual of Style (17th edition, chapter 14), with the
parts of a note in the article's own order: the author first, then title and date as printed.
Nothing of a title is changed, not even its case.
"""

import calendar
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from html import escape

from annotated.content import bibtex_dates
from annotated.content.bibtex_names import OTHERS
from annotated.content.endnotes import Endnote
from annotated.content.source_fields import code_of_language
from annotated.content.sources import Source
from annotated.core.markdown_text import escaped
from annotated.core.placeholders import REFERENCE, REFERENCE_END, SOURCES_PAGE
from annotated.model import arabic_script

MONTHS = tuple(calendar.month_name)
PLACEHOLDER = re.compile(f"{REFERENCE}([^{REFERENCE_END}]+){REFERENCE_END}")
# A title that ends so has no comma after it.
ENDS_ITSELF = ("?", "!", "…")
# The roles of persons besides the author, in the words before their names.
ROLES = {
    "editor": "ed.", "translator": "trans.", "bookauthor": "by", "commentator": "commentary by",
    "annotator": "annotated by", "introduction": "introduction by", "foreword": "foreword by",
    "afterword": "afterword by", "editora": "with", "editorb": "with", "editorc": "with",
    "collaborator": "with", "director": "directed by",
}  # fmt: skip
# Details that are printed with words of their own; any other as it is.
DETAILS = {
    "maintitle": "in {}", "part": "part {}", "volumes": "{} vols.", "chapter": "chap. {}",
    "version": "version {}", "eventdate": "held {}", "origdate": "first published {}",
}  # fmt: skip
# States of a publication as biblatex abbreviates them.
STATES = {
    "inpreparation": "in preparation", "inpress": "in press", "prepublished": "prepublished",
}  # fmt: skip


def date_in_words(year: int, month: int = 0, day: int = 0) -> str:
    """Return a date as printed: “November 2, 2016”, “July 2017” or “2017”."""
    if not month:
        return str(year)
    name = MONTHS[month]
    return f"{name} {day}, {year}" if day else f"{name} {year}"


def names_in_words(names: Sequence[str]) -> str:
    """Return names in one phrase, the last after “and”; those not named are “et al.”."""
    *others, last = names or ("",)
    if not others:
        return last
    if last == OTHERS:
        return f"{', '.join(others)} et al."
    return f"{', '.join(others)}{',' if len(others) > 1 else ''} and {last}"


def placeholder(key: str) -> str:
    """Return the placeholder of a reference, which `fill` replaces."""
    return f"{REFERENCE}{key}{REFERENCE_END}"


def fill(html: str, references: Mapping[str, str], page_of: Callable[[str], str]) -> str:
    """Return `html` with every placeholder replaced by its reference.

    `references` maps the keys of sources to what `with_kind` returns for them; `page_of` returns
    the address of the page of a source, relative to this page.
    """
    return PLACEHOLDER.sub(
        lambda match: references[match[1]].replace(SOURCES_PAGE, page_of(match[1])), html
    )


def with_kind(source: Source) -> str:
    """Return the reference and the kind of its source, as a link to its entry, for `fill`."""
    kind = f'<a class="source-kind" href="{SOURCES_PAGE}#{source.key}">{source.kind}</a>'
    return f"{reference_html(source)} {kind}"


def reference_html(source: Source) -> str:
    """Return the reference as inline HTML, without a full stop, as a locator may follow."""
    lead, contributors = _people(source)
    pieces = [*_within(source, contributors), *_numbers(source), *_details(source)]
    date = date_in_words(source.year, source.month, source.day)
    imprint = ": ".join(part for part in (source.location, source.publisher) if part)
    thesis = source.type if _is_thesis(source) else ""
    published = ", ".join(escape(part, quote=False) for part in (thesis, imprint, date) if part)
    # A journal's volume and a publisher come before the year in parentheses.
    in_parentheses = bool(imprint or thesis or (source.container and source.volume))
    rest = ", ".join(pieces if in_parentheses else [*pieces, published])
    rest = " ".join(part for part in (rest, f"({published})" * in_parentheses) if part)
    title = _title(source, comma=bool(pieces) or not in_parentheses)
    text = " ".join([*lead, title, ", ".join([rest, *_access(source)])])
    return f"<cite>{_marked(source, text)}</cite>"


def title_html(source: Source) -> str:
    """Return the title as inline HTML."""
    return _marked(source, escape(source.title, quote=False))


def _title(source: Source, *, comma: bool) -> str:
    """Return the title, linked to the source where it has an address."""
    sign = "," if comma and not source.title.endswith(ENDS_ITSELF) else ""
    title = escape(source.title, quote=False)
    if source.kind == "interview":
        title = f"{', '.join(filter(None, (escape(source.how, quote=False), title)))}{sign}"
    elif source.is_standalone:
        title = f"<em>{title}</em>{sign}"
    else:
        title = f"“{title}{sign}”"
    if source.url:
        return f'<a href="{escape(source.url)}" rel="noreferrer">{title}</a>'
    return title


def _marked(source: Source, html: str) -> str:
    """Return HTML of a source whose words in Arabic script have a language and a direction."""
    return arabic_script.marked(html, code_of_language(source.language) or "ar")


def _people(source: Source) -> tuple[list[str], list[str]]:
    """Return the persons before the title, if any, and those behind it, with their roles."""
    contributors = {
        role: escape(names_in_words(names), quote=False) for role, names in source.contributors
    }
    lead = escape(names_in_words(source.authors), quote=False)
    if not lead and not source.book and (editors := contributors.pop("editor", "")):
        many = len(dict(source.contributors)["editor"]) > 1
        lead = f"{editors}, {'eds.' if many else 'ed.'}"
    behind = [f"{ROLES[role]} {names}" for role, names in contributors.items()]
    return ([f"{lead},"] if lead else []), behind


def _within(source: Source, contributors: Sequence[str]) -> Iterator[str]:
    """Yield what the source is part of."""
    if source.book:
        yield f"in <em>{escape(source.book, quote=False)}</em>"
    yield from contributors
    container = f"<em>{escape(source.container)}</em>" if source.container else ""
    issue = source.volume and source.number and f":{source.number}"
    if container:
        yield f"{container} {escape(source.volume + issue)}".strip()


def _numbers(source: Source) -> Iterator[str]:
    """Yield type, series and numbers, but those of a journal's volume."""
    of_journal = bool(source.container and source.volume)
    number = "" if of_journal else source.number
    named = "" if _is_thesis(source) else source.type
    if source.volume and not of_journal:
        yield f"vol. {escape(source.volume)}"
    for name in (named, source.series):
        if name:
            yield escape(f"{name} {number}".strip(), quote=False)
            number = ""
    if number:
        yield f"no. {escape(number)}"
    if source.edition:
        yield f"edition {escape(source.edition)}"
    if source.how and source.kind != "interview":
        yield escape(source.how, quote=False)


def _details(source: Source) -> Iterator[str]:
    for name, text in source.details:
        numbers = bibtex_dates.iso(text) if name.endswith("date") else None
        words = date_in_words(*numbers) if numbers else STATES.get(text, text)
        yield DETAILS.get(name, "{}").format(escape(words, quote=False))


def _access(source: Source) -> Iterator[str]:
    """Yield what follows the date: the DOI, and the day on which the source was seen."""
    if source.doi and source.doi not in source.url:
        address = f"https://doi.org/{escape(source.doi)}"
        yield f'<a href="{address}" rel="noreferrer">doi:{escape(source.doi, quote=False)}</a>'
    if numbers := bibtex_dates.iso(source.accessed):
        yield f"accessed {date_in_words(*numbers)}"


def _is_thesis(source: Source) -> bool:
    return source.type.lower().endswith(("thesis", "dissertation"))


def note_markdown(note: Endnote, dated: str = "") -> str:
    """Return the text of an endnote: each source as `@key`, its locator, how it is printed.

    `dated` says how far it is in time from what it supports. mkdocs-bibtex replaces each `@key` by
    a placeholder.
    """
    cites = [f"@{cite.text}{f', {cite.remark}' if cite.remark else ''}" for cite in note.cites]
    printed = f" [Printed: {escaped(note.printed)}]{{ .as-printed }}" if note.printed else ""
    distance = f" [{dated}]{{ .note-dated }}" if dated else ""
    return f"{'; '.join(cites)}.{distance}{printed}"
