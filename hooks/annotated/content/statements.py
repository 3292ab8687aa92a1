"""Statements: the sentences of the text, each cut by who says it, with its notes and links."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from annotated.content import span_marks
from annotated.content.chapter_blocks import NUMBER
from annotated.content.chapters import Chapter
from annotated.core.problems import Problem
from annotated.markdown_ext import attribute_lists
from annotated.markdown_ext.bracketed_spans import ATTRIBUTES, closing_bracket
from annotated.model.anchors import anchor_label, note_anchor, paragraph_anchor
from annotated.model.vocabulary import HEDGE_KINDS, NO_HEDGE, SPEAKERS

MARKERS = re.compile(r"(?:\[\^\w+\])*")
MARKER = re.compile(r"\[\^(\w+)\]")
LINK = re.compile(r"\[([^\[\]]*)\]\(([^)]*)\)")
# A link or a span: its text is between the brackets.
BRACKETED = re.compile(r"\[([^\[\]]*)\](?:\([^)]*\)|\{[^}]*\})")
# A hedge, or a word that is none here; it may hold a link or a word of another language.
TYPED = r"\[((?:[^\[\]]|\[[^\[\]]*\])*)\]\{{ ?\.({}) ?\}}"
HEDGE = re.compile(TYPED.format("|".join(HEDGE_KINDS)))
JUDGED = re.compile(TYPED.format("|".join((*HEDGE_KINDS, NO_HEDGE))))
ENTITY = re.compile(r"\.\./\w+/([\w-]+)\.md")


class Hedge(NamedTuple):
    """Words by which a statement holds back, with their kind."""

    text: str
    kind: str


@dataclass(frozen=True)
class Statement:
    """A sentence, or the part of it that one speaker says.

    `id` is typed in its span and lasts: `p49-s3`, or `nb-s1` in a substantive note; it is "" where
    none is typed. `chapter` is the path of its file; `paragraph` is the number of the paragraph,
    or the letter of a substantive note; the statements of one sentence have one `line`. `speaker`
    is one of SPEAKERS, or ""; `notes` are those whose marks stand at it; `linked` are the ids of
    the entities that are linked by hand; `unjudged` is the text without what is typed as a hedge,
    or as none.
    """

    id: str
    chapter: str
    paragraph: str
    line: int
    speaker: str
    text: str
    notes: tuple[str, ...]
    linked: tuple[str, ...] = field(default=())
    hedges: tuple[Hedge, ...] = field(default=())
    unjudged: str = ""

    @property
    def label(self) -> str:
        """Return “¶12”, or “note b” for a substantive note."""
        return anchor_label(self.anchor)

    @property
    def anchor(self) -> str:
        """Return the id of the paragraph or note on the page."""
        anchor = paragraph_anchor if self.paragraph.isdigit() else note_anchor
        return anchor(self.paragraph)


def statements_of(chapter: Chapter) -> list[Statement]:
    """Return the statements of a chapter, then those of the substantive notes below it."""
    return [
        statement
        for paragraph in chapter.paragraphs
        for statement in _statements(
            chapter, str(paragraph.number), paragraph.line, paragraph.markdown
        )
    ] + [
        replace(statement, notes=(note.label,))
        for note in chapter.own_notes
        for statement in _statements(chapter, note.label, note.line, note.markdown)
    ]


def unmarked(statements: Iterable[Statement]) -> Iterator[Problem]:
    """Yield a problem for each statement that does not say who speaks."""
    for statement in statements:
        if statement.speaker not in SPEAKERS:
            beginning = " ".join(statement.text.split()[:6])
            message = (
                f"'{beginning}…' does not say who speaks. Put the words into brackets and add "
                f"one of {', '.join(f'{{ .{speaker} }}' for speaker in SPEAKERS)}."
            )
            path, line = statement.chapter, statement.line
            missed = span_marks.speaker_at(path, line)
            yield Problem(path, line, message, "sentence-unmarked", misses=missed)


def _statements(chapter: Chapter, paragraph: str, line: int, markdown: str) -> Iterator[Statement]:
    # By the rule of the chapters, each sentence is on a line of its own.
    for index, text in enumerate(markdown.split("\n")):
        text_line = text.strip().lstrip("> ")
        # The line with the number of a paragraph, or with the sources of a substantive note.
        if (
            not text_line
            or NUMBER.fullmatch(text)
            or (not paragraph.isdigit() and text_line[0] == "@")
        ):
            continue
        for span in spans(text_line):
            yield Statement(
                id=span.id,
                chapter=chapter.path,
                paragraph=paragraph,
                line=line + index,
                speaker=span.speaker,
                text=plain(span.markdown),
                notes=tuple(MARKER.findall(span.markdown)),
                linked=tuple(ENTITY.findall(span.markdown)),
                hedges=tuple(
                    Hedge(plain(text), kind) for text, kind in HEDGE.findall(span.markdown)
                ),
                unjudged=plain(JUDGED.sub("…", span.markdown)),
            )


class Span(NamedTuple):
    """Words with the attributes in their braces, which begin at `mark`; -1 where there are none.

    `markdown` is the words, with the marks of notes behind the braces.
    """

    markdown: str
    attributes: str = ""
    mark: int = -1

    @property
    def id(self) -> str:
        """Return the id that is typed, or ""."""
        ids = self._of("id")
        return ids[-1] if ids else ""

    @property
    def speaker(self) -> str:
        """Return the one class that is a speaker, or "" where that is not clear."""
        speakers = [value for value in self._of(".") if value in SPEAKERS]
        return speakers[0] if len(speakers) == 1 else ""

    def _of(self, name: str) -> list[str]:
        given = attribute_lists.attributes(self.attributes)
        return [value for key, value in given if key == name]


def spans(sentence: str) -> Iterator[Span]:
    """Yield each span `[…]{ … }` of a line, and the text outside of spans."""
    position = 0
    while position < len(sentence):
        start = sentence.find("[", position)
        end = closing_bracket(sentence, start) if start >= 0 else 0
        mark = ATTRIBUTES.match(sentence, end + 1) if end else None
        before = sentence[position : start if mark else len(sentence)].strip()
        if before:
            yield Span(before)
        if not mark:
            return
        after = MARKERS.match(sentence, mark.end())
        position = after.end() if after else mark.end()
        words = sentence[start + 1 : end] + sentence[mark.end() : position]
        yield Span(words, mark[1], mark.start())


def plain(markdown: str) -> str:
    """Return the text of a piece of a chapter without marks, links and note numbers."""
    text = MARKER.sub("", markdown)
    while "[" in text and BRACKETED.search(text):
        text = BRACKETED.sub(r"\1", text)
    return text.replace("*", "").strip()


def hedge_pattern(phrases: Sequence[str]) -> re.Pattern[str]:
    """Return a pattern of the hedges, the longest first; capitals count (“may” is not “May”)."""
    longest_first = sorted(phrases, key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, longest_first))})\b" if phrases else "$^")
