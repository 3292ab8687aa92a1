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
    """Return a project with a page, an asset and what programs of the machine leave behind."""
    docs = tmp_path / "project" / "docs"
    (docs / "assets").mkdir(parents=True)
    (docs / "index.md").write_text("\ufeff# Start\n", encoding="utf-8")
    (docs / "assets" / "cards.js").write_text("1", encoding="utf-8")
    (docs / ".DS_Store").write_bytes(b"\0")
    (docs / ".obsidian" / "plugins").mkdir(parents=True)
    (docs / ".obsidian" / "plugins" / "main.js").write_text("1", encoding="utf-8")
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


@pytest.mark.parametrize("folder", ["docs", "bibliography"])
def test_a_folder_of_words_that_is_a_link_is_named(root: Path, outside: Path, folder: str) -> None:
    if folder == "docs":
        (root / "docs").rename(root / "elsewhere")
    (root / folder).symlink_to(outside)

    assert codes(root) == {folder: "file-is-link"}


def test_a_hidden_link_is_named_where_it_leads_to_a_folder(root: Path, outside: Path) -> None:
    # Emacs writes such a link beside a file that is being changed.
    (root / "docs" / ".#index.md").symlink_to("somebody@machine.1234")
    assert codes(root) == {}

    (root / "docs" / ".loop").symlink_to(".")
    (root / "docs" / ".outside").symlink_to(outside)
    assert codes(root) == {"docs/.loop": "file-is-link", "docs/.outside": "file-is-link"}


@pytest.mark.parametrize(
    "name",
    [
        "docs/x.html",
        "docs/x.svg",
        "docs/places/x.js",
        "docs/x.MD",
        "docs/x",
        "docs/x.json",
        "docs/x.yml",
        "docs/places/unlinked.yml",
        "docs/references.bib",
        "docs/404.md",
        "docs/templates/x.md",
        "docs/assets/x.html",
        "docs/assets/x.js",
        "docs/assets/x.md",
        "docs/assets/Cards.js",
        "docs/assets/javascripts/bundle.a5f9d56c.min.js",
        "docs/assets/stylesheets/main.57a0d79d.min.css",
        "docs/assets/pictures/x.svg",
        "docs/assets/pictures/x.html",
        "docs/assets/fonts/x.css",
        "bibliography/x.md",
        "bibliography/places/x.md",
        "bibliography/x.yml",
        "bibliography/x.html",
    ],
)
def test_a_file_of_another_name_is_refused_and_not_read(root: Path, name: str) -> None:
    (root / name).parent.mkdir(parents=True, exist_ok=True)
    (root / name).write_text("<script>1</script>", encoding="utf-8")

    assert codes(root) == {name: "file-not-words"}
    assert "<script>" not in "".join(source_files.texts(root).values())


@pytest.mark.parametrize(
    "name",
    [
        "docs/assets/pictures/a-picture.png",
        "docs/assets/fonts/a-font.woff2",
        "docs/assets/offline/worker.js",
        "docs/assets/map/sheet.css",
        "docs/assets/basemap/detail/rivers.geojson",
        "docs/deep/er/page.md",
        "bibliography/more.bib",
    ],
)
def test_a_listed_file_may_be_there(root: Path, name: str) -> None:
    (root / name).parent.mkdir(parents=True, exist_ok=True)
    (root / name).write_text("", encoding="utf-8")

    assert codes(root) == {}


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32", "latin-1"])
def test_another_encoding_is_one_problem(root: Path, encoding: str) -> None:
    text = "---\nname: é\n---\n" + "Words of a page é.\n" * 30
    (root / "docs" / "x.md").write_bytes(text.encode(encoding))

    found = input_check.check(source_files.texts(root))

    assert [(problem.path, problem.code) for problem in found] == [("docs/x.md", "file-not-utf8")]
