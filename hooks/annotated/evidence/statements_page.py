"""Page with lists of statements: by speaker, without a note, and notes by kind of source."""

from collections.abc import Iterable, Sequence

from annotated.content.chapters import Chapter
from annotated.content.statements import Statement
from annotated.evidence.sources_page import HEADINGS
from annotated.evidence.statement_evidence import Evidence
from annotated.model.anchors import anchor_label
from annotated.model.vocabulary import SPEAKERS


def listing(statements: Iterable[Statement], evidence: Evidence) -> str:
    """Return a Markdown list of statements: the paragraph, the text, on what each rests."""
    lines = []
    for statement in statements:
        label = anchor_label(statement.anchor, after_note=".")
        notes = "".join(f"; note {number}." for number in statement.notes)
        rests = f"[{evidence.rests_on(statement)}{notes}]{{ .cited-in }}"
        # Without its marks, a text may look like HTML.
        text = statement.text.replace("<", "&lt;")
        lines.append(f"- [{label}]{{ .where }} {text} {rests}")
    return "\n".join(lines) + "\n"


def page(chapters: Sequence[Chapter], statements: Sequence[Statement], evidence: Evidence) -> str:
    """Return the lists that the profile counts, as Markdown.

    Each is divided by chapter, under a heading to which a number of the profile is a link.
    """
    blocks = []
    for speaker in SPEAKERS:
        label = evidence.labels[speaker]
        heading = label[0].upper() + label[1:]
        chosen = [statement for statement in statements if statement.speaker == speaker]
        blocks.append(_by_chapter(heading, speaker, chapters, chosen, evidence))
    bare = [statement for statement in statements if not statement.notes]
    blocks.append(
        _by_chapter("Sentences without a note", "without-a-note", chapters, bare, evidence)
    )
    blocks.append("## Paragraphs without a note { #paragraphs-without-a-note }\n")
    blocks += [f"- {chapter.title}: {_paragraphs_without_a_note(chapter)}" for chapter in chapters]
    blocks.append("\n## Notes by kind of source { #notes-by-kind }\n")
    blocks += [_notes_by_kind(*numbered, evidence) for numbered in enumerate(chapters, start=1)]
    return "\n".join(blocks) + "\n"


def _by_chapter(
    heading: str,
    id_: str,
    chapters: Sequence[Chapter],
    statements: list[Statement],
    evidence: Evidence,
) -> str:
    blocks = [f"## {heading} ({len(statements)}) {{ #{id_} }}\n"]
    for number, chapter in enumerate(chapters, start=1):
        here = of_chapter(chapter, statements)
        if here:
            blocks.append(f"### {chapter.title} ({len(here)}) {{ #{id_}-{number} }}\n")
            blocks.append(listing(here, evidence))
    return "\n".join(blocks)


def _paragraphs_without_a_note(chapter: Chapter) -> str:
    bare = [paragraph.number for paragraph in chapter.paragraphs if not paragraph.notes]
    return ", ".join(f"¶{number}" for number in bare) or "none"


def cited(chapter: Chapter, evidence: Evidence) -> list[tuple[str, str]]:
    """Return (number of a note, kind of a source) for every citation in a chapter."""
    known = evidence.guide.endnotes.notes
    numbers = [
        note for paragraph in chapter.paragraphs for note in paragraph.notes if note in known
    ]
    keys = [(note, cite.text) for note in numbers for cite in known[note].cites]
    return [
        (note, evidence.guide.sources[key].kind)
        for note, key in keys
        if key in evidence.guide.sources
    ]


def _notes_by_kind(number: int, chapter: Chapter, evidence: Evidence) -> str:
    found = cited(chapter, evidence)
    lines = [f"### {chapter.title} {{ #notes-{number} }}\n"]
    for kind, heading in HEADINGS.items():
        notes = [f"note {note}." for note, of_kind in found if of_kind == kind]
        if notes:
            lines.append(f"- [{heading}]{{ #notes-{number}-{kind} }}: {' '.join(notes)}")
    return "\n".join(lines) + "\n"


def of_chapter(chapter: Chapter, statements: Iterable[Statement]) -> list[Statement]:
    """Return the statements of a chapter."""
    return [statement for statement in statements if statement.chapter == chapter.path]
