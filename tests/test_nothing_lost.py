"""A build that fails or is killed loses nothing; two builds of one state are the same."""

import os
import shutil
import signal
import subprocess
import time
from pathlib import Path

import pytest

from conftest import build, change, copied, different, files

LAST = "the last good site"
PATIENCE = 60


@pytest.fixture
def kept(copy: Path) -> Path:
    """Return a copy of the project in which a site stands."""
    (copy / "site").mkdir()
    (copy / "site" / "index.html").write_text(LAST, encoding="utf-8")
    return copy


def test_a_failed_build_leaves_the_last_site(kept: Path) -> None:
    change(kept / "docs" / "places" / "rawa.md", "spellings:", "spelings:")

    done = subprocess.run(["make", "build"], cwd=kept, check=False, capture_output=True)

    assert done.returncode != 0
    assert files(kept / "site") == {"index.html": LAST.encode()}


def test_a_killed_build_leaves_the_last_site(kept: Path) -> None:
    building = subprocess.Popen(
        ["make", "build"],
        cwd=kept,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    until = time.monotonic() + PATIENCE
    while not (kept / ".build" / "site" / "places").exists() and time.monotonic() < until:
        time.sleep(0.02)
    os.killpg(building.pid, signal.SIGKILL)
    building.wait()

    assert building.returncode == -signal.SIGKILL
    assert (kept / ".build" / "site" / "places").exists()
    assert files(kept / "site") == {"index.html": LAST.encode()}


def test_a_build_after_a_killed_one_succeeds(kept: Path) -> None:
    (kept / ".build" / "site").mkdir(parents=True)
    (kept / ".build" / "site" / "half.html").write_text("half a page", encoding="utf-8")
    (kept / ".build" / "last").mkdir()

    done = subprocess.run(["make", "build"], cwd=kept, check=False, capture_output=True)

    assert done.returncode == 0, done.stderr
    assert "half.html" not in files(kept / "site")
    assert (kept / "site" / "index.html").read_text(encoding="utf-8") != LAST
    assert list((kept / ".build").iterdir()) == []


def test_two_builds_are_the_same_on_two_paths_and_in_two_time_zones(tmp_path: Path) -> None:
    one, other = tmp_path / "one", tmp_path / "another path" / "deeper"
    for folder, zone in ((one, "Pacific/Kiritimati"), (other, "Pacific/Pago_Pago")):
        folder.mkdir(parents=True)
        build(copied(folder), folder / "site", TZ=zone, SOURCE_DATE_EPOCH="1512691200")
        shutil.rmtree(folder / "docs")

    assert "sitemap.xml.gz" in files(one / "site")
    assert different(files(one / "site"), files(other / "site")) == []
