"""Every problem of a reader's own copy stands in the catalogue, as the importer says it."""

from pathlib import Path

import pytest

from annotated.own_copy import (
    commands,
    copy_store,
    decoding,
    fingerprint,
    import_problems,
    publish_guard,
)
from annotated.own_copy.fingerprint import Fingerprint, Trace
from cases import find
from conftest import ROOT
from problem_codes import CATALOGUE, ENTRY, OF_A_COPY, codes


def said(root: Path) -> set[str]:
    """Return what the importer says: in its cases, and of files that it does not even read."""
    (root / copy_store.FOLDER).mkdir()
    (root / copy_store.FOLDER / "01.md").write_text("", encoding="utf-8")
    known = {number: Trace(1, "", "", ()) for number in range(13)}
    problems = [
        *commands.read_file("nowhere.txt")[1],
        *decoding.too_large("copy.txt", 50_000_000),
        *fingerprint.read("")[1],
        *import_problems.of_fingerprint(range(14), Fingerprint("salt", known)),
        *publish_guard.check(root, root / "site"),
    ]
    cases = [case.path.read_text(encoding="utf-8") for case in find("original")]
    return {*map(str, problems), *"\n".join(cases).split("\n")}


def test_every_code_of_the_importer_has_an_entry_and_no_other() -> None:
    used = {
        code
        for path in (ROOT / "hooks" / "annotated" / "own_copy").glob("*.py")
        for code in codes(path)
    }
    listed = [code for code, _, _ in ENTRY.findall(CATALOGUE) if OF_A_COPY.match(code)]

    assert len(used) > 10
    assert sorted(used) == listed


@pytest.mark.parametrize(
    ("code", "example"),
    [(code, example) for code, example, _ in ENTRY.findall(CATALOGUE) if OF_A_COPY.match(code)],
)
def test_every_example_is_what_the_importer_says(tmp_path: Path, code: str, example: str) -> None:
    assert example.endswith(f"[{code}]")
    assert example in said(tmp_path)
