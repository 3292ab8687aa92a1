"""The sentences of the text, each in parts by who says it, with its notes, hedges and names."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from annotated.content.chapters import Chapter
from annotated.core.problems import Problem
from annotated.markdown_ext.bracketed_spans import ATTRIBUTES, closing_bracket
from annotated.model.anchors import anchor_label, note_anchor, paragraph_anchor
from annotated.model.vocabulary import SPEAKERS

MARKERS = re.compile(r"(?:\[\^\w+\])*")
MARKER = re.compile(r"\[\^(\w+)\]")
LINK = re.compile(r"\[([^\[\]]*)\]\(([^)]*)\)")
# A link or a span: what its brackets hold is what a reader reads.
BRACKETED = re.compile(r"\[([^\[\]]*)\](?:\([^)]*\)|\{[^}]*\})")
ENTITY = re.compile(r"\.\./\w+/([\w-]+)\.md")


@dataclass(frozen=True)
class Statement:
    """A sentence, or the part of it that one speaker says.

    `paragraph` is the number of the paragraph, or the letter of a substantive note; `sentence`
    and `part` count from 1. `linked` are the ids of the entities that are linked by hand.
    """

    chapter: str
    paragraph: str
    line: int
    sentence: int
    part: int
    speaker: str
    text: str
    notes: tuple[str, ...]
    linked: tuple[str, ...] = field(default=())

    @property
    def label(self) -> str:
        """Return “¶12”, or “note b” for a substantive note."""
        return anchor_label(self.anchor)

    @property
    def anchor(self) -> str:
        """Return the id of the paragraph or note on the page."""
        anchor = paragraph_anchor if self.paragraph.isdigit() else note_anchor
        return anchor(self.paragraph)


def statements_of(chapter: Chapter) -> Iterator[Statement]:
    """Yield the parts of all sentences of a chapter, then of the substantive notes below it."""
    for paragraph in chapter.paragraphs:
        yield from _statements(chapter, str(paragraph.number), paragraph.line, paragraph.markdown)
    for note in chapter.own_notes:
        for part in _statements(chapter, note.label, note.line, note.markdown):
            yield replace(part, notes=(note.label,))


def unmarked(chapters: Sequence[Chapter]) -> Iterator[Problem]:
    """Yield a problem for each sentence, or part of one, that does not say who speaks."""
    for chapter in chapters:
        for part in statements_of(chapter):
            if part.speaker not in SPEAKERS:
                words = " ".join(part.text.split()[:6])
                message = (
                    f"'{words}…' does not say who speaks. Put the words into brackets and add "
                    f"one of {', '.join(f'{{ .{speaker} }}' for speaker in SPEAKERS)}."
                )
                yield Problem(chapter.path, part.line, message, "sentence-unmarked")


def _statements(chapter: Chapter, paragraph: str, line: int, markdown: str) -> Iterator[Statement]:
    sentence = 0
    for number, text in enumerate(markdown.split("\n")):
        words = text.strip().lstrip("> ")
        if not words or words.startswith(("{ #p", "@")):
            continue
        sentence += 1
        for index, (speaker, said) in enumerate(_split(words), start=1):
            yield Statement(
                chapter.path,
                paragraph,
                line + number,
                sentence,
                index,
                speaker,
                plain(said),
                tuple(MARKER.findall(said)),
                tuple(ENTITY.findall(said)),
            )


def _split(sentence: str) -> Iterator[tuple[str, str]]:
    position = 0
    while position < len(sentence):
        start = sentence.find("[", position)
        end = closing_bracket(sentence, start) if start >= 0 else 0
        mark = ATTRIBUTES.match(sentence, end + 1) if end else None
        before = sentence[position : start if mark else len(sentence)].strip()
        if before:
            yield "", before
        if not mark:
            return
        after = MARKERS.match(sentence, mark.end())
        position = after.end() if after else mark.end()
        yield (
            mark[1].strip().removeprefix("."),
            sentence[start + 1 : end] + sentence[mark.end() : position],
        )


def plain(markdown: str) -> str:
    """Return the words of a piece of a chapter without marks, links and note numbers."""
    text = MARKER.sub("", markdown)
    while BRACKETED.search(text):
        text = BRACKETED.sub(r"\1", text)
    return text.replace("*", "").strip()


def hedge_pattern(phrases: Sequence[str]) -> re.Pattern[str]:
    """Return a pattern of the hedges, the longest first; capitals count (“may” is not “May”)."""
    longest_first = sorted(phrases, key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, longest_first))})\b" if phrases else "$^")
