"""A small article in every form in which it may come is read whole, or what is wrong is said."""

from collections.abc import Iterator
from functools import cache

import pytest

from annotated.content import chapters
from annotated.content.chapters import Chapter
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


@cache
def common_fingerprint() -> Fingerprint:
    """Return the fingerprint of the article that most of the cases are copies of."""
    control = read(FOLDER_OF_READ / "control.txt")
    return first_alignment.make(*copy_of(control), retold(control), "salt")[0]


def shown(copy: Copy) -> Iterator[str]:
    """Yield what a copy holds, a line for each of its parts, with its marks as [^1]."""
    for number, text in copy.paragraphs.items():
        if number in copy.headings:
            yield f"# {copy.headings[number]}"
        yield without_private_use(f"¶{number}: " + NOTE_MARK.sub(r"[^\1]", text))
    yield from (f"[^{label}]: {without_private_use(text)}" for label, text in copy.notes.items())
    yield from (f"left out, {name}: {line}" for name, line in copy.left_out)
    yield from copy.remarks


@pytest.mark.parametrize("case", find("original/read"), ids=name)
def test_a_fingerprint_is_made_from_a_copy_that_is_then_read_by_it(case: Case) -> None:
    known, copy, problems = first_alignment.make(*copy_of(case), retold(case), "salt")

    outcome = "\n".join([*map(str, problems), *shown(copy)])
    case.expect("made" if "made" in case.parts else "read", outcome)
    if not problems:
        again, problems = importer.read(*copy_of(case), retold(case), known)
        assert problems == []
        assert again == copy


@pytest.mark.parametrize(
    "case",
    [case for case in find("original/read") if "same article" in case.parts],
    ids=name,
)
def test_a_copy_is_read_by_the_fingerprint_of_another(case: Case) -> None:
    copy, problems = importer.read(*copy_of(case), retold(case), common_fingerprint())

    case.expect("read", "\n".join([*map(str, problems), *shown(copy)]))
