"""Problem codes, as the source of the core, the cases and the catalogue hold them."""

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
MAKERS = {"Problem", "YamlFile", "InvalidValue", "Fault", "problem", "_problem", "fault"}


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
        if isinstance(node, ast.arguments) and any(arg.arg == "code" for arg in node.args):
            given = list(node.defaults)
        for problem in given:
            if isinstance(problem, ast.Constant) and CODE.fullmatch(str(problem.value)):
                yield str(problem.value)
