"""Page with the profile of the evidence: tables of counts, each linked to the list it counts."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from html import escape
from typing import NamedTuple

from annotated.content.chapters import Chapter
from annotated.content.statements import Statement
from annotated.core import placeholders
from annotated.evidence.sources_page import HEADINGS
from annotated.evidence.statement_evidence import Evidence
from annotated.evidence.statements_page import cited, of_chapter
from annotated.model.vocabulary import SPEAKERS

STATEMENTS = "claims/statements.md"
PER_HUNDRED = 100
BAR_WIDTH = 220


def bar(count: float, most: float) -> str:
    """Return a bar as a small SVG, hidden from assistive technology: the number is beside it."""
    width = round(BAR_WIDTH * count / most) if most else 0
    return (
        f'<svg class="bar" width="{BAR_WIDTH}" height="10" aria-hidden="true">'
        f'<rect width="{width}" height="10"/></svg>'
    )


class Table(NamedTuple):
    """A table of counts: rows of (label, count, path below `docs/` of the list that it counts)."""

    caption: str
    rows: Sequence[tuple[str, float, str]]


def html(table: Table, url: Callable[[str], str]) -> str:
    """Return a table with bars; `url` returns the URL of a path."""
    rows = table.rows
    most = max((number for _, number, _ in rows), default=0)
    body = "".join(
        f'<tr><th scope="row">{escape(label)}</th>'
        f'<td><a href="{url(path)}">{number:g}</a></td><td>{bar(number, most)}</td></tr>'
        for label, number, path in rows
    )
    return (
        f'<table class="profile"><caption>{escape(table.caption)}</caption>'
        f"<tbody>{body}</tbody></table>"
    )


def page(
    chapters: Sequence[Chapter],
    statements: Sequence[Statement],
    evidence: Evidence,
    url: Callable[[str], str],
) -> str:
    """Return the tables as raw HTML in Markdown.

    `url` returns the URL of a page by its path below `docs/`, as this page reaches it.
    """
    numbered = list(enumerate(chapters, start=1))
    tables = [
        _speakers(number, chapter, statements, evidence.labels) for number, chapter in numbered
    ]
    tables += [_kinds(number, chapter, evidence) for number, chapter in numbered]
    tables += [_months(evidence), _density(chapters, statements), _without_a_note(chapters)]
    return "\n\n".join(placeholders.raw_html(f"<div>{html(table, url)}</div>") for table in tables)


def _speakers(
    number: int, chapter: Chapter, statements: Sequence[Statement], labels: Mapping[str, str]
) -> Table:
    counted = Counter(statement.speaker for statement in of_chapter(chapter, statements))
    rows = [
        (
            labels[speaker],
            float(counted[speaker]),
            f"{STATEMENTS}#{speaker}{f'-{number}' * bool(counted[speaker])}",
        )
        for speaker in SPEAKERS
    ]
    return Table(f"Who speaks: {chapter.title}", rows)


def _kinds(number: int, chapter: Chapter, evidence: Evidence) -> Table:
    counted = Counter(kind for _, kind in cited(chapter, evidence))
    rows = [
        (heading, float(counted[kind]), f"{STATEMENTS}#notes-{number}-{kind}")
        for kind, heading in HEADINGS.items()
        if counted[kind]
    ]
    return Table(f"Citations by kind of source: {chapter.title}", rows)


def _months(evidence: Evidence) -> Table:
    counted = Counter(source.year_and_month for source in evidence.guide.cited_sources.values())
    rows = [
        (month, float(counted[month]), f"sources/index.md#date-{month}")
        for month in sorted(counted)
    ]
    return Table("Sources by year and month, as printed", rows)


def _density(chapters: Sequence[Chapter], statements: Sequence[Statement]) -> Table:
    rows = []
    for chapter in chapters:
        here = of_chapter(chapter, statements)
        words = sum(len(statement.text.split()) for statement in here) or 1
        notes = len({note for statement in here for note in statement.notes})
        path = chapter.path.removeprefix("docs/")
        rows.append((chapter.title, round(PER_HUNDRED * notes / words, 2), path))
    return Table("Notes to a hundred words of the retelling", rows)


def _without_a_note(chapters: Sequence[Chapter]) -> Table:
    rows = [
        (
            chapter.title,
            float(sum(not paragraph.notes for paragraph in chapter.paragraphs)),
            f"{STATEMENTS}#paragraphs-without-a-note",
        )
        for chapter in chapters
    ]
    return Table("Paragraphs without a note", rows)
