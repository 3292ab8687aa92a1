"""Marks of the study in a chapter: links to the argument, what it has shown, and questions."""

import re
from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from html import escape

from annotated.content.argument import Node
from annotated.content.chapter_ends import EndItem
from annotated.content.chapters import Chapter
from annotated.content.study import Study
from annotated.study.chapter_questions import ChapterQuestions
from annotated.study.node_words import CODES, code, does
from annotated.study.voices import Voices

PAGE = "study/argument.md"
# The tools of a paragraph, behind it.
TOOLS = re.compile(r'<span class="margin" role="group" aria-label="¶(\d+)[^"]*">')
# The beginning of the text of a lettered note.
NOTE = re.compile(r'<li\b[^>]*\sid="fn:([a-z])"[^>]*>\s*<p>')
# What a chapter says in a minute, folded, or else its title: the aims come after it.
MINUTE = re.compile(r'<details class="minute">.*?</details>', re.DOTALL)
TITLE = re.compile(r"</h1>")
# The notes of a chapter, and their heading.
NOTES, HEADING, HEADING_END = '<div class="footnote">', "<h2", "</h2>"


@dataclass(frozen=True)
class ChapterMarks:
    """The marks of all chapters: links to the argument, aims, ends of chapters, and questions."""

    study: Study
    voices: Voices

    def complete(self, html: str, chapter: Chapter) -> str:
        """Return the HTML of a chapter with its marks."""
        number = self.voices.guide.number_of[chapter.path]
        ends = self._ends.get(number, [])
        for place in (TOOLS, NOTE):
            html = place.sub(lambda match: match[0] + self._links(match[1]), html)
        asked = ChapterQuestions(self.study.questions, self.voices)
        if head := MINUTE.search(html) or TITLE.search(html):
            html = html[: head.end()] + asked.aims(number) + html[head.end() :]
        end = (self._end(chapter, ends) if ends else "") + asked.section(number)
        at = begin_of_notes(html)
        return html[:at] + end + html[at:] + asked.key(number)

    @cached_property
    def _ends(self) -> dict[int, list[EndItem]]:
        ends: dict[int, list[EndItem]] = {}
        for item in self.study.ends.values():
            ends.setdefault(item.chapter, []).append(item)
        return ends

    @cached_property
    def _speakers(self) -> dict[str, Counter[str]]:
        """Return how many statements each speaker has, by the path of the chapter."""
        counted: dict[str, Counter[str]] = {}
        for said in self.voices.guide.statements:
            counted.setdefault(said.chapter, Counter())[said.speaker] += 1
        return counted

    @cached_property
    def _nodes(self) -> dict[str, dict[str, Node]]:
        """Return, by paragraph or note, the nodes that its statements serve, each by its code.

        What is left unsaid has no place in the text.
        """
        nodes: dict[str, dict[str, Node]] = {}
        for node in self.study.argument.nodes.values():
            reason = self.study.argument.reason_of(node)
            for statement in self.voices.of(node.at) if reason.kind in CODES else ():
                nodes.setdefault(statement.paragraph, {}).setdefault(code(reason), node)
        return nodes

    def _links(self, at: str) -> str:
        """Return a link to the node of each code: a reason, or the evidence given for it here."""
        links = " ".join(
            f'<a href="{self.voices.page_url(f"{PAGE}#{node.id}")}" '
            f'title="{escape(self._title(node))}" aria-label="{escape(self._title(node))}">'
            f"{name}</a>"
            for name, node in self._nodes.get(at, {}).items()
        )
        return f'<span class="serves" data-search-exclude>{links}</span>' if links else ""

    def _title(self, node: Node) -> str:
        reason = self.study.argument.reason_of(node)
        return f"{does(reason)}: {reason.name or reason.says}".replace("  ", " ")

    def _end(self, chapter: Chapter, ends: list[EndItem]) -> str:
        shown = "".join(
            f"<li>{escape(item.says, quote=False)}{self.voices.listed(item.at)}</li>"
            for item in ends
            if item.kind == "shown"
        )
        change = "".join(
            f"<li>{escape(item.says, quote=False)}</li>" for item in ends if item.kind == "change"
        )
        return (
            '<section class="chapter-end" aria-labelledby="chapter-end" data-unlinked '
            'data-search-exclude><h2 class="ours" id="chapter-end">What this chapter has shown</h2>'
            f"<ul>{shown}</ul><p>{self._whose_word(chapter)}</p>"
            f"<h3>What would change it</h3><p>Nothing of this is in the article.</p>"
            f"<ul>{change}</ul></section>"
        )

    def _whose_word(self, chapter: Chapter) -> str:
        """Return a sentence that counts the statements of a chapter by speaker."""
        counted = self._speakers.get(chapter.path, Counter())
        labels = self.voices.guide.speaker_labels
        parts = [f"{number} {labels[speaker]}" for speaker, number in counted.most_common()]
        return f"On whose word: of its {counted.total()} statements, {', '.join(parts)}."


def begin_of_notes(html: str) -> int:
    """Return where the notes of a chapter begin, with their heading, or where it ends."""
    notes = html.find(NOTES)
    if notes < 0:
        return len(html)
    text = html[:notes].rstrip()
    return text.rfind(HEADING) if text.endswith(HEADING_END) else notes
