"""A build that fails or is killed loses nothing; two builds of one state are the same."""

import os
import signal
import subprocess
import time
import tomllib
from pathlib import Path

import pytest

from conftest import ROOT, build, copied, different, files

LAST = "the last good site"
PATIENCE = 60


@pytest.fixture
def kept(copy: Path) -> Path:
    """Return a copy of the project in which a site stands."""
    (copy / "site").mkdir()
    (copy / "site" / "index.html").write_text(LAST, encoding="utf-8")
    return copy


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


def test_what_a_kill_between_two_sites_has_left_is_put_back(kept: Path) -> None:
    (kept / ".build").mkdir()
    (kept / "site").rename(kept / ".build" / "site.last")
    (kept / "docs" / "places" / "hidden\u200b.md").write_text("", encoding="utf-8")

    done = subprocess.run(["make", "build"], cwd=kept, check=False, capture_output=True)

    assert done.returncode != 0
    assert files(kept / "site") == {"index.html": LAST.encode()}


def test_the_site_is_built_and_packed_after_a_killed_build(kept: Path) -> None:
    (kept / ".build" / "site").mkdir(parents=True)
    (kept / ".build" / "site" / "half.html").write_text("half a page", encoding="utf-8")
    (kept / ".build" / "site.last").mkdir()

    done = subprocess.run(["make", "downloads"], cwd=kept, check=False, capture_output=True)

    assert done.returncode == 0, done.stderr
    assert "half.html" not in files(kept / "site")
    assert (kept / "site" / "index.html").read_text(encoding="utf-8") != LAST
    assert list((kept / ".build").glob("site*")) == []
    version = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"]
    (archive,) = (kept / "site" / "downloads").glob("*.zip")
    assert archive.name == f"insurgents-again-annotated-{version}.zip"


def test_two_builds_are_the_same_on_two_paths_and_in_two_time_zones(
    site: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "another path" / "deeper"
    folder.mkdir(parents=True)
    zone = "Pacific/Kiritimati"
    assert zone != os.environ.get("TZ")

    build(copied(folder), folder / "site", TZ=zone)

    assert "sitemap.xml.gz" in files(site)
    # The package of cards has the time of the last commit, which a copy of the files lacks.
    assert set(different(files(site), files(folder / "site"))) <= {"study/deck.apkg"}
