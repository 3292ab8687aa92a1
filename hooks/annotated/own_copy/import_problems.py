"""Problems of an import: paragraphs, marks and notes that a copy lacks, each with its place."""

from collections.abc import Iterator, Mapping, Sequence

from annotated.content.chapters import Paragraph
from annotated.core.problems import Problem
from annotated.own_copy.alignment import AlignedParagraph
from annotated.own_copy.copy_text import without_private_use
from annotated.own_copy.fingerprint import FILE, Fingerprint
from annotated.own_copy.monotone_choice import Assignment

# With less than this share of its paragraphs, a text is another article.
LEAST = 0.1
# Characters that a message quotes on each side of a mark.
AROUND = 24


def of_fingerprint(numbers: Sequence[int], fingerprint: Fingerprint) -> Iterator[Problem]:
    """Yield a problem where the fingerprint is of other paragraphs than the guide's `numbers`."""
    other = sorted(set(numbers) ^ set(fingerprint.paragraphs))
    if other:
        message = (
            f"does not go with the chapters at ¶{other[0]}. "
            "Make it anew: make fingerprint ARTICLE=path"
        )
        yield Problem(FILE, 1, message, "fingerprint-out-of-date")


def of_paragraphs(
    path: str, text: str, aligned: Mapping[int, AlignedParagraph], fingerprint: Fingerprint
) -> Iterator[Problem]:
    """Yield a problem for each run of paragraphs that is missing, and each that is incomplete."""
    expected = sorted(fingerprint.paragraphs)
    if len(aligned) < max(1, LEAST * len(expected)):
        message = (
            f"is another text: {len(aligned)} of {len(expected)} paragraphs of the article were "
            "found in it. Give the file with the article that this guide is about."
        )
        yield Problem(path, 1, message, "original-wrong-article")
        return
    for run in _runs([number for number in expected if number not in aligned]):
        above = max((number for number in aligned if number < run[0]), default=None)
        line = 1 if above is None else line_of(text, aligned[above].pieces[-1][1])
        after = "" if above is None else f" after '…{_last_words(text, aligned[above])}' (¶{above})"
        missing = f"¶{run[0]} is" if len(run) == 1 else f"¶{run[0]} to ¶{run[-1]} are"
        message = f"{missing} missing or cut short{after}. Save the whole article."
        yield Problem(path, line, message, "original-paragraph-missing")
    for number, found in aligned.items():
        if not found.acceptable:
            start = found.pieces[0][0]
            begins = " ".join(without_private_use(text[start : start + 80]).split()[:6])
            message = (
                f"¶{number} ('{begins}…') has {found.words} words where {found.expected} are "
                "expected. Look for a gap, or for lines between that are not of the article."
            )
            yield Problem(path, line_of(text, start), message, "original-paragraph-not-whole")


def of_marks(
    path: str, line: int, paragraph: Paragraph, text: str, marks: Assignment
) -> Iterator[Problem]:
    """Yield a problem for each mark that was not found in a paragraph, or not surely.

    The paragraph begins on `line` of the copy and has the `text`.
    """
    for label in marks.missing:
        words = _after(paragraph.notes, label, text, marks)
        message = (
            f"the number of note {label} is not in ¶{paragraph.number}{words}. "
            f"Type it there, as [{label}]."
        )
        yield Problem(path, line, message, "original-mark-missing")
    for label in marks.ambiguous:
        mark = marks.found[label]
        words = _whole_words(text, mark.start - AROUND, mark.end + AROUND)
        message = (
            f"the number of note {label} stands in ¶{paragraph.number} in more than one place, "
            f"as in '…{words}…'. Put the right one into brackets: [{label}]."
        )
        yield Problem(path, line, message, "original-mark-ambiguous")


def _after(labels: Sequence[str], label: str, text: str, marks: Assignment) -> str:
    """Return the words after which the mark should be: those at the mark of the note before it."""
    earlier = labels[: labels.index(label)]
    above = [marks.found[other] for other in earlier if other in marks.found]
    if not above:
        return f" ('{' '.join(without_private_use(text).split()[:6])}…')"
    return f", after '…{_whole_words(text, above[-1].start - AROUND, above[-1].end)}'"


def _whole_words(text: str, start: int, end: int) -> str:
    """Return the words in a range of a text, without those that it cuts."""
    start, end = max(start, 0), min(end, len(text))
    words = text[start:end]
    if start and not text[start - 1].isspace():
        words = words.partition(" ")[2]
    if end < len(text) and not text[end].isspace():
        words = words.rpartition(" ")[0] or words
    return without_private_use(words).strip()


def of_notes(path: str, begins: Assignment, labels: Sequence[str]) -> Iterator[Problem]:
    """Yield one problem where there are no notes, or one for each that is missing or unsure."""
    if len(begins.missing) == len(labels) and labels:
        message = (
            f"has no notes: {len(labels)} are expected after the text or at the feet of pages. "
            "Save the article with its notes."
        )
        yield Problem(path, 1, message, "original-notes-missing")
        return
    for label in begins.missing + begins.ambiguous:
        fault = "is missing" if label in begins.missing else "begins at more than one line"
        message = f"the note {label} {fault}. Begin its line with [{label}]."
        yield Problem(path, 1, message, "original-note-missing")


def _runs(numbers: Sequence[int]) -> list[list[int]]:
    runs: list[list[int]] = []
    for number in numbers:
        if runs and runs[-1][-1] == number - 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return runs


def line_of(text: str, offset: int) -> int:
    """Return the line, counted from 1, of an offset in a text."""
    return text.count("\n", 0, offset) + 1


def _last_words(text: str, found: AlignedParagraph) -> str:
    end = found.pieces[-1][1]
    return " ".join(without_private_use(text[max(end - 60, 0) : end]).split()[-4:])
