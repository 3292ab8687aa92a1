"""The lists of sentences: all that one speaker says, and what stands without a note."""

from collections.abc import Iterable, Sequence

from annotated.content.chapters import Chapter
from annotated.content.statements import Statement
from annotated.evidence.claim_marks import Evidence
from annotated.evidence.sources_page import HEADINGS
from annotated.model.anchors import anchor_label
from annotated.model.vocabulary import SPEAKERS


def listing(parts: Iterable[Statement], evidence: Evidence) -> str:
    """Return sentences as a Markdown list: the paragraph, the words, on what they rest."""
    lines = []
    for part in parts:
        where = anchor_label(part.anchor, after_note=".")
        notes = "".join(f"; note {number}." for number in part.notes)
        rests = f"[{evidence.rests_on(part)}{notes}]{{ .cited-in }}"
        # Without its marks a text may look like HTML where it was none.
        text = part.text.replace("<", "&lt;")
        lines.append(f"- [{where}]{{ .where }} {text} {rests}")
    return "\n".join(lines) + "\n"


def statements(chapters: Sequence[Chapter], parts: Sequence[Statement], evidence: Evidence) -> str:
    """Return the lists that the profile counts: by speaker, without a note, by kind of source.

    Each list is cut by chapter, under a heading that a number of the profile leads to.
    """
    blocks = []
    for speaker in SPEAKERS:
        said = evidence.said[speaker][0].upper() + evidence.said[speaker][1:]
        blocks.append(_cut(said, speaker, chapters, _by(parts, speaker), evidence))
    silent = [part for part in parts if not part.notes]
    blocks.append(_cut("Sentences without a note", "without-a-note", chapters, silent, evidence))
    blocks.append("## Paragraphs without a note { #paragraphs-without-a-note }\n")
    blocks += [f"- {chapter.title}: {_silent_paragraphs(chapter)}" for chapter in chapters]
    blocks.append("\n## Notes by kind of source { #notes-by-kind }\n")
    blocks += [_notes_by_kind(n, one, evidence) for n, one in enumerate(chapters, start=1)]
    return "\n".join(blocks) + "\n"


def _by(parts: Iterable[Statement], speaker: str) -> list[Statement]:
    return [part for part in parts if part.speaker == speaker]


def _cut(
    heading: str, id_: str, chapters: Sequence[Chapter], parts: list[Statement], evidence: Evidence
) -> str:
    blocks = [f"## {heading} ({len(parts)}) {{ #{id_} }}\n"]
    for number, chapter in enumerate(chapters, start=1):
        here = of_chapter(chapter, parts)
        if here:
            blocks.append(f"### {chapter.title} ({len(here)}) {{ #{id_}-{number} }}\n")
            blocks.append(listing(here, evidence))
    return "\n".join(blocks)


def _silent_paragraphs(chapter: Chapter) -> str:
    return ", ".join(f"¶{one.number}" for one in chapter.paragraphs if not one.notes) or "none"


def cited(chapter: Chapter, evidence: Evidence) -> list[tuple[str, str]]:
    """Return (number of a note, kind of a source) for every citation in a chapter."""
    known = evidence.endnotes.notes
    numbers = [
        note for paragraph in chapter.paragraphs for note in paragraph.notes if note in known
    ]
    keys = [(note, cite.text) for note in numbers for cite in known[note].cites]
    return [(note, evidence.sources[key].kind) for note, key in keys if key in evidence.sources]


def _notes_by_kind(number: int, chapter: Chapter, evidence: Evidence) -> str:
    found = cited(chapter, evidence)
    lines = [f"### {chapter.title} {{ #notes-{number} }}\n"]
    for kind, heading in HEADINGS.items():
        notes = [f"note {note}." for note, of_kind in found if of_kind == kind]
        if notes:
            lines.append(f"- [{heading}]{{ #notes-{number}-{kind} }}: {' '.join(notes)}")
    return "\n".join(lines) + "\n"


def of_chapter(chapter: Chapter, parts: Iterable[Statement]) -> list[Statement]:
    """Return the parts that stand in a chapter."""
    return [part for part in parts if part.chapter == chapter.path]
