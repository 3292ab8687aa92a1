"""Source of the book in the markup of Typst: the text, its notes, and its remarks.

The look is told in `layout.typ`, beside this file.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from annotated.book import typst_lists
from annotated.book.told_once import CERTAIN, PARAGRAPH, on_note, told_at
from annotated.book.typst_front import front
from annotated.book.typst_text import END, of_html, of_markdown, plain, quoted
from annotated.content.chapters import Chapter, Paragraph
from annotated.content.endnotes import Endnote
from annotated.content.guide import Guide
from annotated.content.release import Release
from annotated.content.statements import Statement
from annotated.evidence.attestations import entities_in
from annotated.evidence.references import reference_html
from annotated.evidence.statement_evidence import Evidence
from annotated.maps.atlas import Atlas
from annotated.model.remarks import CERTAINTIES, Remark

LAYOUT = Path(__file__).with_name("layout.typ")
PAPERS = {"a4": "a4", "letter": "us-letter"}


@dataclass(frozen=True)
class BookSource:
    """Writes the book of a guide."""

    guide: Guide
    evidence: Evidence
    release: Release
    atlas: Atlas

    def text(self, paper: str) -> str:
        """Return the whole source for a paper of PAPERS; each sheet is in the file `ID.svg`."""
        parts = [
            LAYOUT.read_text(encoding="utf-8"),
            *front(self.guide, self.release, self.atlas, PAPERS[paper]),
            *self._chapters(),
            *typst_lists.lists(self.guide, self._numbers),
            *typst_lists.index(self.guide),
        ]
        return "\n".join(parts)

    @cached_property
    def _numbers(self) -> frozenset[str]:
        """Return the numbers of all paragraphs, to which words may lead."""
        return frozenset(
            str(paragraph.number)
            for chapter in self.guide.chapters
            for paragraph in chapter.paragraphs
        )

    def _chapters(self) -> Iterator[str]:
        for chapter in self.guide.chapters:
            yield f"\n= {plain(chapter.title)}\n"
            for paragraph in chapter.paragraphs:
                yield self._paragraph(chapter, paragraph)

    def _paragraph(self, chapter: Chapter, paragraph: Paragraph) -> str:
        number = str(paragraph.number)
        here = [
            statement
            for statement in self.guide.statements_in.get(number, ())
            if statement.chapter == chapter.path
        ]
        remarks = "".join(
            f"{self._remark(remark, number)}, "
            for remark in self.guide.heavy_remarks_on(PARAGRAPH, number)
        )
        return f"#retold([{number}], ({remarks}))[{self._statements(here, number)}] <p{number}>"

    def _remark(self, remark: Remark, number: str) -> str:
        """Return a remark where it is told, and elsewhere where that is."""
        subject, at = of_markdown(remark.subject), told_at(remark)
        if at not in ("", number):
            return f"again([{subject}], <p{at}>, [{at}])"
        told = of_markdown(remark.body, self._numbers)
        sure = "none" if remark.certainty == CERTAIN else f"[{CERTAINTIES[remark.certainty]}]"
        return f"remark([{subject}], {sure})[{told}]"

    def _statements(self, statements: Sequence[Statement], number: str) -> str:
        written, speaker = [], ""
        for statement in statements:
            letter = self.evidence.letter(statement) if statement.speaker != speaker else ""
            speaker = statement.speaker
            marks = "".join(
                f'#metadata("")<at-{id_}>' for id_ in entities_in(statement, self.guide.matcher)
            )
            notes = "#super[,]".join(self._note(note, number) for note in statement.notes)
            before = f'#by("{letter}")' if letter else ""
            written.append(f"{marks}{before}{plain(statement.text)}{notes}")
        return " ".join(written)

    def _note(self, name: str, number: str) -> str:
        """Return a note, which stands in the paragraph of that number."""
        note = self.guide.endnotes.notes.get(name)
        own = () if name.isdigit() else self.guide.statements_in.get(name, ())
        told = f"{plain(' '.join(statement.text for statement in own))} " if own else ""
        remarks = "".join(
            f" #{self._remark(remark, number)}{END}" for remark in on_note(self.guide, name, number)
        )
        return f"#note({quoted(name)})[{told}{self._cited(note) if note else ''}{remarks}]"

    def _cited(self, note: Endnote) -> str:
        cites = [
            of_html(reference_html(self.guide.sources[cite.text]))
            + (f", {plain(cite.remark)}" if cite.remark else "")
            for cite in note.cites
            if cite.text in self.guide.sources
        ]
        printed = f" Printed: {plain(note.printed)}" if note.printed else ""
        return f"{'; '.join(cites)}.{printed}"
