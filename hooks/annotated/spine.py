"""The spine: numbered paragraphs of the chapters, and the notes that each cites."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from annotated import front_matter
from annotated.endnotes import Endnotes
from annotated.footnotes import cited
from annotated.problems import Problem

PARAGRAPH = re.compile(r"^[ >]*\{[^}\n]*#p(\d+)\b[^}\n]*\}\s*$", re.MULTILINE)
OWN_NOTE = re.compile(r"^\[\^(\w+)\]: (.*(?:\n {4}.*)*)", re.MULTILINE)
RANGE = re.compile(r"(\d+)(?:-(\d+))?")


@dataclass(frozen=True)
class Paragraph:
    """A restated paragraph: its number, the line it begins on, its Markdown."""

    number: int
    line: int
    markdown: str

    @property
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
    """A chapter: its file from the root, its title, the first and last paragraph it promises."""

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
        notes = [f"fn:{note}" for paragraph in self.paragraphs for note in paragraph.notes]
        return [f"p{paragraph.number}" for paragraph in self.paragraphs] + notes


def read(files: Mapping[str, str]) -> tuple[list[Chapter], list[Problem]]:
    """Read the chapters: the files whose front matter has a range `paragraphs: 6-22`."""
    chapters, problems = [], []
    for path, text in files.items():
        head, found = front_matter.read(path, text)
        problems += found
        span = RANGE.fullmatch(str(head.fields.get("paragraphs", "")))
        if found or (not span and "paragraphs" not in head.fields):
            continue
        if not span:
            message = "the field 'paragraphs' is not a range. Write it like 6-22."
            line = head.lines["paragraphs"]
            problems.append(Problem(path, line, message, "front-matter-wrong-value"))
            continue
        first, last = int(span[1]), int(span[2] or span[1])
        title, summary = (str(head.fields.get(name, "")) for name in ("title", "summary"))
        paragraphs = tuple(_paragraphs(head.body, head.body_line))
        own = tuple(_own_notes(head.body, head.body_line))
        chapters.append(Chapter(path, title, summary, first, last, paragraphs, own))
    chapters.sort(key=lambda chapter: chapter.first)
    return chapters, problems


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


def check_order(chapters: Sequence[Chapter]) -> Iterator[Problem]:
    """Yield a problem for each paragraph that is missing, doubled or out of its place."""
    expected = chapters[0].first if chapters else 0
    for chapter in chapters:
        if chapter.first != expected:
            message = (
                f"begins with ¶{chapter.first}, but ¶{expected} comes next. Check 'paragraphs'."
            )
            yield Problem(chapter.path, 1, message, "paragraph-out-of-place")
        numbers = [paragraph.number for paragraph in chapter.paragraphs]
        for number in range(chapter.first, chapter.last + 1):
            if number not in numbers:
                message = f"¶{number} is missing. Close it with a line '{{ #p{number} }}'."
                yield Problem(chapter.path, 1, message, "paragraph-missing")
        above = chapter.first - 1
        for paragraph in chapter.paragraphs:
            if paragraph.number <= above or paragraph.number > chapter.last:
                message = f"¶{paragraph.number} stands after ¶{above}. Give it its own number."
                yield Problem(chapter.path, paragraph.line, message, "paragraph-out-of-place")
            above = max(above, paragraph.number)
        expected = chapter.last + 1


def check_notes(chapters: Sequence[Chapter], endnotes: Endnotes) -> Iterator[Problem]:
    """Yield a problem for each note that is undefined, never cited, or cited in another place."""
    expected = [note for note in endnotes.notes if note.isdigit()]
    seen: dict[str, int] = {}
    for chapter in chapters:
        for paragraph in chapter.paragraphs:
            for number in paragraph.notes:
                yield from _misplaced(chapter, paragraph, number, endnotes)
                seen.setdefault(number, paragraph.number)
                if number.isdigit() and expected and expected[0] != number:
                    message = f"note {number} stands where note {expected[0]} comes next."
                    yield Problem(chapter.path, paragraph.line, message, "note-out-of-order")
                if number in expected:
                    del expected[: expected.index(number) + 1]
    for note in endnotes.notes.values():
        if note.note not in seen:
            message = f"note {note.note} is cited in no paragraph. Cite it: [^{note.note}]."
            yield Problem(endnotes.path, note.line, message, "note-never-cited")


def _misplaced(
    chapter: Chapter, paragraph: Paragraph, number: str, endnotes: Endnotes
) -> Iterator[Problem]:
    note = endnotes.notes.get(number)
    if note is None:
        message = f"note {number} is not defined in {endnotes.path}. Add '- note: {number}' there."
        yield Problem(chapter.path, paragraph.line, message, "note-undefined")
    elif note.paragraph != paragraph.number:
        message = (
            f"note {number} is cited in ¶{paragraph.number}, but {endnotes.path} puts it into "
            f"¶{note.paragraph}. Correct one of them."
        )
        yield Problem(chapter.path, paragraph.line, message, "note-in-other-paragraph")
