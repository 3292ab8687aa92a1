"""Chapters: their numbered paragraphs, the notes that each cites, and their own notes."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from annotated.content import front_matter, loose_text, page_fields
from annotated.content.chapter_blocks import (
    INDENT,
    NUMBER,
    OWN_NOTE,
    Block,
    blocks,
    shortened,
)
from annotated.content.front_matter import FrontMatter
from annotated.core import fenced_code
from annotated.core.build_cache import BuildCache, NoCache
from annotated.core.problems import Problem
from annotated.markdown_ext.printed_footnotes import PRINTED, cited
from annotated.model.anchors import note_anchor, paragraph_anchor

RANGE = re.compile(r"([0-9]{1,4})(?:-([0-9]{1,4}))?")
PROMISED = re.compile(r"^paragraphs:", re.MULTILINE)
# What nobody can find while a chapter is not read, by kind.
HELD = ("paragraph", "mark", "mention")


@dataclass(frozen=True)
class Paragraph:
    """A restated paragraph: its number, the line it begins on, its Markdown."""

    number: int
    line: int
    markdown: str

    @cached_property
    def notes(self) -> list[str]:
        """Return the numbers of its notes, in order."""
        return cited(self.markdown)


@dataclass(frozen=True)
class OwnNote:
    """A substantive note: its letter, the line it begins on, its Markdown."""

    label: str
    line: int
    markdown: str


@dataclass(frozen=True)
class Chapter:
    """A chapter: its path from the root, and what its front matter and body hold.

    `first` and `last` are the numbers of the paragraphs that its front matter promises, on `line`;
    `loose` is text that belongs to no paragraph.
    """

    path: str
    title: str
    summary: str
    first: int
    last: int
    paragraphs: tuple[Paragraph, ...]
    own_notes: tuple[OwnNote, ...]
    loose: tuple[str, ...] = ()
    line: int = 1

    @cached_property
    def anchors(self) -> list[str]:
        """Return the ids that other pages may link to: `p12` of paragraphs, `fn:43` of notes."""
        notes = [note_anchor(note) for paragraph in self.paragraphs for note in paragraph.notes]
        return [paragraph_anchor(paragraph.number) for paragraph in self.paragraphs] + notes


def read(
    files: Mapping[str, str], build_cache: BuildCache | None = None
) -> tuple[list[Chapter], list[Problem]]:
    """Read the chapters: the files whose front matter has a range `paragraphs: 6-22`."""
    run = (build_cache or NoCache()).run
    chapters, problems = [], []
    for path, text in files.items():
        chapter, found = run(_read, path, text)
        problems += found
        if chapter:
            chapters.append(chapter)
    chapters.sort(key=lambda chapter: chapter.first)
    return chapters, problems


def _read(path: str, text: str) -> tuple[Chapter | None, list[Problem]]:
    """Return the chapter that a file holds, or None where it is another page, and its problems."""
    head, found = front_matter.read(path, text)
    found += page_fields.read(path, head)[1]
    if "paragraphs" not in head.fields:
        return None, _of_page(path, text, head, found)
    typed, line = str(head.fields["paragraphs"]), head.line_of("paragraphs")
    span = RANGE.fullmatch(typed)
    first, last = (int(span[1]), int(span[2] or span[1])) if span else (1, 0)
    if first > last:
        message = f"the field 'paragraphs': '{typed}' is not a range. Write it like 6-22."
        wrong = Problem(path, line, message, "front-matter-wrong-value", hides=HELD)
        return None, [*found, wrong]
    chapter, of_chapter = _chapter(path, head, first, last)
    return chapter, [*found, *of_chapter]


def _of_page(path: str, text: str, head: FrontMatter, found: list[Problem]) -> list[Problem]:
    """Return the problems of a page that is no chapter, or was meant to be one."""
    lines = fenced_code.without(head.body).split("\n")
    numbered = [
        (number, line.strip())
        for number, line in enumerate(lines, start=head.body_line)
        if NUMBER.fullmatch(line)
    ]
    # Only where the head has faults may a promise stand in it unread; in the body it is words.
    if not numbered and not (found and PROMISED.search(text)):
        return found
    if not found:
        number, line = numbered[0]
        message = f"'{line}' is on a page that does not say which paragraphs it has."
        remedy = "Add a field like 'paragraphs: 6-22'."
        code = "front-matter-missing-field"
        found = [Problem(path, number, f"{message} {remedy}", code)]
    return [replace(problem, hides=HELD) for problem in found]


def _chapter(path: str, head: FrontMatter, first: int, last: int) -> tuple[Chapter, list[Problem]]:
    parts = list(blocks(head.body, head.body_line))
    problems = [*loose_text.problems(path, parts, first, last)]
    problems += _faults_of_own_notes(path, parts)
    chapter = Chapter(
        path=path,
        title=str(head.fields.get("title", "")),
        summary=str(head.fields.get("summary", "")),
        first=first,
        last=last,
        paragraphs=tuple(
            Paragraph(part.number, part.line, part.text)
            for part in parts
            if part.kind == "paragraph"
        ),
        own_notes=tuple(_own_note(part) for part in parts if part.kind == "own note"),
        loose=tuple(part.text for part in parts if part.kind == "loose"),
        line=head.line_of("paragraphs"),
    )
    return chapter, problems


def _own_note(part: Block) -> OwnNote:
    match = OWN_NOTE.match(part.lines[0])
    label, text = (match[1], match[2]) if match else ("", "")
    indented = [line if line.startswith(INDENT) else "" for line in part.lines[1:]]
    return OwnNote(label, part.line, "\n".join([text, *indented]))


def _faults_of_own_notes(path: str, parts: list[Block]) -> Iterator[Problem]:
    for part in parts:
        if part.kind != "own note":
            continue
        note = _own_note(part)
        if not PRINTED.fullmatch(note.label):
            message = (
                f"'[^{note.label}]:' is no note of the article: they have a number or a letter. "
                "Say it in a remark, 'make new KIND=remark', and take the mark out."
            )
            hidden = (f"note {note.label}",)
            yield Problem(path, note.line, message, "id-malformed", hides=hidden)
        elif note.label.isdigit():
            message = f"note {note.label} gets its text from the list of notes. Take it out here."
            yield Problem(path, note.line, message, "note-defined-twice")
        for number, line in enumerate(part.lines[1:], start=note.line + 1):
            if line.strip() and not line.startswith(INDENT):
                message = (
                    f"'{shortened(line)}' belongs to note {note.label} above it, but is not "
                    "indented. Begin its line with four spaces."
                )
                yield Problem(path, number, message, "text-outside-paragraph")
                break
