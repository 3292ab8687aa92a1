"""Files are written below one folder only, through no link, and as a whole or not at all."""

from pathlib import Path

import pytest

from annotated.core import file_writer
from annotated.core.file_writer import LinkRefusedError


@pytest.fixture
def victim(tmp_path: Path) -> Path:
    path = tmp_path / "outside" / "victim.txt"
    path.parent.mkdir()
    path.write_text("untouched", encoding="utf-8")
    return path


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "project" / "docs").mkdir(parents=True)
    return tmp_path / "project"


def test_a_file_is_written_and_replaced(root: Path) -> None:
    place = file_writer.write(root, "docs/x.md", "“One”\n")
    place.chmod(0o640)
    file_writer.write(root, "docs/x.md", b"Two\n")

    assert place.read_bytes() == b"Two\n"
    assert place.stat().st_mode & 0o777 == 0o640
    assert [path.name for path in (root / "docs").iterdir()] == ["x.md"]


def test_no_file_is_written_through_a_link(root: Path, victim: Path) -> None:
    (root / "docs" / "x.md").symlink_to("../../outside/victim.txt")

    with pytest.raises(LinkRefusedError) as refused:
        file_writer.write(root, "docs/x.md", "overwritten")

    assert str(refused.value) == (
        "docs/x.md:1: is a link to '../../outside/victim.txt', and no command writes through a "
        "link. Take it away, or put there what it stands for. [file-is-link]"
    )
    assert victim.read_text(encoding="utf-8") == "untouched"


def test_no_file_is_created_through_a_dangling_link(root: Path, victim: Path) -> None:
    (root / "docs" / "x.md").symlink_to(victim.parent / "new.txt")

    with pytest.raises(LinkRefusedError):
        file_writer.write(root, "docs/x.md", "created")

    assert list(victim.parent.iterdir()) == [victim]


@pytest.mark.parametrize("folder", ["docs/places", "docs"])
def test_no_file_is_written_through_a_linked_folder(root: Path, victim: Path, folder: str) -> None:
    (root / "docs").rmdir()
    (root / folder).parent.mkdir(exist_ok=True)
    (root / folder).symlink_to(victim.parent)

    with pytest.raises(LinkRefusedError, match=f"^{folder}:1: "):
        file_writer.write(root, f"{folder}/victim.txt", "overwritten")
    with pytest.raises(LinkRefusedError):
        file_writer.clear_folder(root, folder)
    file_writer.clear(root, [folder])

    assert victim.read_text(encoding="utf-8") == "untouched"


def test_nothing_is_written_where_the_whole_folder_is_a_link(tmp_path: Path, victim: Path) -> None:
    (tmp_path / "site").symlink_to(victim.parent)

    with pytest.raises(LinkRefusedError):
        file_writer.write(tmp_path / "site", "victim.txt", "overwritten")

    assert victim.read_text(encoding="utf-8") == "untouched"


@pytest.mark.parametrize("path", ["../outside/victim.txt", "docs/../../x", "/etc/x", ""])
def test_no_path_leads_out_of_the_folder(root: Path, path: str) -> None:
    with pytest.raises(ValueError, match="leads out"):
        file_writer.write(root, path, "")


def test_a_link_under_the_name_of_an_unfinished_file_is_not_followed(
    root: Path, victim: Path
) -> None:
    (root / "docs" / f".x.md{file_writer.UNFINISHED}").symlink_to(victim)

    file_writer.write(root, "docs/x.md", "written")

    assert victim.read_text(encoding="utf-8") == "untouched"
    assert (root / "docs" / "x.md").read_text(encoding="utf-8") == "written"


def test_a_stop_in_between_leaves_the_old_file(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place = file_writer.write(root, "docs/x.md", "old")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(OSError, match="No space"):
        file_writer.write(root, "docs/x.md", "new")

    assert place.read_text(encoding="utf-8") == "old"
    assert list(place.parent.iterdir()) == [place]


def test_what_a_killed_command_has_left_is_cleared(root: Path) -> None:
    (root / "docs" / "deep").mkdir()
    (root / "docs" / "deep" / f".x.md{file_writer.UNFINISHED}").touch()
    (root / "docs" / "deep" / "x.md").touch()

    file_writer.clear(root, ["docs", "schemas"])

    assert [path.name for path in (root / "docs" / "deep").iterdir()] == ["x.md"]


@pytest.fixture
def sites(root: Path) -> Path:
    """Return a project with a site, and a new one that is to take its place."""
    for folder, words in (("site", "old"), ("new", "new")):
        (root / folder).mkdir()
        (root / folder / "index.html").write_text(words, encoding="utf-8")
    return root


def test_a_folder_is_replaced(sites: Path) -> None:
    file_writer.replace_folder(sites, "new", "site")

    assert (sites / "site" / "index.html").read_text(encoding="utf-8") == "new"
    assert sorted(path.name for path in sites.iterdir()) == ["docs", "site"]


@pytest.mark.parametrize("moves", [0, 1, 2])
def test_wherever_a_replacement_is_killed_a_whole_site_stands(
    sites: Path, monkeypatch: pytest.MonkeyPatch, moves: int
) -> None:
    rename = Path.rename
    done: list[Path] = []

    def renamed(path: Path, target: Path) -> Path:
        if len(done) == moves:
            raise KeyboardInterrupt
        done.append(path)
        return rename(path, target)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "rename", renamed)
        if moves < 2:
            with pytest.raises(KeyboardInterrupt):
                file_writer.replace_folder(sites, "new", "site")
    file_writer.recover_folder(sites, "new", "site")

    assert (sites / "site" / "index.html").read_text(encoding="utf-8") == "old"
    assert sorted(path.name for path in sites.iterdir()) == ["docs", "site"]
