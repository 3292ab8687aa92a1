"""Source files read from the disk; what else would be published is named, and not opened."""

from pathlib import Path

import pytest

from annotated.content import source_files
from annotated.safety import input_check


@pytest.fixture
def outside(tmp_path: Path) -> Path:
    """Return a folder beside the project, with a file that is nobody's business."""
    folder = tmp_path / "outside"
    folder.mkdir()
    (folder / "secret.md").write_text("Nobody's business", encoding="utf-8")
    return folder


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a project with a page, an asset and a file of the machine's own."""
    docs = tmp_path / "project" / "docs"
    (docs / "assets").mkdir(parents=True)
    (docs / "index.md").write_text("\ufeff# Start\n", encoding="utf-8")
    (docs / "assets" / "own.js").write_text("1", encoding="utf-8")
    (docs / ".DS_Store").write_bytes(b"\0")
    return docs.parent


def codes(root: Path) -> dict[str, str]:
    return {problem.path: problem.code for problem in input_check.check(source_files.texts(root))}


def test_words_are_read_and_assets_are_left_alone(root: Path) -> None:
    assert source_files.texts(root) == {"docs/index.md": "# Start\n"}
    assert codes(root) == {}


@pytest.mark.parametrize("name", ["places/x.md", "x.html", "assets/x.css", "places"])
def test_a_link_is_named_and_not_followed(root: Path, outside: Path, name: str) -> None:
    link = root / "docs" / name
    link.parent.mkdir(exist_ok=True)
    link.symlink_to(outside / "secret.md" if link.suffix else outside)

    assert codes(root) == {f"docs/{name}": "file-is-link"}
    assert "Nobody" not in "".join(source_files.texts(root).values())


@pytest.mark.parametrize("name", ["x.html", "x.svg", "places/x.js", "x.MD", "x"])
def test_a_file_that_is_not_of_words_is_refused(root: Path, name: str) -> None:
    (root / "docs" / "places").mkdir()
    (root / "docs" / name).write_text("<script>1</script>", encoding="utf-8")

    assert codes(root) == {f"docs/{name}": "file-not-words"}
