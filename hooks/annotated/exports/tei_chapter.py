"""Chapters in TEI P5: statements with their speakers, notes and remarks where they come first."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from annotated.content.chapters import Chapter
from annotated.content.guide import Guide
from annotated.content.statements import Statement
from annotated.evidence.references import reference_html
from annotated.exports.addresses import Addresses
from annotated.exports.spoken_chapters import plain
from annotated.exports.tei_markup import element, text_of
from annotated.model.remarks import CERTAINTIES, WEIGHTS, Remark


@dataclass(frozen=True)
class TeiChapter:
    """Writes a chapter; `at` gives the addresses as its file reaches them."""

    guide: Guide
    chapter: Chapter
    at: Addresses

    def tellable(self) -> Iterator[str]:
        """Yield the ids of the notes and remarks that it may tell of."""
        numbers = [str(paragraph.number) for paragraph in self.chapter.paragraphs]
        marked = [note for paragraph in self.chapter.paragraphs for note in paragraph.notes]
        labels = [*numbers, *(note for note in marked if not note.isdigit())]
        said = [each for label in labels for each in self._statements(label)]
        notes = dict.fromkeys([*marked, *(note for each in said for note in each.notes)])
        things = [
            *(("paragraph", number) for number in numbers),
            *(("note", note) for note in notes),
        ]
        yield from map(_note_id, notes)
        for thing in things:
            yield from map(_remark_id, self.guide.remarks_on.get(thing, ()))

    def text(self, told: set[str]) -> str:
        """Return the chapter, which points to what is `told`; what it tells itself is added."""
        chapter = self.chapter
        head = element("head", text_of(chapter.title))
        numbers = [paragraph.number for paragraph in chapter.paragraphs]
        paragraphs = "\n".join(
            self._paragraph(str(number), f"p{number}", told) for number in numbers
        )
        notes = [note for paragraph in chapter.paragraphs for note in paragraph.notes]
        own = "".join(
            self._own_note(note, told) for note in dict.fromkeys(notes) if not note.isdigit()
        )
        address = self.at.page(chapter.path)
        return element("div", f"{head}\n{paragraphs}\n{own}", type="chapter", corresp=address)

    def _paragraph(self, number: str, anchor: str, told: set[str]) -> str:
        segments = "\n".join(self._segments(number, told))
        remarks = "".join(self._remarks("paragraph", number, told))
        return element(
            "p", f"{segments}{remarks}", id=anchor, n=number, corresp=self.at.anchor(anchor)
        )

    def _own_note(self, label: str, told: set[str]) -> str:
        """Return a substantive note, to which its mark in the text points."""
        segments = " ".join(self._segments(label, told))
        cited = text_of(self._cited(label))
        remarks = "".join(self._remarks("note", label, told))
        content = f"{segments} {cited}{remarks}"
        return element("note", content, id=_note_id(label), n=label, type="substantive")

    def _segments(self, number: str, told: set[str]) -> Iterator[str]:
        for statement in self._statements(number):
            own = number if not number.isdigit() else ""
            marks = "".join(self._mark(note, told) for note in statement.notes if note != own)
            yield f"{self._segment(statement)}{marks}"

    def _statements(self, number: str) -> Sequence[Statement]:
        return self.guide.statements_in.get(number, [])

    def _segment(self, one: Statement) -> str:
        ana = f"#by-{one.speaker}" if one.speaker else ""
        return element(
            "seg",
            text_of(one.text),
            id=one.id,
            ana=ana,
            type="statement",
            corresp=self.at.statement(one),
        )

    def _mark(self, note: str, told: set[str]) -> str:
        """Return an endnote where its mark stands, or where that is not the first, a pointer."""
        id_ = _note_id(note)
        if not note.isdigit() or id_ in told:
            return element("ref", text_of(note), target=f"#{id_}")
        told.add(id_)
        remarks = "".join(self._remarks("note", note, told))
        content = f"{text_of(self._cited(note))}{remarks}"
        return element("note", content, id=id_, n=note, place="end", type="endnote")

    def _cited(self, number: str) -> str:
        note, sources = self.guide.endnotes.notes.get(number), self.guide.sources
        cites = [cite for cite in (note.cites if note else ()) if cite.text in sources]
        return "; ".join(
            f"{plain(reference_html(sources[cite.text]))}{f', {cite.remark}' * bool(cite.remark)}"
            for cite in cites
        )

    def _remarks(self, kind: str, name: str, told: set[str]) -> Iterator[str]:
        """Yield the remarks on a thing, each told where it comes first."""
        for remark in self.guide.remarks_on.get((kind, name), ()):
            id_ = _remark_id(remark)
            if id_ in told:
                yield element("ptr", target=f"#{id_}", type="remark")
            else:
                told.add(id_)
                yield self._remark(remark, id_)

    def _remark(self, remark: Remark, id_: str) -> str:
        sure = f"{CERTAINTIES[remark.certainty]}; {WEIGHTS[remark.weight]}"
        words = f"{remark.subject}. {' '.join(remark.body.split())} ({sure})"
        return element(
            "note",
            text_of(words),
            id=id_,
            type="remark",
            resp="#editors",
            corresp=self.at.remark(remark.id),
        )


def _note_id(note: str) -> str:
    return f"note-{note}"


def _remark_id(remark: Remark) -> str:
    return f"remark-{remark.id}"
