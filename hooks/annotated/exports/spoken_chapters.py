"""Chapters for readers with a language model, in Markdown: each statement behind its speaker.

Source: the proposal of llms.txt (llmstxt.org), by which a page has such a file beside it, with the
same address and `.md` behind it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape

from annotated.content.chapters import Chapter
from annotated.content.guide import Guide
from annotated.content.release import Release
from annotated.content.statements import Statement
from annotated.evidence.references import reference_html
from annotated.exports.addresses import Addresses
from annotated.model.anchors import paragraph_anchor
from annotated.model.remarks import CERTAINTIES, WEIGHTS, Remark

TAG = re.compile(r"<[^<>]*>")
HOW_TO_READ = (
    "Each line that begins with an id is a statement: its id, who says it, its words, and the "
    "notes at them. Whoever repeats it says who says it; what a group says of itself is its word, "
    "not a fact. A remark is of this guide and not of the article: it tells what does not fit "
    "there, and how sure that is."
)


@dataclass(frozen=True)
class SpokenChapter:
    """Writes a chapter; `at` gives the addresses as its file reaches them."""

    guide: Guide
    chapter: Chapter
    release: Release
    at: Addresses
    _told: set[str] = field(default_factory=set)

    def text(self) -> str:
        """Return the file."""
        parts = [*self._head(), *self._paragraphs(), *self._own_notes(), *self._endnotes()]
        return "\n\n".join(parts) + "\n"

    def _head(self) -> Iterator[str]:
        chapter, page = self.chapter, self.at.page(self.chapter.path)
        yield f"# {chapter.title}"
        yield f"{retelling(self.guide)} This chapter has ¶{chapter.first} to ¶{chapter.last}."
        yield f"{HOW_TO_READ} The address of a statement is <{page}>, `#` and its id."
        if known := state(self.release):
            yield known
        if chapter.summary:
            yield f"In brief: {chapter.summary}"

    def _paragraphs(self) -> Iterator[str]:
        article = self.guide.article
        for paragraph in self.chapter.paragraphs:
            number, anchor = str(paragraph.number), paragraph_anchor(paragraph.number)
            original = article.original(anchor) if article else ""
            there = f" · [the same at its publisher]({original})" if original else ""
            yield f"## ¶{number}\n\n[¶{number} in the guide]({self.at.anchor(anchor)}){there}"
            yield from self._lines(number)
            yield from self._remarks("paragraph", number)

    def _own_notes(self) -> Iterator[str]:
        for note in self.chapter.own_notes:
            yield f"## Note {note.label}"
            yield from self._lines(note.label)

    def _lines(self, paragraph: str) -> Iterator[str]:
        """Yield the statements of a paragraph or note, as one list."""
        if here := self.guide.statements_in.get(paragraph):
            yield "\n".join(map(self._line, here))

    def _line(self, statement: Statement) -> str:
        speaker = self.guide.speaker_labels.get(statement.speaker, "")
        notes = "".join(f" [note {note}]" for note in statement.notes)
        return f"- {', '.join(filter(None, (statement.id, speaker)))}: {statement.text}{notes}"

    def _endnotes(self) -> Iterator[str]:
        cited = [note for paragraph in self.chapter.paragraphs for note in paragraph.notes]
        known = self.guide.endnotes.notes
        if listed := [note for note in dict.fromkeys(cited) if note in known]:
            yield "## What the notes cite"
        for number in listed:
            yield f"- note {number}: {self._cited(number)}"
            yield from self._remarks("note", number)

    def _cited(self, number: str) -> str:
        note, sources = self.guide.endnotes.notes[number], self.guide.sources
        cites = (
            f"{plain(reference_html(sources[cite.text]))}{f', {cite.remark}' * bool(cite.remark)} "
            f"({sources[cite.text].kind})"
            for cite in note.cites
            if cite.text in sources
        )
        printed = f" Printed: {note.printed}" if note.printed else ""
        return f"{'; '.join(cites)}.{printed}"

    def _remarks(self, kind: str, name: str) -> Iterator[str]:
        """Yield the remarks on a thing, each told once in a chapter and then only named."""
        remarks = self.guide.remarks_on.get((kind, name), ())
        for remark in [fresh for fresh in remarks if fresh.id not in self._told]:
            words = [
                anchor.words
                for anchor in remark.at
                if anchor.words and anchor.target == (kind, name)
            ]
            on = f", on {', '.join(f'“{word}”' for word in words)}" if words else ""
            yield f"> Remark of the guide{on}. {remark.subject}: {self._remark(remark)}"
        if above := [fresh.subject for fresh in remarks if fresh.id in self._told]:
            yield f"> Remarks told above: {'; '.join(above)}."
        self._told.update(fresh.id for fresh in remarks)

    def _remark(self, remark: Remark) -> str:
        sure = f"{CERTAINTIES[remark.certainty]}; {WEIGHTS[remark.weight]}"
        body = " ".join(remark.body.split())
        return f"{body} ({sure}; <{self.at.remark(remark.id)}>)"


def retelling(guide: Guide) -> str:
    """Return what the words of a guide are, and what they are not."""
    article = guide.article
    of_article = f" of {article.citation}, <{article.address}>" if article else ""
    return (
        f"A retelling{of_article}, not the article: these words are the guide’s, and must not be "
        "quoted as the author’s."
    )


def state(release: Release) -> str:
    """Return which state of the guide a file is of, or ""."""
    named = ("version", release.version), ("commit", release.commit), ("of", release.day)
    parts = [release.title, *(f"{name} {value}" for name, value in named if value)]
    return ", ".join(filter(None, (*parts, release.licence and f"licence {release.licence}")))


def plain(html: str) -> str:
    """Return a line of HTML as its words."""
    return unescape(TAG.sub("", html))
