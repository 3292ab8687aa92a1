"""Builds and servers do not get in each other's way, and no copy of the article is published."""

import os
import shutil
import socket
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from annotated.core import command_lock
from annotated.mkdocs_host import commands
from conftest import ENVIRONMENT, ROOT


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a project with the last good site."""
    monkeypatch.delenv("CI", raising=False)
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "index.html").write_text("the last good site", encoding="utf-8")
    return tmp_path


def site(root: Path) -> str:
    return (root / "site" / "index.html").read_text(encoding="utf-8")


def test_a_build_that_succeeds_takes_the_place_of_the_last(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def run(*words: str) -> int:
        (root / words[-1]).mkdir(parents=True)
        (root / words[-1] / "index.html").write_text("new", encoding="utf-8")
        return 0

    monkeypatch.setattr(commands, "_run", run)

    assert commands.build(root) == (0, "Open site/index.html")
    assert site(root) == "new"
    assert list((root / ".build").iterdir()) == []


@pytest.mark.parametrize(
    "error", [None, OSError(28, "No space left on device"), KeyboardInterrupt()]
)
def test_a_build_that_fails_leaves_the_last_and_nothing_else(
    root: Path, monkeypatch: pytest.MonkeyPatch, error: BaseException | None
) -> None:
    def run(*words: str) -> int:
        (root / words[-1]).mkdir(parents=True)
        if error:
            raise error
        return 1

    monkeypatch.setattr(commands, "_run", run)

    if error:
        with pytest.raises(type(error)):
            commands.build(root)
    else:
        assert commands.build(root) == (1, "")
    assert site(root) == "the last good site"
    assert list((root / ".build").iterdir()) == []


def test_a_site_that_a_killed_build_has_put_aside_comes_back(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (root / ".build" / "site").mkdir(parents=True)
    (root / "site").rename(root / ".build" / "site.last")
    monkeypatch.setattr(commands, "_run", lambda *_: 1)

    commands.build(root)

    assert site(root) == "the last good site"


def test_of_two_builds_the_second_waits(guide: Path, tmp_path: Path) -> None:
    root = Path(shutil.copytree(guide, tmp_path / "guide"))
    environment = os.environ | ENVIRONMENT | {"PYTHONPATH": "hooks", "CI": ""}
    both = [
        subprocess.Popen(
            [sys.executable, "-m", "annotated", "build"],
            cwd=root,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            encoding="utf-8",
        )
        for _ in range(2)
    ]
    said = [process.communicate()[0] for process in both]

    assert [process.returncode for process in both] == [0, 0]
    assert [words.count("Open site/index.html") for words in said] == [1, 1]
    assert sorted(words.count(command_lock.WAITING) for words in said) == [0, 1]
    assert (root / "site" / "index.html").exists()
    assert {path.name for path in (root / ".build").iterdir()} == {"lock", "cache"}


def test_an_address_in_use_is_said_at_once_with_another(root: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as busy:
        port = busy.getsockname()[1]

        status, words = commands.serve(root, f"127.0.0.1:{port}")

    assert status == 1
    assert words == (
        f"127.0.0.1:{port}: address already in use. "
        f"Choose another: make serve ADDRESS=127.0.0.1:{port + 1}"
    )


@pytest.mark.parametrize("address", ["8000", "localhost", "127.0.0.1:x", "127.0.0.1:99999", ""])
def test_what_is_no_address_is_said(root: Path, address: str) -> None:
    status, words = commands.serve(root, address)

    assert status == 1
    assert words.startswith(f"{address}: ")
    assert words.endswith("Choose another: make serve ADDRESS=127.0.0.1:8001")


def test_what_a_killed_server_has_left_is_cleared_by_the_next(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    served = root / ".build" / "served"
    for process in (ended.pid, os.getppid()):
        (served / str(process) / "mkdocs_x").mkdir(parents=True)
    seen: list[str] = []

    def run(*_: str) -> int:
        seen.extend(sorted(path.name for path in served.iterdir()))
        return 0

    monkeypatch.setattr(commands, "_run", run)
    monkeypatch.setattr(tempfile, "tempdir", None)

    assert commands.serve(root, "127.0.0.1:0") == (0, "")
    assert seen == sorted([str(os.getpid()), str(os.getppid())])
    assert [path.name for path in served.iterdir()] == [str(os.getppid())]


@pytest.fixture
def with_copy(tmp_path: Path) -> Path:
    """Return a repository with a reader's own copy in it, from which a site could be pushed."""
    root = tmp_path / "project"
    for part in ("docs", "bibliography", "hooks", "theme"):
        shutil.copytree(ROOT / part, root / part)
    shutil.copy2(ROOT / "mkdocs.yml", root)
    (root / "original").mkdir()
    (root / "original" / "01.md").write_text("Words.\n{ #p1 }\n", encoding="utf-8")
    subprocess.run(["git", "init", "-q", "--bare", tmp_path / "remote"], check=True)
    subprocess.run(["git", "init", "-q"], cwd=root, check=True)
    subprocess.run(["git", "remote", "add", "origin", tmp_path / "remote"], cwd=root, check=True)
    return root


@pytest.mark.parametrize("given", ["", "1"])
def test_no_copy_is_pushed_by_the_publishing_command_of_mkdocs(with_copy: Path, given: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "gh-deploy"],
        cwd=with_copy,
        env=os.environ | ENVIRONMENT | {"WITH_ORIGINAL": given},
        check=False,
        capture_output=True,
        encoding="utf-8",
    )

    assert done.returncode != 0
    assert "[original-would-be-published]" in done.stdout + done.stderr
    assert not (with_copy / "site").exists()
    assert list((with_copy.parent / "remote" / "refs" / "heads").iterdir()) == []


def test_no_copy_is_woven_into_the_preview_of_a_code_host(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CI", "true")
    (root / "original").mkdir()
    (root / "original" / "01.md").write_text("Words.\n{ #p1 }\n", encoding="utf-8")

    status, words = commands.build(root)

    assert status == 1
    assert words.startswith("original:1: your own copy of the article lies here")
    assert site(root) == "the last good site"
