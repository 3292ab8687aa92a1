"""Grid of all statements: a column for each paragraph, in which a block is one statement.

Where the screen is narrow, a style sheet lays each column on its side. The blocks are for pointers;
whoever listens, or has no pointer, reads the same as a list below it, with a link a paragraph.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from html import escape
from itertools import groupby

from annotated.content.chapters import Chapter
from annotated.content.statements import Statement
from annotated.core import short_json
from annotated.model.remarks import Remark
from annotated.model.vocabulary import SPEAKERS
from annotated.site.guide_index import DOCS, GuideIndex
from annotated.study.voices import hangs

# The script with the words of the statements, from the root of the site.
WORDS = "assets/front/words.js"
# A statement is opened with the lens on that shows who says it.
LENS = "?lens=who"
# How often the number of a paragraph stands at its column.
NUMBERED = 5


@dataclass(frozen=True)
class StatementGrid:
    """Draws the grid; `page_url` returns the URL of a page by its path below `docs/`."""

    index: GuideIndex
    page_url: Callable[[str], str]

    def html(self, words_url: str) -> str:
        """Return the grid with its key and its list, or "" where nothing is stated.

        `words_url` is where the page finds the words of the statements.
        """
        if not self.index.parts:
            return ""
        stretches = "".join(
            self._stretch(number, chapter)
            for number, chapter in enumerate(self.index.guide.chapters, start=1)
        )
        return (
            '<figure class="weave" data-search-exclude data-unlinked '
            f'data-words="{words_url}">'
            f'{self._key()}<ol class="stretches">{stretches}</ol>'
            f'<figcaption class="under"><div class="finding">{self.finding()}</div>'
            f'<div class="readout"></div></figcaption></figure>{self._list()}'
        )

    def finding(self) -> str:
        """Return in a few sentences whose word the chapters are, or "" where nobody reports."""
        parts, said = self.index.parts, self.index.evidence.labels["group"]
        chapters = [chapter for chapter in self.index.guide.chapters if self._of(chapter)]
        total = _number(parts, "group")
        if not total:
            return ""
        most = max(chapters, key=self._share)
        least = min(chapters, key=self._share)
        alone = sum(self.index.evidence.alone(part) == "group" for part in parts)
        bare = sum(map(self._is_bare, parts))
        mostly = "Most of chapter" if self._share(most) > 1 / 2 else "A good part of chapter"
        return (
            f"{mostly} {self._named(most)} is the group’s own word: {self._counted(most)} "
            f"statements are {said}. In chapter {self._named(least)} it is {self._counted(least)}. "
            f"Of all {total} that are {said}, {alone} have no other voice beside them; and "
            f"{bare} of the {len(parts)} statements of the article rest on no note."
        )

    def _named(self, chapter: Chapter) -> str:
        number = self.index.guide.chapters.index(chapter) + 1
        return f'{number}, <a href="{self._url(chapter)}">{escape(chapter.title)}</a>,'

    def _counted(self, chapter: Chapter) -> str:
        statements = self._of(chapter)
        return f"{_number(statements, 'group')} of {len(statements)}"

    def _share(self, chapter: Chapter) -> float:
        statements = self._of(chapter)
        return _number(statements, "group") / len(statements)

    def _of(self, chapter: Chapter) -> Sequence[Statement]:
        return self.index.parts_of.get(chapter.path.removeprefix(DOCS), [])

    def _url(self, chapter: Chapter, rest: str = "") -> str:
        return self.page_url(chapter.path.removeprefix(DOCS)) + rest

    def _is_bare(self, statement: Statement) -> bool:
        return not self.index.evidence.support(statement).notes

    def _stretch(self, number: int, chapter: Chapter) -> str:
        columns = "".join(
            self._column(chapter, label, [*statements])
            for label, statements in groupby(self._of(chapter), key=lambda one: one.label)
        )
        said = self.index.evidence.labels["group"]
        return (
            f'<li class="stretch"><p><a href="{self._url(chapter)}"><b>{number}</b>&nbsp;'
            f'{escape(chapter.title)}</a> <span class="share"><i class="group"></i>'
            f'{self._counted(chapter)}<span class="visually-hidden"> statements are {said}</span>'
            f'</span></p><div class="columns" aria-hidden="true">{columns}</div></li>'
        )

    def _column(self, chapter: Chapter, label: str, statements: Sequence[Statement]) -> str:
        blocks = "".join(self._block(chapter, statement) for statement in statements)
        number = statements[0].paragraph
        plain = "" if number.isdigit() and int(number) % NUMBERED == 0 else " plain"
        return f'<div class="column"><span class="number{plain}">{label}</span>{blocks}</div>'

    def _block(self, chapter: Chapter, statement: Statement) -> str:
        classes = ["block", statement.speaker]
        if self._is_bare(statement):
            classes.append("bare")
        if statement.id in self._remarks:
            classes.append("flagged")
        href = self._url(chapter, f"{LENS}#{statement.id}")
        return f'<a class="{" ".join(classes)}" href="{href}" tabindex="-1"></a>'

    def words(self) -> str:
        """Return a script with what a pointer is told of the blocks, read when it is first asked.

        For each block in order: the words of the statement, its support, the subjects of its
        remarks. A script it is because a page on a disk may read no other file.
        """
        told = [
            (
                statement.text,
                self.index.evidence.support(statement).words,
                "; ".join(remark.subject for remark in self._remarks.get(statement.id, ())),
            )
            for statement in self.index.parts
        ]
        return f"window.statementWords = {short_json.text(told)};\n"

    @cached_property
    def _remarks(self) -> dict[str, list[Remark]]:
        """Return the remarks that change the argument, by the statement on whose words they are."""
        found: dict[str, list[Remark]] = {}
        for remark in self.index.guide.remarks:
            if remark.weight == "argument":
                for statement in self.index.parts:
                    if hangs(remark, statement):
                        found.setdefault(statement.id, []).append(remark)
        return found

    def _key(self) -> str:
        parts, labels = self.index.parts, self.index.evidence.labels
        speakers = "".join(
            f'<li data-speaker="{speaker}"><i class="block {speaker}"></i>'
            f"<span>{labels[speaker]}</span> <b>{_number(parts, speaker)}</b></li>"
            for speaker in SPEAKERS
        )
        flagged = len(self._remarks)
        return (
            f'<ul class="key">{speakers}'
            f'<li><i class="block author bare"></i><span>pale: no note</span> '
            f"<b>{sum(map(self._is_bare, parts))}</b></li>"
            '<li><i class="block author flagged"></i><span>a remark that changes the '
            f"argument</span> <b>{flagged}</b></li></ul>"
        )

    def _list(self) -> str:
        items = "".join(
            self._item(chapter, label, [*statements])
            for chapter in self.index.guide.chapters
            for label, statements in groupby(self._of(chapter), key=lambda one: one.label)
        )
        return (
            '<details class="as-list" data-search-exclude data-unlinked>'
            f"<summary>The same as a list</summary><ol>{items}</ol></details>"
        )

    def _item(self, chapter: Chapter, label: str, statements: Sequence[Statement]) -> str:
        labels = self.index.evidence.labels
        counted = Counter(statement.speaker for statement in statements)
        said = ", ".join(
            f"{counted[speaker]} {labels[speaker]}" for speaker in SPEAKERS if counted[speaker]
        )
        bare = sum(map(self._is_bare, statements))
        without = f"; {bare} without a note" if bare else ""
        href = self._url(chapter, f"{LENS}#{statements[0].anchor}")
        return f'<li><a href="{href}">{label}</a> {said}{without}</li>'


def _number(statements: Iterable[Statement], speaker: str) -> int:
    return sum(statement.speaker == speaker for statement in statements)
