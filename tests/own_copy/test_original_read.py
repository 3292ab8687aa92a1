"""A small article in every form in which it may come is read whole, or what is wrong is said."""

from collections.abc import Iterator
from functools import cache

import pytest

from annotated.content import chapters
from annotated.content.chapters import Chapter
from annotated.core.problems import Problem
from annotated.own_copy import first_alignment, importer
from annotated.own_copy.copy_model import Copy
from annotated.own_copy.copy_text import NOTE_MARK, without_private_use
from annotated.own_copy.fingerprint import Fingerprint
from cases import FOLDER, Case, find, name, read

FOLDER_OF_READ = FOLDER / "original" / "read"
RETOLD = (FOLDER_OF_READ / "_retold.md").read_text(encoding="utf-8")


def retold(case: Case) -> list[Chapter]:
    """Return the chapters that a case retells, or those that most of them share."""
    found, problems = chapters.read({"docs/chapters/01.md": case.parts.get("retold", RETOLD)})
    assert problems == []
    return found


def copy_of(case: Case) -> tuple[str, bytes]:
    """Return the name and the bytes of the copy in a case."""
    path = next(part for part in case.parts if part.startswith("copy."))
    return path, case.parts[path].encode()


def own_fingerprint(case: Case) -> tuple[Fingerprint, list[Problem]]:
    """Return the fingerprint that is made from the copy of a case."""
    path, data = copy_of(case)
    source, _ = importer.source_of(path, data)
    return first_alignment.make(path, source.text, retold(case), "salt")


@cache
def common_fingerprint() -> Fingerprint:
    """Return the fingerprint of the article that most of the cases are copies of."""
    return own_fingerprint(read(FOLDER_OF_READ / "control.txt"))[0]


def shown(copy: Copy) -> Iterator[str]:
    """Yield what a copy holds, a line for each of its parts, with its marks as [^1]."""
    for number, text in copy.paragraphs.items():
        if number in copy.headings:
            yield f"# {copy.headings[number]}"
        yield without_private_use(f"¶{number}: " + NOTE_MARK.sub(r"[^\1]", text))
    yield from (f"[^{label}]: {without_private_use(text)}" for label, text in copy.notes.items())
    yield from (f"left out: {line}" for line in copy.left_out)
    yield from copy.remarks


def outcome(case: Case, known: Fingerprint) -> str:
    """Return what is read from the copy of a case, or the problems in it."""
    copy, problems = importer.read(*copy_of(case), retold(case), known)
    return "\n".join([*map(str, problems), *shown(copy)])


@pytest.mark.parametrize("case", find("original/read"), ids=name)
def test_a_copy_is_read_by_its_own_fingerprint(case: Case) -> None:
    known, problems = own_fingerprint(case)

    case.expect("read", "\n".join(map(str, problems)) or outcome(case, known))


@pytest.mark.parametrize(
    "case",
    [case for case in find("original/read") if "same article" in case.parts],
    ids=name,
)
def test_a_copy_is_read_by_the_fingerprint_of_another(case: Case) -> None:
    case.expect("read", outcome(case, common_fingerprint()))
