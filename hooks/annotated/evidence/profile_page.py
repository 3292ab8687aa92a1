"""The profile of the evidence: counts as tables with bars, each leading to the list behind it."""

from collections import Counter
from collections.abc import Mapping, Sequence
from html import escape

from annotated.content.chapters import Chapter
from annotated.content.statements import Statement
from annotated.core import placeholders
from annotated.evidence.claim_marks import Evidence
from annotated.evidence.sources_page import HEADINGS
from annotated.evidence.statements_page import cited, of_chapter
from annotated.model.speakers import SPEAKERS

PER_HUNDRED = 100
BAR_WIDTH = 220


def bar(count: float, most: float) -> str:
    """Return a bar as a small SVG, hidden from assistive technology: the number stands beside."""
    width = round(BAR_WIDTH * count / most) if most else 0
    return (
        f'<svg class="bar" width="{BAR_WIDTH}" height="10" aria-hidden="true">'
        f'<rect width="{width}" height="10"/></svg>'
    )


def table(caption: str, rows: Sequence[tuple[str, float, str]]) -> str:
    """Return rows of (label, number, address of the list behind it) as a table with bars."""
    most = max((number for _, number, _ in rows), default=0)
    body = "".join(
        f'<tr><th scope="row">{escape(label)}</th>'
        f'<td><a href="{address}">{number:g}</a></td><td>{bar(number, most)}</td></tr>'
        for label, number, address in rows
    )
    return (
        f'<table class="profile"><caption>{escape(caption)}</caption><tbody>{body}</tbody></table>'
    )


def profile(chapters: Sequence[Chapter], parts: Sequence[Statement], evidence: Evidence) -> str:
    """Return the tables of the profile as HTML that Markdown leaves alone."""
    numbered = list(enumerate(chapters, start=1))
    tables = [_speakers(number, chapter, parts, evidence.said) for number, chapter in numbered]
    tables += [_kinds(number, chapter, evidence) for number, chapter in numbered]
    tables += [_months(evidence), _density(chapters, parts), _silent(chapters)]
    return "\n\n".join(placeholders.raw_html(f"<div>{one}</div>") for one in tables)


def _speakers(
    number: int, chapter: Chapter, parts: Sequence[Statement], said: Mapping[str, str]
) -> str:
    counted = Counter(part.speaker for part in of_chapter(chapter, parts))
    rows = [
        (
            said[one],
            float(counted[one]),
            f"statements.html#{one}{f'-{number}' * bool(counted[one])}",
        )
        for one in SPEAKERS
    ]
    return table(f"Who speaks: {chapter.title}", rows)


def _kinds(number: int, chapter: Chapter, evidence: Evidence) -> str:
    counted = Counter(kind for _, kind in cited(chapter, evidence))
    rows = [
        (heading, float(counted[kind]), f"statements.html#notes-{number}-{kind}")
        for kind, heading in HEADINGS.items()
        if counted[kind]
    ]
    return table(f"Citations by kind of source: {chapter.title}", rows)


def _months(evidence: Evidence) -> str:
    counted = Counter(
        f"{source.year}{f'-{source.month:02}' if source.month else ''}"
        for source in evidence.sources.values()
    )
    rows = [
        (month, float(counted[month]), f"../sources/index.html#date-{month}")
        for month in sorted(counted)
    ]
    return table("Sources by year and month, as printed", rows)


def _density(chapters: Sequence[Chapter], parts: Sequence[Statement]) -> str:
    rows = []
    for chapter in chapters:
        here = of_chapter(chapter, parts)
        words = sum(len(part.text.split()) for part in here) or 1
        notes = len({note for part in here for note in part.notes})
        address = f"../chapters/{chapter.path.rpartition('/')[2].removesuffix('.md')}.html"
        rows.append((chapter.title, round(PER_HUNDRED * notes / words, 2), address))
    return table("Notes to a hundred words of the retelling", rows)


def _silent(chapters: Sequence[Chapter]) -> str:
    rows = [
        (
            chapter.title,
            float(sum(not paragraph.notes for paragraph in chapter.paragraphs)),
            "statements.html#paragraphs-without-a-note",
        )
        for chapter in chapters
    ]
    return table("Paragraphs without a note", rows)
