"""A reader's own copy is never published."""

import shutil
from pathlib import Path

import pytest

from commands import make
from conftest import REQUIREMENTS, ROOT


@pytest.fixture
def published(tmp_path: Path) -> Path:
    """Return a folder with the Makefile and an environment, and nothing woven yet."""
    for name in ("Makefile", "mkdocs.yml"):
        shutil.copy2(ROOT / name, tmp_path)
    for name in REQUIREMENTS:
        shutil.copy2(ROOT / name, tmp_path)
    (tmp_path / ".venv").symlink_to(ROOT / ".venv")
    (tmp_path / "hooks").symlink_to(ROOT / "hooks")
    return tmp_path


def test_nothing_is_published_beside_a_copy(published: Path, guide: Path) -> None:
    assert make(published, "publish-guard").returncode == 0
    shutil.copytree(guide / "original", published / "original")

    done = make(published, "publish-guard")

    assert done.returncode != 0
    assert "original:1: your own copy of the article lies here" in done.stderr
    assert "[original-would-be-published]" in done.stderr


def test_no_woven_site_is_published(published: Path, woven: Path, bare: Path) -> None:
    (published / "site").symlink_to(bare)
    assert make(published, "publish-guard").returncode == 0
    (published / "site").unlink()
    shutil.copytree(woven, published / "site")

    done = make(published, "publish-guard")

    assert done.returncode != 0
    assert "site/chapters/02-winter.html:1: this page has your own copy" in done.stderr


def test_no_woven_site_is_saved_in_a_browser(woven: Path, bare: Path) -> None:
    for site, saved in ((woven, False), (bare, True)):
        assert (site / "service-worker.js").exists() == saved
        assert ("serviceWorker" in (site / "assets" / "guide.js").read_text("utf-8")) == saved
