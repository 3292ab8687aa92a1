"""Order of the text: every paragraph in its place, every note in its paragraph."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from annotated.content.chapters import Chapter, Paragraph
from annotated.content.endnotes import Endnote, Endnotes
from annotated.core.problems import Problem


def check_order(chapters: Sequence[Chapter]) -> Iterator[Problem]:
    """Yield a problem for each paragraph that is missing, doubled or out of its place."""
    expected = chapters[0].first if chapters else 0
    for chapter in chapters:
        if chapter.first != expected:
            message = (
                f"begins with ¶{chapter.first}, but ¶{expected} comes next. Check 'paragraphs'."
            )
            missed = f"paragraph {min(chapter.first, expected)}"
            yield Problem(
                chapter.path, chapter.line, message, "paragraph-out-of-place", misses=missed
            )
        yield from _order_in(chapter)
        expected = chapter.last + 1


def _order_in(chapter: Chapter) -> Iterator[Problem]:
    """Yield the problems of one chapter: what is out of place, then what is missing."""
    numbers = [paragraph.number for paragraph in chapter.paragraphs]
    promised = range(chapter.first, chapter.last + 1)
    kept = longest_increasing([n if n in promised else None for n in numbers])
    missing = [number for number in promised if number not in set(numbers)]
    beyond = _beyond(chapter, kept)
    for index in range(len(numbers)):
        if index in kept or index in beyond:
            continue
        # Of two with one number, the earlier may be the wrong one: then a number is missing there.
        twin = next((at for at in kept if at < index and numbers[at] == numbers[index]), index)
        stray = next((at for at in (index, twin) if _gap(numbers, kept, at, missing)), index)
        gap = next(iter(_gap(numbers, kept, stray, missing)), None)
        yield _stray(chapter, stray, _neighbours(numbers, kept, index), gap)
        if gap is not None:
            missing.remove(gap)
    if beyond:
        yield _promised_too_few(chapter, numbers[beyond[0]])
    yield from _missing(chapter, missing)


def _neighbours(
    numbers: Sequence[int | None], kept: Sequence[int], index: int
) -> tuple[int | None, int | None]:
    """Return the numbers in their place that come before and after an index, if any."""
    above = next((numbers[at] for at in reversed(kept) if at < index), None)
    below = next((numbers[at] for at in kept if at > index), None)
    return above, below


def _gap(
    numbers: Sequence[int], kept: Sequence[int], index: int, missing: Sequence[int]
) -> list[int]:
    """Return the missing numbers whose place is that of an index."""
    above, below = _neighbours(numbers, kept, index)
    return [
        number
        for number in missing
        if (above is None or above < number) and (below is None or number < below)
    ]


def _stray(
    chapter: Chapter, index: int, neighbours: tuple[int | None, int | None], gap: int | None
) -> Problem:
    paragraph = chapter.paragraphs[index]
    number, line = paragraph.number, paragraph.line + paragraph.markdown.count("\n")
    message = f"¶{number} {out_of_order(number, neighbours, '¶')}. Give it its own number."
    if gap is not None:
        message = f"'{{ #p{number} }}' stands where ¶{gap} comes next."
        message += f" Did you mean '{{ #p{gap} }}'?"
    hidden = () if gap is None else (f"paragraph {gap}",)
    return Problem(chapter.path, line, message, "paragraph-out-of-place", hides=hidden)


def out_of_order(number: int, neighbours: tuple[int | None, int | None], sign: str) -> str:
    """Return in words how a number is out of order between its neighbours."""
    above, below = neighbours
    if above is not None and number <= above:
        return f"stands after {sign}{above}"
    return f"stands before {sign}{below}" if below is not None else "is beyond the last"


def _beyond(chapter: Chapter, kept: Sequence[int]) -> range:
    """Return the indexes of paragraphs that only go on behind the last one promised."""
    start = kept[-1] + 1 if kept else 0
    rest = [paragraph.number for paragraph in chapter.paragraphs[start:]]
    goes_on = rest == list(range(chapter.last + 1, chapter.last + 1 + len(rest)))
    return range(start, start + len(rest)) if goes_on else range(0)


def _promised_too_few(chapter: Chapter, number: int) -> Problem:
    last = chapter.paragraphs[-1].number
    message = (
        f"the field 'paragraphs' ends with {chapter.last}, but the text goes on to ¶{last}. "
        f"Did you mean '{chapter.first}-{last}'?"
    )
    hidden = tuple(f"paragraph {n}" for n in range(number, last + 1))
    return Problem(chapter.path, chapter.line, message, "paragraph-out-of-place", hides=hidden)


def _missing(chapter: Chapter, missing: Sequence[int]) -> Iterator[Problem]:
    """Yield a problem for each run of missing paragraphs, at the paragraph that follows it."""
    for number in missing:
        if number - 1 in missing:
            continue
        end = next(n for n in range(number, chapter.last + 1) if n + 1 not in missing)
        run = f"¶{number} is" if number == end else f"¶{number} to ¶{end} are"
        remedy = "Close it with a line" if number == end else "Close each with a line like"
        message = f"{run} missing. {remedy} '{{ #p{number} }}'."
        line = next((p.line for p in chapter.paragraphs if p.number > end), chapter.line)
        name, *names = (f"paragraph {n}" for n in range(number, end + 1))
        yield Problem(
            chapter.path, line, message, "paragraph-missing", misses=name, hides=(name, *names)
        )


def longest_increasing(numbers: Sequence[int | None]) -> list[int]:
    """Return the indexes of the longest strictly increasing subsequence; None is in none.

    Fredman, “On Computing the Length of Longest Increasing Subsequences”, 1975: what is not in it
    is the least that must be moved to put the sequence in order.
    """
    tails: list[int] = []
    ends: list[int] = []
    before: dict[int, int | None] = {}
    for index, number in enumerate(numbers):
        if number is None:
            continue
        length = bisect_left(tails, number)
        if number in tails[length : length + 1]:
            continue  # Of two equal numbers the first counts.
        before[index] = ends[length - 1] if length else None
        tails[length:], ends[length:] = (
            [number, *tails[length + 1 :]],
            [index, *ends[length + 1 :]],
        )
    chosen: list[int] = []
    at = ends[-1] if ends else None
    while at is not None:
        chosen.append(at)
        at = before[at]
    return chosen[::-1]


def check_notes(chapters: Sequence[Chapter], endnotes: Endnotes) -> Iterator[Problem]:
    """Yield a problem for each note that is undefined, never cited, or cited in another place."""
    marks = [
        (chapter, paragraph, number)
        for chapter in chapters
        for paragraph in chapter.paragraphs
        for number in paragraph.notes
    ]
    typed = {mark for *_, mark in marks}
    numbers = [
        int(mark) if mark.isdigit() and mark in endnotes.notes else None for *_, mark in marks
    ]
    kept = longest_increasing(numbers)
    lost = [note for note in endnotes.notes.values() if note.note not in typed]
    in_order = {*kept}
    for index, (chapter, paragraph, mark) in enumerate(marks):
        note, number = endnotes.notes.get(mark), numbers[index]
        if note is None:
            meant = next((note.note for note in lost if note.paragraph == paragraph.number), "")
            yield _undefined(chapter, paragraph.line, mark, endnotes, meant)
        elif note.paragraph != paragraph.number:
            yield _misplaced(chapter, paragraph, note)
        elif number is not None and index not in in_order:
            how = out_of_order(number, _neighbours(numbers, kept, index), "note ")
            message = f"note {mark} {how}. Put its mark where it is printed."
            yield Problem(chapter.path, paragraph.line, message, "note-out-of-order")
    yield from _uncited(lost)
    for chapter in chapters:
        for own_note in chapter.own_notes:
            label = own_note.label
            if label.isalpha() and label not in endnotes.notes and label not in typed:
                yield _undefined(chapter, own_note.line, label, endnotes)


def _uncited(lost: Sequence[Endnote]) -> Iterator[Problem]:
    for note in lost:
        message = f"note {note.note} is cited in no paragraph. Cite it: [^{note.note}]."
        missed = f"mark {note.note}"
        yield Problem(note.path, note.line, message, "note-never-cited", misses=missed)


def _misplaced(chapter: Chapter, paragraph: Paragraph, note: Endnote) -> Problem:
    message = (
        f"note {note.note} is cited in ¶{paragraph.number}, but {note.path} puts it into "
        f"¶{note.paragraph}. Correct one of them."
    )
    missed = f"paragraph {note.paragraph}"
    return Problem(chapter.path, paragraph.line, message, "note-in-other-paragraph", misses=missed)


def _undefined(
    chapter: Chapter, line: int, number: str, endnotes: Endnotes, meant: str = ""
) -> Problem:
    """Return the problem of a mark without its note; `meant` is a note of its paragraph, if any."""
    remedy = f"Add '- note: {number}' there."
    if meant:
        remedy = f"Did you mean [^{meant}]?"
    elif not number.isdigit():
        remedy = (
            f"If the article has it, add '- note: {number}' there; what you say yourself is a "
            "remark: 'make new KIND=remark'."
        )
    message = f"note {number} is not defined in {endnotes.path}. {remedy}"
    missed, hidden = f"note {number}", (f"mark {meant}",) if meant else ()
    return Problem(chapter.path, line, message, "note-undefined", misses=missed, hides=hidden)
