"""Ids of statements: `p49-s3` in paragraph 49, `nb-s1` in note b, each typed in its span.

An id lasts. A new statement has the number above the highest that stands for its paragraph
anywhere in the files, so that none is given again while something names it, and no other moves.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from annotated.content.chapter_blocks import OWN_NOTE
from annotated.content.chapters import Chapter
from annotated.content.statements import Statement, spans, statements_of
from annotated.core.problems import Problem

PARAGRAPH = re.compile(r"\d+|[a-z]")
ID = re.compile(r"\b(p\d+|n[a-z])-s(\d+)\b")


def problems(statements: Iterable[Statement], texts: Mapping[str, str]) -> Iterator[Problem]:
    """Yield a problem for each statement whose id is missing, wrong, or that of another."""
    numbers = Numbers(texts)
    first: dict[str, Statement] = {}
    for statement in _marked(statements):
        path, line, earlier = statement.chapter, statement.line, first.get(statement.id)
        if not statement.id:
            message = (
                f"'{_beginning(statement)}' has no id. Type '#{numbers.next(statement)}' into "
                "its braces, or let 'make fix' do so."
            )
            yield Problem(path, line, message, "statement-without-id")
        elif not _fits(statement):
            where = f"'#{statement.id}' is not the form of an id in {statement.label}"
            message = f"{where}. Write '#{numbers.next(statement)}'."
            yield Problem(path, line, message, "statement-id-wrong")
        elif earlier:
            where = f"'#{statement.id}' is also the id on line {earlier.line}"
            message = f"{where}. Give the later one '#{numbers.next(statement)}'."
            yield Problem(path, line, message, "statement-id-wrong")
        first.setdefault(statement.id, statement)


@dataclass(frozen=True)
class Numbers:
    """The highest number of a statement of each paragraph that stands in `texts`."""

    texts: Mapping[str, str]

    @cached_property
    def _highest(self) -> Counter[str]:
        highest: Counter[str] = Counter()
        for text in self.texts.values():
            for prefix, number in ID.findall(text):
                highest[prefix] = max(highest[prefix], int(number))
        return highest

    def next(self, statement: Statement) -> str:
        """Return the next free id of the paragraph or note of a statement, and take it."""
        prefix = _prefix(statement)
        self._highest[prefix] += 1
        return f"{prefix}-s{self._highest[prefix]}"


def typed(chapters: Iterable[Chapter], texts: Mapping[str, str]) -> dict[str, str]:
    """Return the text of each chapter, by its path, to which ids had to be added."""
    numbers, changed = Numbers(texts), {}
    for chapter in chapters:
        lines = texts[chapter.path].split("\n")
        missing = [statement for statement in _marked(statements_of(chapter)) if not statement.id]
        for number, statements in groupby(missing, key=lambda statement: statement.line):
            ids = iter([numbers.next(statement) for statement in statements])
            lines[number - 1] = _with_ids(lines[number - 1], ids)
            changed[chapter.path] = "\n".join(lines)
    return changed


def _with_ids(line: str, ids: Iterator[str]) -> str:
    note = OWN_NOTE.match(line)
    text = line[note.start(2) if note else 0 :].strip().lstrip("> ")
    start = line.index(text)
    places = [start + span.mark for span in spans(text) if span.speaker and not span.id]
    for place, id_ in reversed([*zip(places, ids, strict=False)]):
        opening = re.compile(r"\{:? ?").match(line, place)
        if opening:
            line = f"{line[: opening.end()]}#{id_} {line[opening.end() :]}"
    return line


def _marked(statements: Iterable[Statement]) -> Iterator[Statement]:
    """Yield the statements that say who speaks, but for those of what is no note of the article."""
    for statement in statements:
        if statement.speaker and PARAGRAPH.fullmatch(statement.paragraph):
            yield statement


def _prefix(statement: Statement) -> str:
    return f"{'p' if statement.paragraph.isdigit() else 'n'}{statement.paragraph}"


def _fits(statement: Statement) -> bool:
    match = ID.fullmatch(statement.id)
    return match is not None and match[1] == _prefix(statement) and match[2][0] != "0"


def _beginning(statement: Statement) -> str:
    return " ".join(statement.text.split()[:6]) + "…"
