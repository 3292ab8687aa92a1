"""Source files: the text of all that people write in a project, read from its folder."""

import tomllib
from pathlib import Path

from annotated.content import file_names
from annotated.core.placeholders import SYMBOLIC_LINK, UNREAD_FILE

FOLDERS = ("docs", "bibliography")


def texts(root: Path) -> dict[str, str]:
    """Return the text of every source file below `root`, by its path from there, sorted.

    A byte order mark is left out, as by the generator, and hidden files and folders are. What must
    not be read comes back in a form that `input_check` reports: bytes that are not UTF-8 as U+FFFD;
    a symbolic link, which may lead out of the project, as SYMBOLIC_LINK and its target; a file
    whose name is not listed, which would be published as it is, as UNREAD_FILE and its suffix.
    """
    paths = [path for folder in FOLDERS for path in _paths(root / folder)]
    by_name = {path.relative_to(root).as_posix(): path for path in paths}
    texts = {
        name: _text(name, path)
        for name, path in by_name.items()
        if not file_names.is_hidden(name) or _is_linked_folder(path)
    }
    return {name: text for name, text in texts.items() if text is not None}


def _paths(folder: Path) -> list[Path]:
    return [folder] if folder.is_symlink() else sorted(folder.rglob("*"))


def _is_linked_folder(path: Path) -> bool:
    # The generator walks through it, even where it is hidden.
    return path.is_symlink() and path.is_dir()


def _text(name: str, path: Path) -> str | None:
    if path.is_symlink():
        return f"{SYMBOLIC_LINK}{path.readlink()}"
    if not path.is_file():
        return None
    if file_names.is_read(name):
        return path.read_text(encoding="utf-8-sig", errors="replace")
    return None if file_names.is_listed(name) else f"{UNREAD_FILE}{path.suffix}"


def version(root: Path) -> str:
    """Return “, version 1.2.0” as `pyproject.toml` has it, or "" without that file."""
    settings = root / "pyproject.toml"
    if not settings.exists():
        return ""
    return f", version {tomllib.loads(settings.read_text('utf-8'))['project']['version']}"
