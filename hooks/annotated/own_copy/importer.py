"""From the file that a reader has to the article in its paragraphs, or to what is wrong in it."""

from collections.abc import Iterator, Mapping, Sequence

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
from annotated.own_copy.copy_model import NONE, Copy
from annotated.own_copy.copy_text import collapse_spaces
from annotated.own_copy.fingerprint import Fingerprint


def lines_of(path: str, data: bytes) -> tuple[str, list[Problem]]:
    """Return the lines of a file: of a saved page, of printed pages, or of plain text."""
    text, problems = decoding.decode(path, data)
    if saved_html.looks_like_html(text):
        return collapse_spaces(saved_html.lines(text)), problems
    return collapse_spaces(pdf_text.lines(text)), problems


def read(
    path: str, data: bytes, chapters: Sequence[Chapter], fingerprint: Fingerprint
) -> tuple[Copy, list[Problem]]:
    """Return the article as a copy has it.

    `path` is the file as the reader named it, `chapters` the spine, in which each paragraph has
    its notes in their order. With any problem the copy comes back without a paragraph.
    """
    text, problems = lines_of(path, data)
    numbers = [one.number for chapter in chapters for one in chapter.paragraphs]
    problems += import_problems.of_fingerprint(numbers, fingerprint)
    if problems:
        return NONE, problems
    found = alignment.align(text, fingerprint)
    problems = list(import_problems.of_paragraphs(path, text, found, fingerprint))
    if problems:
        return NONE, problems
    joined = {
        number: copy_text.join_lines("\n".join(text[a:b] for a, b in one.pieces), text)
        for number, one in found.items()
    }
    lines = {n: import_problems.line_of(text, one.pieces[0][0]) for n, one in found.items()}
    paragraphs, problems = _marked(path, joined, lines, chapters)
    outside = leftovers.between(text, found.values())
    labels = [label for chapter in chapters for one in chapter.paragraphs for label in one.notes]
    words, series = notes.find_notes(outside.text, labels)
    problems += import_problems.of_notes(path, series, labels)
    if problems:
        return NONE, problems
    headings = leftovers.headings(outside.before, [chapter.first for chapter in chapters])
    left = leftovers.unused(outside.text, [*headings.values(), *words.values()])
    said = {label: copy_text.join_lines(note, text) for label, note in words.items()}
    above = {number: copy_text.join_lines(heading, text) for number, heading in headings.items()}
    return Copy(paragraphs, above, said, tuple(left), tuple(_remarks(found))), []


def _marked(
    path: str, joined: Mapping[int, str], lines: Mapping[int, int], chapters: Sequence[Chapter]
) -> tuple[dict[int, str], list[Problem]]:
    paragraphs: dict[int, str] = {}
    problems: list[Problem] = []
    for chapter in chapters:
        for one in chapter.paragraphs:
            text, line = joined[one.number], lines[one.number]
            series = notes.find_marks(text, one.notes)
            problems += import_problems.of_marks(path, line, one, text, series)
            paragraphs[one.number] = notes.with_marks(text, series)
    return paragraphs, problems


def _remarks(found: Mapping[int, alignment.Found]) -> Iterator[str]:
    for number, one in found.items():
        if not one.whole:
            yield f"¶{number} has {one.words} words in your copy, {one.expected} are expected."
        if one.doubtful:
            yield f"¶{number} is interrupted in your copy by other lines: see whether it reads on."
