"""Output that a change brings along stops every command, whoever calls it and how."""

import subprocess
from pathlib import Path

import pytest

from annotated import __main__
from annotated.core import tracked_output


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    git("init", "-q")
    (tmp_path / "mkdocs.yml").write_text("hooks: [hooks/mkdocs_hook.py]\n", encoding="utf-8")
    (tmp_path / ".gitignore").write_text("/.build/\n/site/\n/original/\n", encoding="utf-8")
    return tmp_path


def git(*words: str) -> None:
    subprocess.run(["git", *words], check=True)


@pytest.mark.parametrize("path", [".build/cache/0.pickle", "site/index.html", "original/notes.md"])
def test_a_tracked_file_of_output_stops_a_command(
    repository: Path, path: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (repository / path).parent.mkdir(parents=True)
    (repository / path).write_text("x", encoding="utf-8")
    assert tracked_output.problem(repository) is None
    git("add", "--force", path)

    assert __main__.main(["check"]) == 1

    assert f"{path}:1: is a part of this change" in capsys.readouterr().err


def test_a_cache_behind_a_link_is_never_read(
    repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (repository / "elsewhere").mkdir()
    (repository / ".build").symlink_to("elsewhere")

    assert __main__.main(["check"]) == 1

    assert ".build:1: is a link to 'elsewhere'" in capsys.readouterr().err


def test_without_git_or_a_repository_nothing_is_in_the_way(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert tracked_output.problem(tmp_path) is None
    monkeypatch.setenv("PATH", "")

    assert tracked_output.problem(tmp_path) is None
