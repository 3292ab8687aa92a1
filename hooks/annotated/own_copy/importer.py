"""Import of the article from the bytes of a reader's file, or the problems that prevent it."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from annotated.content.chapters import Chapter
from annotated.core.problems import Problem
from annotated.own_copy import (
    alignment,
    copy_text,
    decoding,
    import_problems,
    layout_paragraphs,
    leftovers,
    note_extents,
    notes,
    pdf_text,
    saved_html,
    spans,
)
from annotated.own_copy.alignment import AlignedParagraph
from annotated.own_copy.copy_model import NONE, Copy
from annotated.own_copy.fingerprint import Fingerprint
from annotated.own_copy.leftovers import Part
from annotated.own_copy.note_extents import NoteExtent
from annotated.own_copy.source_text import SourceText, count
from annotated.own_copy.spans import Span


def source_of(path: str, data: bytes) -> tuple[SourceText, list[Problem]]:
    """Return the lines of a file: of a saved page, of printed pages, or of plain text."""
    text, problems = decoding.decode(path, data)
    source = saved_html.read(text) if saved_html.looks_like_html(text) else pdf_text.read(text)
    lines = layout_paragraphs.set_apart(copy_text.collapse_spaces(source.text))
    return replace(source, text=lines, path=path, file=text), problems


def read(
    path: str,
    data: bytes,
    chapters: Sequence[Chapter],
    fingerprint: Fingerprint,
    *,
    is_new: bool = False,
) -> tuple[Copy, list[Problem]]:
    """Return the article as a copy has it; with any problem, a copy without a paragraph.

    `path` is the file as the reader named it, `chapters` those of the guide, in which each
    paragraph has its notes in their order. A fingerprint that `is_new` was made from this very
    copy: it does not tell whether a paragraph is complete.
    """
    source, problems = source_of(path, data)
    numbers = [paragraph.number for chapter in chapters for paragraph in chapter.paragraphs]
    problems += import_problems.of_fingerprint(numbers, fingerprint)
    if problems:
        return NONE, problems
    text = source.text
    aligned = alignment.align(text, fingerprint)
    problems = list(import_problems.of_paragraphs(source, aligned, fingerprint, is_new=is_new))
    if problems:
        return NONE, problems
    paragraphs, signs, problems = _paragraphs(source, aligned, chapters)
    outside = spans.blank(text, (piece for found in aligned.values() for piece in found.pieces))
    starts = {number: found.pieces[0][0] for number, found in aligned.items()}
    headings = leftovers.headings(outside, [chapter.first for chapter in chapters], starts)
    outside = spans.blank(outside, headings.values())
    labels = [
        label
        for chapter in chapters
        for paragraph in chapter.paragraphs
        for label in paragraph.notes
    ]
    begins = notes.find_begins(outside, labels)
    problems += import_problems.of_notes(source, begins, labels)
    if problems:
        return NONE, problems
    extents = note_extents.find(source, outside, begins.found, fingerprint.notes)
    parts = [*_parts(aligned, headings, is_new=is_new), *_parts_of_notes(extents)]
    left = list(leftovers.find(source, parts))
    copy = Copy(
        paragraphs,
        {number: _joined(text, [heading]) for number, heading in headings.items()},
        {label: _joined(text, extent.pieces) for label, extent in extents.items()},
        (*leftovers.lines(source, left), *source.taken_off),
        tuple(_remarks(aligned, extents)),
    )
    signs.update(count(*(text[slice(*extent.label)] for extent in extents.values())))
    problems += import_problems.of_extents(source, extents)
    problems += import_problems.of_leftovers(source, left)
    problems += import_problems.of_characters(source, copy, signs)
    return (NONE, problems) if problems else (copy, [])


def _paragraphs(
    source: SourceText, aligned: Mapping[int, AlignedParagraph], chapters: Sequence[Chapter]
) -> tuple[dict[int, str], Counter[str], list[Problem]]:
    """Return the text of each paragraph with its note marks, by number.

    Also, how often each character occurs in the marks that is not in their labels.
    """
    paragraphs: dict[int, str] = {}
    signs: Counter[str] = Counter()
    problems: list[Problem] = []
    for chapter in chapters:
        for paragraph in chapter.paragraphs:
            pieces = aligned[paragraph.number].pieces
            joined = _joined(source.text, pieces)
            line = source.line_of(pieces[0][0])
            marks = notes.find_marks(joined, paragraph.notes)
            problems += import_problems.of_marks(source.path, line, paragraph, joined, marks)
            paragraphs[paragraph.number] = notes.with_marks(joined, marks)
            signs.update(count(joined))
            signs.subtract(count(paragraphs[paragraph.number]))
    return paragraphs, signs, problems


def _joined(text: str, pieces: Iterable[Span]) -> str:
    return copy_text.join_lines("\n".join(text[start:end] for start, end in pieces), text)


def _parts(
    aligned: Mapping[int, AlignedParagraph], headings: Mapping[int, Span], *, is_new: bool
) -> Iterator[Part]:
    for found in aligned.values():
        complete = not is_new and found.words >= found.expected
        yield from (Part(piece, is_note=False, complete=complete) for piece in found.pieces)
    yield from (Part(heading, is_note=False, complete=True) for heading in headings.values())


def _parts_of_notes(extents: Mapping[str, NoteExtent]) -> Iterator[Part]:
    for extent in extents.values():
        first = (extent.label[0], extent.pieces[0][1]) if extent.pieces else extent.label
        for piece in (first, *extent.pieces[1:]):
            yield Part(piece, is_note=True, complete=extent.complete)


def _remarks(
    aligned: Mapping[int, AlignedParagraph], extents: Mapping[str, NoteExtent]
) -> Iterator[str]:
    for number, found in aligned.items():
        if not found.complete:
            yield f"¶{number} has {found.words} words in your copy, {found.expected} are expected."
        if found.doubtful:
            yield f"¶{number} is interrupted in your copy by other lines: see whether it reads on."
    for label, extent in extents.items():
        if extent.expected not in (None, extent.words):
            yield (
                f"the note {label} has {extent.words} words in your copy, "
                f"{extent.expected} are expected."
            )
