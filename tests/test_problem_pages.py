"""Every problem code has its cases, and its place in the catalogue that contributors read."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from conftest import ROOT

CASES = ROOT / "tests" / "cases" / "problems"
CATALOGUE = (ROOT / "docs" / "about" / "problems.md").read_text(encoding="utf-8")
ENTRY = re.compile(r"^## .+ \{ #([a-z0-9-]+) \}\n\n```\n(.+)\n```\n\n(\S.+)$", re.MULTILINE)
CODE = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)+")
# The problems of a reader’s own copy have their cases apart.
OF_A_COPY = re.compile(r"(?:original|fingerprint)-")
# What makes a problem: the last argument in words is its code.
MAKERS = {"Problem", "Misfit", "Fault", "problem", "_problem", "fault"}


def used() -> set[str]:
    """Return the codes in the source of the core."""
    core = (ROOT / "hooks" / "annotated").rglob("*.py")
    return {code for path in core if "own_copy" not in path.parts for code in codes(path)}


def codes(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        given: list[ast.expr] = []
        if isinstance(node, ast.Call):
            name = getattr(node.func, "id", getattr(node.func, "attr", ""))
            given = [*node.args, *(word.value for word in node.keywords)] if name in MAKERS else []
        if isinstance(node, ast.arguments) and any(one.arg == "code" for one in node.args):
            given = list(node.defaults)
        for one in given:
            if isinstance(one, ast.Constant) and CODE.fullmatch(str(one.value)):
                yield str(one.value)


def test_the_codes_of_the_source_are_found() -> None:
    assert {"front-matter-wrong-value", "date-impossible", "source-unknown"} <= used()


def test_every_code_has_a_folder_of_cases_and_every_folder_its_code() -> None:
    assert {path.name for path in CASES.iterdir() if path.is_dir()} == used()


def test_every_code_stands_in_the_catalogue_once_in_order() -> None:
    listed = [code for code, _, _ in ENTRY.findall(CATALOGUE)]

    assert listed == sorted(listed)
    assert {code for code in listed if not OF_A_COPY.match(code)} == used()


def test_every_heading_of_the_catalogue_has_an_example_and_a_reason() -> None:
    assert len(ENTRY.findall(CATALOGUE)) == CATALOGUE.count("\n## ")


def test_every_example_is_what_a_case_reports() -> None:
    entries = [one for one in ENTRY.findall(CATALOGUE) if not OF_A_COPY.match(one[0])]
    for code, example, _ in entries:
        cases = [path.read_text(encoding="utf-8") for path in (CASES / code).glob("*.txt")]
        assert any(f"\n{example}\n" in case for case in cases), example
