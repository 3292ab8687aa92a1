"""Copies of articles for the tests: an invented one always, the real one where it lies beside."""

import re
from dataclasses import dataclass
from pathlib import Path

import pytest

from annotated.content import guide, source_files
from annotated.content.chapters import Chapter
from annotated.core.problems import Problem
from annotated.own_copy import fingerprint, importer
from annotated.own_copy.copy_model import Copy
from annotated.own_copy.copy_text import clean, without_private_use
from annotated.own_copy.fingerprint import Fingerprint
from conftest import ROOT

TEMPLATE = ROOT / "template"
INVENTED = ROOT / "tests" / "invented" / "article.txt"
REAL = ROOT.parent / "shared" / "article" / "insurgents-again.txt"


NUMBER_IN_BRACKETS = re.compile(r"\[(\d{1,3}|[a-z])\]")


@dataclass(frozen=True)
class Article:
    """An article: the file with its text, and what the guide to it knows."""

    path: Path
    chapters: list[Chapter]
    known: Fingerprint

    @property
    def labels(self) -> list[str]:
        """Return the numbers of its notes in the order of their marks."""
        return [
            note
            for chapter in self.chapters
            for paragraph in chapter.paragraphs
            for note in paragraph.notes
        ]

    def read(self, text: str | bytes) -> tuple[Copy, list[Problem]]:
        """Read a copy of it."""
        data = text.encode() if isinstance(text, str) else text
        return importer.read("copy.txt", data, self.chapters, self.known)

    def copy(self) -> Copy:
        """Return the copy that its file is."""
        copy, problems = self.read(self.path.read_bytes())
        assert problems == []
        return copy


def article(root: Path, path: Path) -> Article:
    """Return the article that the guide at `root` is about."""
    texts = source_files.texts(root)
    known, problems = fingerprint.read(texts[fingerprint.FILE])
    assert problems == []
    return Article(path, guide.read(texts)[0].chapters, known)


@pytest.fixture(params=["invented", "real"])
def sample(request: pytest.FixtureRequest) -> Article:
    """Return the invented article, and the real one where it lies beside the project."""
    if request.param == "invented":
        return article(TEMPLATE, INVENTED)
    if not REAL.exists():
        pytest.skip("no copy of the article lies beside the project")
    return article(ROOT, REAL)


def compared(text: str) -> str:
    """Return a text of a copy as it is compared: without our signs and the brackets of marks."""
    text = NUMBER_IN_BRACKETS.sub(r"\1", without_private_use(clean(text)))
    return " ".join(text.split())
