"""A first build by two processes gives the site that one would, and fails as one would."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from conftest import ENVIRONMENT, build, different, files
from guides import annotate_another

pytestmark = [
    pytest.mark.built_site,
    pytest.mark.skipif(not hasattr(os, "fork"), reason="there is none without fork"),
]
# The first process waits for the second, so that the test sees its work however busy the machine.
WAITS = """
import runpy, sys, time
from annotated.core import second_process
from annotated.core.second_process import SecondProcess
from annotated.site.build import Build
second_process._cores = lambda: CORES
begin, link = SecondProcess.__init__, Build.link
def begin_and_wait(self, *args):
    begin(self, *args)
    AT_BEGIN
    while self._process.is_alive():
        self.has_done("")
        time.sleep(0.01)
    self.has_done("")
    print("done", len(self._done))
def link_all_but(self, path, html, title):
    if path == FAILS:
        raise ValueError("no such page")
    link(self, path, html, title)
SecondProcess.__init__, Build.link = begin_and_wait, link_all_but
sys.argv = ["annotated", "build"]
runpy.run_module("annotated", run_name="__main__")
"""


def built(
    root: Path, *, cores: int = 2, at_begin: str = "", fails: str = ""
) -> subprocess.CompletedProcess[str]:
    code = WAITS.replace("CORES", str(cores)).replace("AT_BEGIN", at_begin or "pass")
    return subprocess.run(
        [sys.executable, "-c", code.replace("FAILS", repr(fails))],
        cwd=root,
        env=os.environ | ENVIRONMENT | {"PYTHONPATH": "hooks"},
        check=False,
        capture_output=True,
        encoding="utf-8",
    )


@pytest.mark.parametrize(
    ("cores", "at_begin", "fewest"),
    [(2, "", 10), (1, "", None), (2, "self._process.kill()", 0)],
    ids=["two cores", "one core", "the second is killed"],
)
def test_the_site_is_that_of_one_process(
    tmp_path: Path, cores: int, at_begin: str, fewest: int | None
) -> None:
    root, anew = tmp_path / "guide", tmp_path / "anew"
    root.mkdir()
    annotate_another(root)
    done = built(root, cores=cores, at_begin=at_begin)
    assert done.returncode == 0, done.stderr
    counts = [int(line.split()[1]) for line in done.stdout.splitlines() if line.startswith("done")]
    assert [count for count in counts if count >= (fewest or 0)] == counts
    assert bool(counts) is (fewest is not None)

    build(root, anew)
    assert different(files(root / "site"), files(anew)) == []


def test_a_page_that_fails_is_told_once_by_the_first(tmp_path: Path) -> None:
    root = tmp_path / "guide"
    root.mkdir()
    annotate_another(root)
    failed = built(root, fails="places/karsk.md")
    assert failed.returncode
    assert failed.stderr.count("Error reading page 'places/karsk.md'") == 1
    assert failed.stderr.count("ValueError: no such page") == 1
