"""No command writes where it should not, nor before what it reads has passed the check."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from annotated import __main__
from annotated.core import command_lock, file_writer
from originals import INVENTED, TEMPLATE

VICTIM = "“Somebody's” own  words  \r\n\n\n"
COMMANDS = {
    "fix": ["fix"],
    "new": ["new", "place", "Zubaydah Wells"],
    "schemas": ["schemas"],
    "original": ["original", str(INVENTED)],
    "fingerprint": ["original", "--fingerprint", str(INVENTED)],
}
# Where each of them writes.
WRITTEN = {
    "fix": "docs/index.md",
    "new": "docs/places/zubaydah-wells.md",
    "schemas": "schemas/place.json",
    "original": "original/notes.md",
    "fingerprint": "bibliography/fingerprint.yml",
}
READING = sorted(COMMANDS.keys() - {"schemas"})


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a guide to the invented article as the current folder, with something to renew."""
    folder = tmp_path / "guide"
    shutil.copytree(TEMPLATE, folder)
    with (folder / "docs" / "index.md").open("a", encoding="utf-8") as page:
        page.write("\n\n\n")
    with (folder / "bibliography" / "fingerprint.yml").open("a", encoding="utf-8") as known:
        known.write("# Written before.\n")
    with (folder / "mkdocs.yml").open("a", encoding="utf-8") as settings:
        settings.write("hooks:\n  - hooks/mkdocs_hook.py\n")
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture
def victim(tmp_path: Path) -> Path:
    path = tmp_path / "outside" / "victim.txt"
    path.parent.mkdir()
    path.write_text(VICTIM, encoding="utf-8", newline="")
    return path


def state(folder: Path) -> dict[str, bytes]:
    """Return what the files hold, but for the lock."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and path.name != Path(command_lock.LOCK).name
    }


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_writes_its_files_and_no_others(root: Path, victim: Path, name: str) -> None:
    before = state(root)

    assert __main__.main(COMMANDS[name]) == 0

    after = state(root)
    changed = {path for path in before | after if before.get(path) != after.get(path)}
    assert WRITTEN[name] in changed
    assert {path.split("/")[0] for path in changed} == {WRITTEN[name].split("/")[0]}
    assert victim.read_bytes().decode() == VICTIM


def linked_file(root: Path, name: str, victim: Path) -> None:
    path = root / WRITTEN[name]
    path.parent.mkdir(exist_ok=True)
    path.unlink(missing_ok=True)
    path.symlink_to(victim)


def dangling_file(root: Path, name: str, victim: Path) -> None:
    linked_file(root, name, victim.with_name("new.txt"))


def linked_folder(root: Path, name: str, victim: Path) -> None:
    folder = (root / WRITTEN[name]).parent
    if folder.exists():
        shutil.copytree(folder, victim.parent, dirs_exist_ok=True)
        shutil.rmtree(folder)
    folder.symlink_to(victim.parent)


@pytest.mark.parametrize("link", [linked_file, dangling_file, linked_folder])
@pytest.mark.parametrize("name", COMMANDS)
def test_no_command_follows_a_link(
    root: Path,
    victim: Path,
    name: str,
    link: Callable[[Path, str, Path], None],
    capsys: pytest.CaptureFixture[str],
) -> None:
    link(root, name, victim)
    outside, before = state(victim.parent), state(root)

    # A link within the folder of a copy is replaced with that folder, and never opened.
    replaced = name == "original" and link is not linked_folder
    assert __main__.main(COMMANDS[name]) == (0 if replaced else 1)

    assert state(victim.parent) == outside
    if not replaced:
        assert "[file-is-link]" in capsys.readouterr().err
        assert state(root).keys() - {".build/lock"} <= before.keys()


@pytest.mark.parametrize("name", READING)
def test_a_link_anywhere_in_the_content_stops_a_command(
    root: Path, victim: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (root / "docs" / "glossary" / "zz.md").symlink_to("../../../outside/victim.txt")
    before = state(root)

    assert __main__.main(COMMANDS[name]) == 1

    assert "docs/glossary/zz.md:1: is a link to '../../../outside/victim.txt'" in (
        capsys.readouterr().err
    )
    assert state(root) == before
    assert victim.read_bytes().decode() == VICTIM


@pytest.mark.parametrize("name", READING)
def test_nothing_is_written_before_the_content_has_passed_the_check(
    root: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (root / "docs" / "unsafe.md").write_text("# A\n\n<script>1</script>\n", encoding="utf-8")
    before = state(root)

    assert __main__.main(COMMANDS[name]) == 1

    assert "docs/unsafe.md:3: " in capsys.readouterr().err
    assert state(root) == before


def test_a_file_that_cannot_be_read_is_not_written_over(root: Path) -> None:
    path = root / WRITTEN["new"]
    path.write_text("Begun by hand, without a head.\n", encoding="utf-8")

    assert __main__.main(COMMANDS["new"]) == 1

    assert path.read_text(encoding="utf-8") == "Begun by hand, without a head.\n"


def test_the_copy_that_is_removed_is_never_what_a_link_leads_to(root: Path, victim: Path) -> None:
    (root / "original").symlink_to(victim.parent)

    assert __main__.main(["original", "--clear"]) == 0

    assert not (root / "original").is_symlink()
    assert victim.exists()


def test_what_a_killed_command_has_left_is_cleared_by_the_next(root: Path) -> None:
    left = root / "docs" / f".index.md{file_writer.UNFINISHED}"
    left.write_text("half a pa", encoding="utf-8")

    assert __main__.main(["fix"]) == 0

    assert not left.exists()


@pytest.mark.parametrize(
    ("number", "words"),
    [(28, "the disk is full. Nothing was replaced; free some space"), (13, "may not be written")],
)
def test_what_the_machine_refuses_is_said_in_a_sentence(
    root: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    number: int,
    words: str,
) -> None:
    before = state(root)

    def refused(*_: object) -> None:
        raise OSError(number, "", str(root / "docs" / "index.md"))

    monkeypatch.setattr(Path, "replace", refused)

    assert __main__.main(["fix"]) == 1
    assert f"docs/index.md: {words}" in capsys.readouterr().err
    assert state(root) == before
