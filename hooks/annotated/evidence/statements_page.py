"""Page of all statements: a table to be questioned, then the notes by kind of source."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from html import escape

from annotated.content.chapters import Chapter
from annotated.content.statements import Statement
from annotated.core import placeholders
from annotated.evidence.sources_page import HEADINGS
from annotated.evidence.statement_controls import controls
from annotated.evidence.statement_evidence import Evidence
from annotated.evidence.statement_facets import Facets
from annotated.linking.matcher import Matcher

HEADS = ("Where", "Statement", "Who says it", "On what", "Known since")


@dataclass(frozen=True)
class StatementsPage:
    """The page; `url` returns the URL of a page by its path below `docs/`, as this one reaches it.

    The roles of the table are written out, for it is no table to a browser where a narrow window
    shows each row as a block.
    """

    evidence: Evidence
    matcher: Matcher
    url: Callable[[str], str]

    def markdown(self) -> str:
        """Return the page as Markdown, with its table as raw HTML."""
        evidence = self.evidence
        chapters, facets = evidence.guide.chapters, Facets(evidence, self.matcher)
        values = {each.id: facets.of(each) for each in evidence.guide.statements}
        heads = "".join(f'<th role="columnheader" scope="col">{head}</th>' for head in HEADS)
        bodies = "".join(
            self._chapter(number, chapter, values, facets)
            for number, chapter in enumerate(chapters, start=1)
        )
        table = (
            '<table class="statements" role="table" data-unlinked><caption class="visually-hidden">'
            f'All statements by chapter</caption><thead role="rowgroup"><tr role="row">{heads}</tr>'
            f"</thead>{bodies}</table>"
        )
        form = controls(list(values.values()), facets)
        blocks = [placeholders.raw_html(form), placeholders.raw_html(f"<div>{table}</div>")]
        blocks.append("## Notes by kind of source { #notes-by-kind }\n")
        blocks += [_notes_by_kind(*numbered, evidence) for numbered in enumerate(chapters, start=1)]
        blocks.append("## Paragraphs without a note { #paragraphs-without-a-note }\n")
        bare = [f"- {chapter.title}: {_paragraphs_without_a_note(chapter)}" for chapter in chapters]
        blocks.append("\n".join(bare))
        return "\n\n".join(blocks) + "\n"

    def _chapter(
        self,
        number: int,
        chapter: Chapter,
        values: dict[str, dict[str, list[str]]],
        facets: Facets,
    ) -> str:
        here = of_chapter(chapter, self.evidence.guide.statements)
        url = self.url(chapter.path.removeprefix("docs/"))
        rows = "".join(
            self._row(
                each,
                _text(each, [statement for statement in here if statement.line == each.line])
                + _unnamed(each, facets),
                values[each.id] | {"unnamed": facets.unnamed(each)},
                url,
            )
            for each in here
        )
        return (
            f'<tbody id="chapter-{number}" role="rowgroup"><tr class="chapter" role="row">'
            f'<th role="rowheader" scope="rowgroup" colspan="{len(HEADS)}">'
            f'{escape(chapter.title)} <span class="count">{len(here)}</span></th></tr>'
            f"{rows}</tbody>"
        )

    def _row(
        self,
        statement: Statement,
        text: str,
        values: dict[str, list[str]],
        url: str,
    ) -> str:
        evidence = self.evidence
        known = evidence.known_since(statement)
        data = "".join(f' data-{name}="{" ".join(ids)}"' for name, ids in values.items() if ids) + (
            f' data-known="{known.last}"' if known else ""
        )
        since = (
            f'<span class="since">{known.words}</span>'
            if known
            else f'<span class="not">{_not_known(evidence, statement)}</span>'
        )
        return (
            f'<tr role="row"{data}><th role="rowheader" scope="row">'
            f'<a href="{url}#{statement.id}" title="{statement.id}">{statement.label}</a></th>'
            f'<td role="cell" class="text">{text}</td>'
            f'<td role="cell"><span class="speaker-sign {statement.speaker}">'
            f"{escape(evidence.label(statement))}</span></td>"
            f'<td role="cell">{_support(evidence, statement)}</td>'
            f'<td role="cell">{since}</td></tr>'
        )


def _text(statement: Statement, sentence: Sequence[Statement]) -> str:
    """Return a statement; one that is part of a sentence stands within the whole of it."""
    if len(sentence) == 1:
        return escape(statement.text, quote=False)
    parts = (
        f"<b>{escape(each.text, quote=False)}</b>"
        if each is statement
        else escape(each.text, quote=False)
        for each in sentence
    )
    return " ".join(parts)


def _unnamed(statement: Statement, facets: Facets) -> str:
    """Return why a statement is found under what it does not name; seen where it is so found."""
    names = facets.words["event"]
    unnamed = facets.unnamed(statement)
    behind = [
        event.id
        for event in facets.told(statement)
        if {*event.places, *event.actors}.intersection(unnamed)
    ]
    subjects = [id_ for id_ in facets.subjects(statement) if id_ in names and id_ not in behind]
    told = {"tells of": behind, "goes on about": subjects}
    words = [
        f"{verb}: {'; '.join(escape(names[id_], quote=False) for id_ in ids)}"
        for verb, ids in told.items()
        if ids
    ]
    return f'<small class="about">{" · ".join(words)}</small>' if words else ""


def _support(evidence: Evidence, statement: Statement) -> str:
    support = evidence.support(statement)
    words = [evidence.rests_on(statement)]
    if support.notes:
        words[0] += f" ({support.words})"
    alone = evidence.alone_words(statement)
    lines = [escape(words[0], quote=False)]
    lines += [f'<b class="alone">{escape(alone)}</b>'] if alone else []
    lines += [f'<i class="doubt">{escape(support.doubt)}</i>'] if support.doubt else []
    lines += [f"<small>{escape(support.because)}</small>"] if support.because else []
    return "<br>".join(lines)


def _not_known(evidence: Evidence, statement: Statement) -> str:
    return escape(evidence.undated_because(statement))


def _paragraphs_without_a_note(chapter: Chapter) -> str:
    bare = [paragraph.number for paragraph in chapter.paragraphs if not paragraph.notes]
    return ", ".join(f"¶{number}" for number in bare) or "none"


def cited(chapter: Chapter, evidence: Evidence) -> list[tuple[str, str]]:
    """Return (number of a note, kind of a source) for every citation in a chapter."""
    known, sources = evidence.guide.endnotes.notes, evidence.guide.sources
    numbers = [
        note for paragraph in chapter.paragraphs for note in paragraph.notes if note in known
    ]
    keys = [(note, cite.text) for note in numbers for cite in known[note].cites]
    return [(note, sources[key].kind) for note, key in keys if key in sources]


def _notes_by_kind(number: int, chapter: Chapter, evidence: Evidence) -> str:
    found = cited(chapter, evidence)
    lines = [f"### {chapter.title} {{ #notes-{number} }}\n"]
    for kind, heading in HEADINGS.items():
        notes = [f"note {note}." for note, of_kind in found if of_kind == kind]
        if notes:
            lines.append(f"- [{heading}]{{ #notes-{number}-{kind} }}: {' '.join(notes)}")
    return "\n".join(lines)


def of_chapter(chapter: Chapter, statements: Iterable[Statement]) -> list[Statement]:
    """Return the statements of a chapter."""
    return [statement for statement in statements if statement.chapter == chapter.path]
