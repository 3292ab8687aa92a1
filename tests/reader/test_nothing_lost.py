"""A build that fails or is killed loses nothing."""

import os
import signal
import subprocess
import time
import tomllib
from pathlib import Path

import pytest

from commands import make
from conftest import ROOT, files
from guides import annotate_another_to_make

LAST = "the last good site"
PATIENCE = 60
# Has a build wait when all pages are written, and tell so.
HELD = """
def on_post_build(**_):
    import pathlib, time
    pathlib.Path("held").touch()
    time.sleep(600)
"""


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    """Return the folder of a guide in which a site stands."""
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "index.html").write_text(LAST, encoding="utf-8")
    return annotate_another_to_make(tmp_path)


@pytest.mark.slow
def test_a_killed_build_leaves_the_last_site(kept: Path) -> None:
    with (kept / "hooks" / "mkdocs_hook.py").open("a", encoding="utf-8") as hook:
        hook.write(HELD)
    building = subprocess.Popen(
        ["make", "build"],
        cwd=kept,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    until = time.monotonic() + PATIENCE
    while not (kept / "held").exists() and time.monotonic() < until:
        time.sleep(0.02)
    os.killpg(building.pid, signal.SIGKILL)
    building.wait()

    assert building.returncode == -signal.SIGKILL
    assert (kept / ".build" / "site" / "places").exists()
    assert files(kept / "site") == {"index.html": LAST.encode()}


@pytest.mark.slow
def test_what_a_kill_between_two_sites_has_left_is_put_back(kept: Path) -> None:
    (kept / ".build").mkdir()
    (kept / "site").rename(kept / ".build" / "site.last")
    (kept / "docs" / "places" / "hidden\u200b.md").write_text("", encoding="utf-8")

    done = make(kept, "build")

    assert done.returncode != 0
    assert "[id-malformed]" in done.stdout
    assert files(kept / "site") == {"index.html": LAST.encode()}


@pytest.mark.slow
def test_the_site_is_built_and_packed_after_a_killed_build(kept: Path) -> None:
    (kept / ".build" / "site").mkdir(parents=True)
    (kept / ".build" / "site" / "half.html").write_text("half a page", encoding="utf-8")
    (kept / ".build" / "site.last").mkdir()

    done = make(kept, "downloads")

    assert done.returncode == 0, done.stderr
    assert "half.html" not in files(kept / "site")
    assert (kept / "site" / "index.html").read_text(encoding="utf-8") != LAST
    assert list((kept / ".build").glob("site*")) == []
    version = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"]
    (archive,) = (kept / "site" / "downloads").glob("*.zip")
    assert archive.name == f"the-ferry-war-of-lake-ostrel-annotated-{version}.zip"
