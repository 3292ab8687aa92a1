"""Checks of remarks: each is on something that is there, and on words that stand there once."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from annotated.authoring import new
from annotated.content import front_matter
from annotated.content.guide import Guide
from annotated.content.statements import plain
from annotated.core.problems import Problem, did_you_mean
from annotated.model.remarks import ENTITY_FOLDERS, Attachment, Remark

# The line that closes a paragraph.
CLOSING = re.compile(r"^[ >]*\{[^}]*\}\s*$", re.MULTILINE)


def check(guide: Guide, files: Mapping[str, str]) -> Iterator[Problem]:
    """Yield what is wrong with a remark beside the text, the notes, the sources and the entries.

    `files` are those of the remarks by path.
    """
    checker = _Checker(guide, files)
    for remark in guide.remarks:
        yield from checker.faults(remark)


def words_in(paragraph: str, words: str) -> int:
    """Return how often `words` stand in what a reader sees of a paragraph, given as Markdown."""
    visible = " ".join(plain(CLOSING.sub("", paragraph)).split())
    pattern = r"\s+".join(map(re.escape, words.split()))
    return len(re.findall(rf"(?<!\w){pattern}(?!\w)", visible))


@dataclass(frozen=True)
class _Checker:
    guide: Guide
    files: Mapping[str, str]

    @cached_property
    def _paragraphs(self) -> dict[int, str]:
        return {
            paragraph.number: paragraph.markdown
            for chapter in self.guide.chapters
            for paragraph in chapter.paragraphs
        }

    def faults(self, remark: Remark) -> Iterator[Problem]:
        """Yield what is wrong with one remark."""
        for attachment in remark.at:
            yield from self._of_attachment(remark, attachment)
        head, _ = front_matter.read(remark.path, self.files[remark.path])
        for key in remark.sources:
            yield from self._of_source(remark, head.line_of("sources"), key)
        if (at := remark.body.find(new.REMARK_BODY.strip())) >= 0:
            line = remark.body_line + remark.body.count("\n", 0, at)
            message = f"still says '{new.REMARK_BODY.split(',')[0]}…'. Write the text in its place."
            yield Problem(remark.path, line, message, "entry-unfilled")

    def _of_attachment(self, remark: Remark, attachment: Attachment) -> Iterator[Problem]:
        kind, name = attachment.target
        if kind == "paragraph":
            yield from self._of_paragraph(remark, attachment)
        elif kind == "source":
            yield from self._of_source(remark, attachment.line, name)
        elif kind == "note" and name not in self.guide.endnotes.notes:
            message = f"'note: {name}' is no note of the article."
            missed = f"note {name}"
            yield _problem(remark, attachment.line, message, "reference-unknown", missed)
        elif kind in ENTITY_FOLDERS:
            yield from self._of_entity(remark, attachment)

    def _of_paragraph(self, remark: Remark, attachment: Attachment) -> Iterator[Problem]:
        number, words = attachment.paragraph or 0, attachment.words
        if number not in self._paragraphs:
            message = f"'paragraph: {number}' names a paragraph that the text does not have."
            missed = f"paragraph {number}"
            yield _problem(remark, attachment.line, message, "reference-unknown", missed)
            return
        count = words_in(self._paragraphs[number], words)
        if count == 1:
            return
        message = f"'{words}' does not stand in ¶{number}. Copy words that a reader sees there."
        if count:
            message = f"'{words}' stands {count} times in ¶{number}. Add a word before or after it."
        yield _problem(remark, attachment.line, message, "remark-words-wrong", "")

    def _of_source(self, remark: Remark, line: int, key: str) -> Iterator[Problem]:
        known = self.guide.source_keys
        if key not in known:
            message = f"'{key}' is no source.{did_you_mean(key, known)}"
            yield _problem(remark, line, message, "source-unknown", f"source {key}")

    def _of_entity(self, remark: Remark, attachment: Attachment) -> Iterator[Problem]:
        kind, name = attachment.target
        catalogue, folder = self.guide.catalogue, ENTITY_FOLDERS[kind]
        if catalogue.folders.get(name) != folder:
            message = f"'{kind}: {name}' names no file of {folder}/."
            message += did_you_mean(name, catalogue.ids_in((folder,)))
            yield _problem(remark, attachment.line, message, "entity-unknown", f"entity {name}")


def _problem(remark: Remark, line: int, message: str, code: str, missed: str) -> Problem:
    return Problem(remark.path, line, message, code, misses=missed)
