"""Import of the article from the bytes of a reader's file, or the problems that prevent it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from annotated.content.chapters import Chapter
from annotated.core.problems import Problem
from annotated.own_copy import (
    alignment,
    copy_text,
    decoding,
    import_problems,
    leftovers,
    notes,
    pdf_text,
    saved_html,
)
from annotated.own_copy.alignment import AlignedParagraph
from annotated.own_copy.copy_model import NONE, Copy
from annotated.own_copy.fingerprint import Fingerprint
from annotated.own_copy.source_text import SourceText


def source_of(path: str, data: bytes) -> tuple[SourceText, list[Problem]]:
    """Return the lines of a file: of a saved page, of printed pages, or of plain text."""
    text, problems = decoding.decode(path, data)
    reader = saved_html if saved_html.looks_like_html(text) else pdf_text
    source = reader.read(text)
    return replace(source, text=copy_text.collapse_spaces(source.text)), problems


def read(
    path: str, data: bytes, chapters: Sequence[Chapter], fingerprint: Fingerprint
) -> tuple[Copy, list[Problem]]:
    """Return the article as a copy has it; with any problem, a copy without a paragraph.

    `path` is the file as the reader named it, `chapters` those of the guide, in which each
    paragraph has its notes in their order.
    """
    source, problems = source_of(path, data)
    text = source.text
    numbers = [paragraph.number for chapter in chapters for paragraph in chapter.paragraphs]
    problems += import_problems.of_fingerprint(numbers, fingerprint)
    if problems:
        return NONE, problems
    aligned = alignment.align(text, fingerprint)
    problems = list(import_problems.of_paragraphs(path, text, aligned, fingerprint))
    if problems:
        return NONE, problems
    paragraphs, problems = _paragraphs(path, text, aligned, chapters)
    outside = leftovers.between(text, aligned.values())
    labels = [
        label
        for chapter in chapters
        for paragraph in chapter.paragraphs
        for label in paragraph.notes
    ]
    texts_of_notes, begins = notes.find_notes(outside.text, labels)
    problems += import_problems.of_notes(path, begins, labels)
    if problems:
        return NONE, problems
    headings = leftovers.headings(outside.before, [chapter.first for chapter in chapters])
    left_out = leftovers.unused(outside.text, [*headings.values(), *texts_of_notes.values()])
    return Copy(
        paragraphs,
        {number: copy_text.join_lines(heading, text) for number, heading in headings.items()},
        {label: copy_text.join_lines(note, text) for label, note in texts_of_notes.items()},
        tuple(left_out),
        tuple(_remarks(aligned)),
    ), []


def _paragraphs(
    path: str,
    text: str,
    aligned: Mapping[int, AlignedParagraph],
    chapters: Sequence[Chapter],
) -> tuple[dict[int, str], list[Problem]]:
    """Return the text of each paragraph with its note marks, by number."""
    paragraphs: dict[int, str] = {}
    problems: list[Problem] = []
    for chapter in chapters:
        for paragraph in chapter.paragraphs:
            pieces = aligned[paragraph.number].pieces
            joined = copy_text.join_lines("\n".join(text[start:end] for start, end in pieces), text)
            line = import_problems.line_of(text, pieces[0][0])
            marks = notes.find_marks(joined, paragraph.notes)
            problems += import_problems.of_marks(path, line, paragraph, joined, marks)
            paragraphs[paragraph.number] = notes.with_marks(joined, marks)
    return paragraphs, problems


def _remarks(aligned: Mapping[int, AlignedParagraph]) -> Iterator[str]:
    for number, found in aligned.items():
        if not found.complete:
            yield f"¶{number} has {found.words} words in your copy, {found.expected} are expected."
        if found.doubtful:
            yield f"¶{number} is interrupted in your copy by other lines: see whether it reads on."
