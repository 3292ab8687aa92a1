"""Whether the spine holds: every paragraph in its place, every note in its paragraph."""

from collections.abc import Iterator, Sequence

from annotated.content.chapters import Chapter, Paragraph
from annotated.content.endnotes import Endnotes
from annotated.core.problems import Problem


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
