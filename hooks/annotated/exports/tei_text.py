"""TEI P5 of the guide: who says what, notes inline, and lists of all that is named.

Source: TEI P5, Guidelines for Electronic Text Encoding and Interchange, chapters 2, 3, 13 and 17.
Each statement is a `seg` whose `ana` points to its speaker, a category of the header: a speaker is
a kind of voice there, not a person. The text is that of the guide, not of the article.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from annotated.content.article import Article
from annotated.content.chapters import Chapter
from annotated.content.guide import Guide
from annotated.content.release import Release
from annotated.content.statements import Statement
from annotated.evidence.references import reference_html
from annotated.exports.addresses import Addresses
from annotated.exports.packages import licence_address
from annotated.exports.spoken_chapters import plain, retelling
from annotated.exports.tei_lists import EntityLists
from annotated.exports.tei_markup import NAMESPACE, element, text_of
from annotated.model.remarks import CERTAINTIES, WEIGHTS, Remark


@dataclass(frozen=True)
class TeiText:
    """Writes the file; `at` gives the addresses as it reaches them."""

    guide: Guide
    release: Release
    at: Addresses
    _told: set[str] = field(default_factory=set)

    def text(self) -> str:
        """Return the file."""
        self._told.clear()
        body = "\n".join(map(self._chapter, self.guide.chapters))
        lists = element("div", f"\n{EntityLists(self.guide, self.at).all()}\n", type="lists")
        text = element("text", f"\n{element('body', body)}\n{element('back', lists)}\n", lang="en")
        whole = element("TEI", f"\n{self._header()}\n{text}\n", xmlns=NAMESPACE)
        return f'<?xml version="1.0" encoding="UTF-8"?>\n{whole}\n'

    def _header(self) -> str:
        classes = element("classDecl", _speakers(self.guide.speaker_labels))
        described = element("fileDesc", self._described())
        return element("teiHeader", f"\n{described}\n{element('encodingDesc', classes)}\n")

    def _described(self) -> str:
        release, article = self.release, self.guide.article
        authors = "".join(element("author", text_of(author.name)) for author in release.authors)
        resp = element("resp", "retelling and remarks") + element("name", text_of(_names(release)))
        editors = element("respStmt", resp, id="editors")
        title = element("title", text_of(release.title or "A guide"))
        state = ", ".join(filter(None, (release.version, release.commit)))
        edition = element("editionStmt", element("edition", text_of(state))) if state else ""
        source = _article(article) if article else element("p", "None is named.")
        return (
            f"{element('titleStmt', f'{title}{authors}{editors}')}{edition}"
            f"{element('publicationStmt', self._published())}{element('sourceDesc', source)}"
        )

    def _published(self) -> str:
        release = self.release
        told = (release.licence or "No licence is named.", retelling(self.guide))
        licence = element(
            "licence",
            "".join(element("p", text_of(words)) for words in told),
            target=licence_address(release.licence),
        )
        date = element("date", text_of(release.day), when=release.day) if release.day else ""
        return (
            f"{element('authority', text_of(_names(release)))}{date}"
            f"{element('availability', licence)}"
        )

    def _chapter(self, chapter: Chapter) -> str:
        head = element("head", text_of(chapter.title))
        numbers = [paragraph.number for paragraph in chapter.paragraphs]
        paragraphs = "\n".join(self._paragraph(str(number), f"p{number}") for number in numbers)
        notes = [note for paragraph in chapter.paragraphs for note in paragraph.notes]
        own = "".join(self._own_note(note) for note in dict.fromkeys(notes) if not note.isdigit())
        address = self.at.page(chapter.path)
        return element("div", f"{head}\n{paragraphs}\n{own}", type="chapter", corresp=address)

    def _paragraph(self, number: str, anchor: str) -> str:
        segments = "\n".join(self._segments(number))
        remarks = "".join(self._remarks("paragraph", number))
        return element(
            "p", f"{segments}{remarks}", id=anchor, n=number, corresp=self.at.anchor(anchor)
        )

    def _own_note(self, label: str) -> str:
        """Return a substantive note, to which its mark in the text points."""
        segments = " ".join(self._segments(label))
        cited = text_of(self._cited(label))
        remarks = "".join(self._remarks("note", label))
        content = f"{segments} {cited}{remarks}"
        return element("note", content, id=f"note-{label}", n=label, type="substantive")

    def _segments(self, number: str) -> Iterator[str]:
        for statement in self._statements(number):
            own = number if not number.isdigit() else ""
            marks = "".join(self._mark(note) for note in statement.notes if note != own)
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

    def _mark(self, note: str) -> str:
        """Return an endnote where its mark stands, or where that is not the first, a pointer."""
        id_ = f"note-{note}"
        if not note.isdigit() or id_ in self._told:
            return element("ref", text_of(note), target=f"#{id_}")
        self._told.add(id_)
        remarks = "".join(self._remarks("note", note))
        content = f"{text_of(self._cited(note))}{remarks}"
        return element("note", content, id=id_, n=note, place="end", type="endnote")

    def _cited(self, number: str) -> str:
        note, sources = self.guide.endnotes.notes.get(number), self.guide.sources
        cites = [cite for cite in (note.cites if note else ()) if cite.text in sources]
        return "; ".join(
            f"{plain(reference_html(sources[cite.text]))}{f', {cite.remark}' * bool(cite.remark)}"
            for cite in cites
        )

    def _remarks(self, kind: str, name: str) -> Iterator[str]:
        """Yield the remarks on a thing, each told where it comes first."""
        for remark in self.guide.remarks_on.get((kind, name), ()):
            id_ = f"remark-{remark.id}"
            if id_ in self._told:
                yield element("ptr", target=f"#{id_}", type="remark")
            else:
                self._told.add(id_)
                yield self._remark(remark, id_)

    def _remark(self, remark: Remark, id_: str) -> str:
        sure = f"{CERTAINTIES[remark.certainty]}; {WEIGHTS[remark.weight]}"
        told = f"{remark.subject}. {' '.join(remark.body.split())} ({sure})"
        return element(
            "note",
            text_of(told),
            id=id_,
            type="remark",
            resp="#editors",
            corresp=self.at.remark(remark.id),
        )


def _names(release: Release) -> str:
    return ", ".join(author.name for author in release.authors) or "the authors of the guide"


def _speakers(labels: dict[str, str]) -> str:
    categories = "".join(
        element("category", element("catDesc", text_of(label)), id=f"by-{speaker}")
        for speaker, label in labels.items()
    )
    return element("taxonomy", categories, id="speakers")


def _article(article: Article) -> str:
    """Return the article, of which the text is a retelling."""
    date = article.date.edtf if article.date else ""
    parts = (("volume", article.volume), ("issue", article.issue))
    scopes = "".join(element("biblScope", text_of(of), unit=unit) for unit, of in parts if of)
    content = (
        f"{element('author', text_of(article.author))} "
        f"{element('title', text_of(article.title), level='a')} "
        f"{element('title', text_of(article.container), level='j') if article.container else ''}"
        f"{scopes}{element('date', text_of(date)) if date else ''}"
        f"{element('ref', text_of(article.address), target=article.address)}"
    )
    return element("bibl", content, type="retold")
