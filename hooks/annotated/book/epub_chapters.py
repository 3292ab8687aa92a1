"""Chapters of the electronic book: paragraphs with their remarks, and notes that open.

A note opens where its mark stands in programs that know notes, and leads back in those that do
not.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from html import escape

from annotated.book.told_once import CERTAIN, PARAGRAPH, on_note, told_at
from annotated.book.xhtml_text import leading, of_markdown, plain
from annotated.content.chapters import Chapter
from annotated.content.guide import Guide
from annotated.content.statements import Statement
from annotated.evidence.references import reference_html
from annotated.evidence.statement_evidence import Evidence
from annotated.model.remarks import CERTAINTIES, Remark


@dataclass(frozen=True)
class EpubChapters:
    """Writes the chapters of a guide."""

    guide: Guide
    evidence: Evidence

    @cached_property
    def pages(self) -> Mapping[str, str]:
        """Return the file in which each paragraph stands, by its number, in order."""
        return {
            str(paragraph.number): f"chapter-{place}.xhtml"
            for place, chapter in enumerate(self.guide.chapters, start=1)
            for paragraph in chapter.paragraphs
        }

    def body(self, chapter: Chapter) -> str:
        """Return a chapter: its paragraphs, then their notes."""
        parts, notes = [f"<h1>{plain(chapter.title)}</h1>"], list[str]()
        for paragraph in chapter.paragraphs:
            number = str(paragraph.number)
            here = self.guide.statements_in.get(number, [])
            mark = (
                f'<span class="number" epub:type="pagebreak" role="doc-pagebreak" id="p{number}" '
                f'aria-label="¶{number}">¶{number}</span> '
            )
            parts.append(f"<p>{mark}{self._statements(here)}</p>")
            parts += self._remarks(number)
            notes += [self._note(note, number) for at in here for note in at.notes]
        return "\n".join([*parts, *dict.fromkeys(notes)])

    def _statements(self, statements: Sequence[Statement]) -> str:
        written, speaker = [], ""
        for statement in statements:
            letter = self.evidence.letter(statement) if statement.speaker != speaker else ""
            speaker = statement.speaker
            label = escape(self.evidence.label(statement))
            by = f'<abbr class="by" title="{label}">{letter}</abbr> ' if letter else ""
            marks = "<sup>,</sup>".join(map(_mark, statement.notes))
            written.append(f"{by}{plain(statement.text)}{marks}")
        return " ".join(written)

    def _remarks(self, number: str) -> Iterator[str]:
        for remark in self.guide.heavy_remarks_on(PARAGRAPH, number):
            yield f'<aside class="remark" role="note"><p>{self._remark(remark, number)}</p></aside>'

    def _remark(self, remark: Remark, number: str) -> str:
        """Return a remark where it is told, and elsewhere where that is."""
        subject, at = of_markdown(remark.subject, {}), told_at(remark)
        if at not in ("", number):
            return f"<strong>{subject}</strong>: see\u00a0{leading(f'¶{at}', self.pages)}."
        sure = CERTAINTIES[remark.certainty]
        behind = "" if remark.certainty == CERTAIN else f" <em>({sure})</em>"
        return f"<strong>{subject}</strong>. {of_markdown(remark.body, self.pages)}{behind}"

    def _note(self, name: str, number: str) -> str:
        """Return a note, which stands in the paragraph of that number."""
        remarks = (self._remark(remark, number) for remark in on_note(self.guide, name, number))
        told = " ".join(filter(None, (*self._told(name), *remarks)))
        back = f'<a role="doc-backlink" href="#m{name}" aria-label="Back to the text">↩︎</a>'
        return (
            f'<aside epub:type="footnote" role="doc-footnote" id="n{name}">'
            f"<p>{name}. {told} {back}</p></aside>"
        )

    def _told(self, name: str) -> Iterator[str]:
        note = self.guide.endnotes.notes.get(name)
        if not name.isdigit():
            yield from (plain(at.text) for at in self.guide.statements_in.get(name, ()))
        cited = "; ".join(
            reference_html(self.guide.sources[cite.text])
            + (f", {plain(cite.remark)}" if cite.remark else "")
            for cite in (note.cites if note else ())
            if cite.text in self.guide.sources
        )
        yield f"{cited}." if cited else ""
        yield f"Printed: {plain(note.printed)}" if note and note.printed else ""


def _mark(note: str) -> str:
    return (
        f'<sup><a epub:type="noteref" role="doc-noteref" id="m{note}" href="#n{note}">'
        f"{note}</a></sup>"
    )
