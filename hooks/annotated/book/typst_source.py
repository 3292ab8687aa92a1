"""Source of the book in the markup of Typst: the text, its notes, its remarks, and the lists.

The look is told in `layout.typ`, beside this file.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from annotated.book.typst_text import of_html, of_markdown, plain
from annotated.content.chapters import Chapter, Paragraph
from annotated.content.endnotes import Endnote
from annotated.content.guide import Guide
from annotated.content.release import Release
from annotated.content.statements import Statement
from annotated.evidence.attestations import entities_in
from annotated.evidence.references import reference_html
from annotated.evidence.statement_evidence import Evidence
from annotated.model.entities import Entity, Event, Group, Person, Place, Term
from annotated.model.participation import time_key
from annotated.model.remarks import CERTAINTIES, Remark
from annotated.model.vocabulary import SPEAKER_LETTERS

LAYOUT = Path(__file__).with_name("layout.typ")
PARAGRAPH = "paragraph"
PAPERS = {"a4": "a4", "letter": "us-letter"}


@dataclass(frozen=True)
class BookSource:
    """Writes the book of a guide."""

    guide: Guide
    evidence: Evidence
    release: Release

    def text(self, paper: str) -> str:
        """Return the whole source for a paper of PAPERS."""
        parts = [
            self._opening(PAPERS[paper]),
            *self._chapters(),
            *self._timeline(),
            *self._glossary(),
            *self._index(),
        ]
        return LAYOUT.read_text(encoding="utf-8") + "\n".join(parts)

    def _opening(self, paper: str) -> str:
        release, article = self.release, self.guide.article
        names = ", ".join(author.name for author in release.authors)
        state = ", ".join(
            filter(None, (f"Version {release.version}" if release.version else "", release.day))
        )
        letters = "; ".join(
            f"{SPEAKER_LETTERS[speaker]} {label}"
            for speaker, label in self.guide.speaker_labels.items()
            if speaker in SPEAKER_LETTERS
        )
        of_article = f"A retelling of {article.citation}. " if article else ""
        return f"""
#show: book.with(title: "{_quoted(release.title)}", author: "{_quoted(names)}", about: "{_quoted(release.about)}", day: {_day(release.day)}, paper: "{paper}")
#v(45mm)
#title(text(size: 30pt, weight: "regular")[{plain(release.title)}])
#v(6mm)
#text(size: 12pt, fill: quiet)[{plain(of_article)}It is in other words throughout: the text of the article is not here.]
#v(1fr)
#text(size: 9.5pt, fill: quiet)[{plain(names)} \\ {plain(state)} \\ {plain(release.licence)} \\ {plain(release.address)}]
#pagebreak()
#outline(title: [Contents], depth: 1)
#v(8mm)
#text(size: 9.5pt)[A letter stands before the words of each who speaks, until another does: {plain(letters)}. The numbers of notes are those that the article prints. Beside the text, or below it, stand the remarks of the editors on what does not fit in it; those on print alone, and those on notes and sources, are left to the site.]
"""  # noqa: E501 - Typst would show a break

    def _chapters(self) -> Iterator[str]:
        for chapter in self.guide.chapters:
            yield f"\n= {plain(chapter.title)}\n"
            for paragraph in chapter.paragraphs:
                yield self._paragraph(chapter, paragraph)

    def _paragraph(self, chapter: Chapter, paragraph: Paragraph) -> str:
        number = str(paragraph.number)
        here = [
            statement
            for statement in self.guide.statements
            if statement.paragraph == number and statement.chapter == chapter.path
        ]
        remarks = "".join(
            f"{self._remark(remark, number)}, "
            for remark in self.guide.heavy_remarks_on("paragraph", number)
        )
        return f"#retold([{number}], ({remarks}))[{self._statements(here)}]"

    def _remark(self, remark: Remark, number: str) -> str:
        """Return a remark where it is met first, and from there on where that is."""
        subject = plain(remark.subject)
        first = min(
            int(name) for kind, name in (at.target for at in remark.at) if kind == PARAGRAPH
        )
        if str(first) != number:
            return f"again([{subject}], [{first}])"
        told = of_markdown(" ".join(remark.body.split()))
        return f"remark([{subject}], [{CERTAINTIES[remark.certainty]}])[{told}]"

    def _statements(self, statements: Sequence[Statement]) -> str:
        written, speaker = [], ""
        for statement in statements:
            letter = self.evidence.letter(statement) if statement.speaker != speaker else ""
            speaker = statement.speaker
            marks = "".join(
                f'#metadata("")<at-{id_}>' for id_ in entities_in(statement, self.guide.matcher)
            )
            notes = "#super[,]".join(map(self._note, statement.notes))
            before = f'#by("{letter}")' if letter else ""
            written.append(f"{marks}{before}{plain(statement.text)}{notes}")
        return " ".join(written)

    def _note(self, number: str) -> str:
        note = self.guide.endnotes.notes.get(number)
        own = [
            statement
            for statement in self.guide.statements
            if statement.paragraph == number and not number.isdigit()
        ]
        told = f"{plain(' '.join(statement.text for statement in own))} " if own else ""
        return f'#note("{number}")[{told}{self._cited(note) if note else ""}]'

    def _cited(self, note: Endnote) -> str:
        cites = [
            of_html(reference_html(self.guide.sources[cite.text]))
            + (f", {plain(cite.remark)}" if cite.remark else "")
            for cite in note.cites
            if cite.text in self.guide.sources
        ]
        printed = f" Printed: {plain(note.printed)}" if note.printed else ""
        return f"{'; '.join(cites)}.{printed}"

    def _timeline(self) -> Iterator[str]:
        yield "\n= Timeline\n"
        for event in sorted(self.guide.catalogue.of_type(Event), key=time_key):
            when = event.date.words if event.date else "undated"
            yield f"#entry([{plain(when)}])[{plain(event.name)}. {plain(event.summary)}]"

    def _glossary(self) -> Iterator[str]:
        for heading, cls in (("Glossary", Term), ("People", Person), ("Groups", Group)):
            yield f"\n= {heading}\n"
            for entity in sorted(self.guide.catalogue.of_type(cls), key=_by_name):
                yield f"#entry([{plain(entity.name)}])[{plain(entity.summary)}]"

    def _index(self) -> Iterator[str]:
        yield "\n= Index of names\n\n#columns(2, gutter: 8mm)["
        yield "#set text(size: 9pt)"
        entities = self.guide.catalogue.entities.values()
        named = [listed for listed in entities if isinstance(listed, Place | Person | Group)]
        for entity in sorted(named, key=_by_name):
            yield f'#indexed([{plain(entity.name)}], "at-{entity.id}")'
        yield "]"


def _by_name(entity: Entity) -> str:
    return entity.name.casefold()


def _day(day: str) -> str:
    """Return a day as Typst has it: a book of one state is the same on every day."""
    year, month, of_month = (int(part) for part in day.split("-")) if day else (0, 0, 0)
    return f"datetime(year: {year}, month: {month}, day: {of_month})" if day else "none"


def _quoted(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"')
