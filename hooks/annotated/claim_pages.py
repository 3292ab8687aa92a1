"""Pages made of sentences: all that one speaker says, and the profile of the evidence."""

from collections import Counter
from collections.abc import Iterable, Sequence
from html import escape

from annotated.bibliography import HEADINGS
from annotated.claims import SAID, Evidence
from annotated.sentences import SPEAKERS, Part
from annotated.spine import Chapter

PER_HUNDRED = 100
BAR_WIDTH = 220


def listing(parts: Iterable[Part], evidence: Evidence) -> str:
    """Return sentences as a Markdown list: the paragraph, the words, on what they rest."""
    lines = []
    for part in parts:
        where = f"¶{part.paragraph}" if part.paragraph.isdigit() else f"note {part.paragraph}."
        notes = "".join(f"; note {number}." for number in part.notes)
        rests = f"[{evidence.rests_on(part)}{notes}]{{ .cited-in }}"
        lines.append(f"- [{where}]{{ .where }} {part.text} {rests}")
    return "\n".join(lines) + "\n"


def statements(parts: Sequence[Part], evidence: Evidence) -> str:
    """Return a list for each speaker, under a heading that other pages can link to."""
    blocks = []
    for speaker in SPEAKERS:
        chosen = [part for part in parts if part.speaker == speaker]
        said = SAID[speaker][0].upper() + SAID[speaker][1:]
        heading = f"## {said} ({len(chosen)}) {{ #{speaker} }}"
        blocks.append(f"{heading}\n\n{listing(chosen, evidence)}")
    unsupported = [part for part in parts if not part.notes]
    heading = f"## Sentences without a note ({len(unsupported)}) {{ #without-a-note }}"
    return "\n".join([*blocks, f"{heading}\n\n{listing(unsupported, evidence)}"])


def bar(count: float, most: float) -> str:
    """Return a bar as a small SVG, hidden from assistive technology: the number stands beside."""
    width = round(BAR_WIDTH * count / most) if most else 0
    return (
        f'<svg class="bar" width="{BAR_WIDTH}" height="10" aria-hidden="true">'
        f'<rect width="{width}" height="10"/></svg>'
    )


def table(caption: str, rows: Sequence[tuple[str, float, str]]) -> str:
    """Return rows of (label, number, address of the list behind it) as a table with bars."""
    most = max((number for _, number, _ in rows), default=0)
    body = "".join(
        f'<tr><th scope="row">{escape(label)}</th>'
        f'<td><a href="{address}">{number:g}</a></td><td>{bar(number, most)}</td></tr>'
        for label, number, address in rows
    )
    return (
        f'<table class="profile"><caption>{escape(caption)}</caption><tbody>{body}</tbody></table>'
    )


def profile(chapters: Sequence[Chapter], parts: Sequence[Part], evidence: Evidence) -> str:
    """Return the tables of the profile as HTML that Markdown leaves alone."""
    tables = [_speakers(chapter, parts) for chapter in chapters]
    tables += [_kinds(chapter, parts, evidence) for chapter in chapters]
    tables += [_months(evidence), _density(chapters, parts), _silent(chapters)]
    return "\n\n".join(f"<div>{one}</div>" for one in tables)


def _of(chapter: Chapter, parts: Iterable[Part]) -> list[Part]:
    return [part for part in parts if part.chapter == chapter.path]


def _speakers(chapter: Chapter, parts: Sequence[Part]) -> str:
    counted = Counter(part.speaker for part in _of(chapter, parts))
    rows = [(SAID[one], float(counted[one]), f"statements.html#{one}") for one in SPEAKERS]
    return table(f"Who speaks: {chapter.title}", rows)


def _kinds(chapter: Chapter, parts: Sequence[Part], evidence: Evidence) -> str:
    cited = {note for part in _of(chapter, parts) for note in part.notes}
    notes = [note for note in evidence.endnotes.notes.values() if note.note in cited]
    keys = [cite.text for note in notes for cite in note.cites]
    counted = Counter(evidence.sources[key].kind for key in keys if key in evidence.sources)
    rows = [
        (heading, float(counted[kind]), f"../sources/index.html#kind-{kind}")
        for kind, heading in HEADINGS.items()
        if counted[kind]
    ]
    return table(f"Citations by kind of source: {chapter.title}", rows)


def _months(evidence: Evidence) -> str:
    counted = Counter(
        f"{source.year}{f'-{source.month:02}' if source.month else ''}"
        for source in evidence.sources.values()
    )
    rows = [
        (month, float(counted[month]), f"../sources/index.html#date-{month}")
        for month in sorted(counted)
    ]
    return table("Sources by year and month, as printed", rows)


def _density(chapters: Sequence[Chapter], parts: Sequence[Part]) -> str:
    rows = []
    for chapter in chapters:
        here = _of(chapter, parts)
        words = sum(len(part.text.split()) for part in here) or 1
        notes = len({note for part in here for note in part.notes})
        address = f"../chapters/{chapter.path.rpartition('/')[2].removesuffix('.md')}.html"
        rows.append((chapter.title, round(PER_HUNDRED * notes / words, 2), address))
    return table("Notes to a hundred words of the retelling", rows)


def _silent(chapters: Sequence[Chapter]) -> str:
    rows = [
        (
            chapter.title,
            float(sum(not paragraph.notes for paragraph in chapter.paragraphs)),
            "statements.html#without-a-note",
        )
        for chapter in chapters
    ]
    return table("Paragraphs without a note", rows)
