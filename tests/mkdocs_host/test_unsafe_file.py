"""An unsafe file, such as a loop of links, is told before anything else of the content is read."""

from pathlib import Path
from typing import Literal

import pytest
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort

from annotated.core.problems import Problem
from annotated.mkdocs_host.session import Session
from annotated.site import check


def told(root: Path, command: Literal["build", "serve"]) -> str:
    config = MkDocsConfig(config_file_path=str(root / "mkdocs.yml"))
    session = Session()
    session.on_startup(command=command, dirty=False)
    with pytest.raises(Abort) as aborted:
        session.on_config(config)
    return str(aborted.value)


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "mkdocs.yml").write_text("site_name: x\n", encoding="utf-8")
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "loop").symlink_to(".")

    def whole(*_: object) -> list[Problem]:
        return [Problem("docs/other.md", 1, "is checked too.", "x")]

    monkeypatch.setattr(check, "problems", whole)
    return tmp_path


def test_a_server_does_not_wait_for_a_whole_check(root: Path) -> None:
    assert told(root, "serve").startswith("docs/loop:1: is a link to '.'")


def test_a_build_tells_the_problems_of_all_files(root: Path) -> None:
    assert told(root, "build").startswith("docs/other.md:1: is checked too.")
