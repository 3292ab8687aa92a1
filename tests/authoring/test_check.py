"""What `make check` prints: for a person at a terminal, and for the checks on a change."""

import json
import os
import pty
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from annotated.core.problems import RED, YELLOW, Problem
from conftest import ROOT, change
from guides import annotate_another

PROBLEM = Problem("docs/places/rawa.md", 4, "unknown field 'x'. Did you mean 'y'?", "some-code")
COLOUR = re.compile(r"\x1b\[\d+m")
COMMAND = [sys.executable, "-m", "annotated", "check"]
CODE = {"PYTHONPATH": str(ROOT / "hooks")}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Return the folder of a guide to the invented article, to break."""
    annotate_another(tmp_path)
    return tmp_path


def on_a_terminal(root: Path, **environment: str) -> str:
    """Return what the command prints where its output is a terminal."""
    here, there = pty.openpty()
    env = os.environ | CODE | environment
    with subprocess.Popen(COMMAND, cwd=root, env=env, stdout=there):
        os.close(there)
        out = b""
        while True:
            try:
                out += os.read(here, 1024)
            except OSError:  # the terminal was closed at the other end
                break
    os.close(here)
    return out.decode()


def into_a_pipe(root: Path) -> subprocess.CompletedProcess[str]:
    """Run the command as the checks on a change do."""
    env = os.environ | CODE
    return subprocess.run(
        COMMAND, cwd=root, env=env, check=False, capture_output=True, encoding="utf-8"
    )


def test_colours_change_no_character() -> None:
    assert COLOUR.sub("", PROBLEM.coloured) == str(PROBLEM)
    assert len(COLOUR.findall(PROBLEM.coloured)) > 0


def test_there_are_colours_on_a_terminal_unless_they_are_not_wanted(project: Path) -> None:
    change(project / "docs" / "places" / "karsk.md", "spellings:", "spelings:")

    assert COLOUR.search(on_a_terminal(project, NO_COLOR=""))
    assert not COLOUR.search(on_a_terminal(project, NO_COLOR="1"))
    piped = into_a_pipe(project)
    assert piped.returncode == 1
    assert not COLOUR.search(piped.stdout)


def test_colours_tell_an_error_from_what_an_editor_decides() -> None:
    doubt = replace(PROBLEM, for_editor=True)

    assert COLOUR.sub("", doubt.coloured) == f"{PROBLEM} (for an editor to decide)"
    assert RED in PROBLEM.coloured
    assert YELLOW in doubt.coloured
    assert RED not in doubt.coloured


def test_what_an_editor_decides_stops_nothing(project: Path) -> None:
    more = "@misc{zzz-spare, title = {{A}}, year = {2017}, kind = {press}}\n"
    (project / "bibliography" / "more.bib").write_text(more, encoding="utf-8")

    done = into_a_pipe(project)

    assert done.returncode == 0
    assert "[source-never-cited] (for an editor to decide)" in done.stdout
    assert "0 errors, 1 for an editor to decide" in done.stdout


@pytest.mark.parametrize(
    ("number", "severity", "for_editor"), [(0, "error", False), (1, "warning", True)]
)
def test_a_problem_becomes_a_remark_at_its_line_of_a_proposed_change(
    number: int, severity: str, *, for_editor: bool
) -> None:
    told = json.loads((ROOT / ".github" / "problem-matcher.json").read_text(encoding="utf-8"))
    matcher = told["problemMatcher"][number]
    pattern = matcher["pattern"][0]

    match = re.match(pattern["regexp"], str(replace(PROBLEM, for_editor=for_editor)))

    assert matcher["severity"] == severity
    assert not re.match(pattern["regexp"], str(replace(PROBLEM, for_editor=not for_editor)))
    assert match
    assert match[pattern["file"]] == "docs/places/rawa.md"
    assert match[pattern["line"]] == "4"
    assert match[pattern["message"]] == "unknown field 'x'. Did you mean 'y'?"
    assert match[pattern["code"]] == "some-code"
    assert not re.match(pattern["regexp"], "0 errors, 0 for an editor to decide")
