"""Chapters: their numbered paragraphs, the notes that each cites, and their own notes."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from annotated.content import front_matter, page_fields
from annotated.content.front_matter import FrontMatter
from annotated.core.problems import Problem
from annotated.markdown_ext.printed_footnotes import cited
from annotated.model.anchors import note_anchor, paragraph_anchor

PARAGRAPH = re.compile(r"^[ >]*\{[^}\n]*#p([0-9]+)\b[^}\n]*\}\s*$", re.MULTILINE)
OWN_NOTE = re.compile(r"^\[\^(\w+)\]: (.*(?:\n {4}.*)*)", re.MULTILINE)
RANGE = re.compile(r"([0-9]+)(?:-([0-9]+))?")


@dataclass(frozen=True)
class Paragraph:
    """A restated paragraph: its number, the line on which it begins, its Markdown."""

    number: int
    line: int
    markdown: str

    @property
    def notes(self) -> list[str]:
        """Return the numbers of its notes, in order."""
        return cited(self.markdown)


@dataclass(frozen=True)
class OwnNote:
    """A substantive note: its letter, the line on which it begins, its Markdown."""

    label: str
    line: int
    markdown: str


@dataclass(frozen=True)
class Chapter:
    """A chapter: its path from the root, and what its front matter and body hold.

    `first` and `last` are the numbers of the paragraphs that its front matter promises.
    """

    path: str
    title: str
    summary: str
    first: int
    last: int
    paragraphs: tuple[Paragraph, ...]
    own_notes: tuple[OwnNote, ...]

    @property
    def anchors(self) -> list[str]:
        """Return the ids that other pages may link to: `p12` of paragraphs, `fn:43` of notes."""
        notes = [note_anchor(note) for paragraph in self.paragraphs for note in paragraph.notes]
        return [paragraph_anchor(paragraph.number) for paragraph in self.paragraphs] + notes


def read(files: Mapping[str, str]) -> tuple[list[Chapter], list[Problem]]:
    """Read the chapters: the files whose front matter has a range `paragraphs: 6-22`."""
    chapters, problems = [], []
    for path, text in files.items():
        head, found = front_matter.read(path, text)
        problems += found + page_fields.read(path, head)[1]
        if found or "paragraphs" not in head.fields:
            continue
        span = RANGE.fullmatch(str(head.fields["paragraphs"]))
        if span:
            chapters.append(_chapter(path, head, int(span[1]), int(span[2] or span[1])))
        else:
            message = "the field 'paragraphs' is not a range. Write it like 6-22."
            line = head.line_of("paragraphs")
            problems.append(Problem(path, line, message, "front-matter-wrong-value"))
    chapters.sort(key=lambda chapter: chapter.first)
    return chapters, problems


def _chapter(path: str, head: FrontMatter, first: int, last: int) -> Chapter:
    return Chapter(
        path=path,
        title=str(head.fields.get("title", "")),
        summary=str(head.fields.get("summary", "")),
        first=first,
        last=last,
        paragraphs=tuple(_paragraphs(head.body, head.body_line)),
        own_notes=tuple(_own_notes(head.body, head.body_line)),
    )


def _paragraphs(body: str, body_line: int) -> Iterator[Paragraph]:
    line = body_line
    for block in re.split(r"(\n\s*\n)", body):
        match = PARAGRAPH.search(block)
        if match:
            yield Paragraph(int(match[1]), line, block)
        line += block.count("\n")


def _own_notes(body: str, body_line: int) -> Iterator[OwnNote]:
    for match in OWN_NOTE.finditer(body):
        yield OwnNote(match[1], body_line + body.count("\n", 0, match.start()), match[2])
