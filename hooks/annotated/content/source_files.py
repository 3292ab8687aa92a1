"""Source files: the text of all that people write in a project, read from its folder."""

import tomllib
from pathlib import Path

from annotated.core.placeholders import SYMBOLIC_LINK, UNREAD_FILE

FOLDERS = ("docs", "bibliography")
# Styles, scripts, fonts and pictures, which a maintainer looks after.
ASSETS = "docs/assets"
SUFFIXES = frozenset({".md", ".bib", ".yml", ".json", ".geojson"})


def texts(root: Path) -> dict[str, str]:
    """Return the text of every source file below `root`, by its path from there, sorted.

    A byte order mark is left out, as by MkDocs. What must not be read comes back in a form that
    `input_check` reports: bytes that are not UTF-8 as U+FFFD; a symbolic link, which may lead out
    of the project, as SYMBOLIC_LINK and its target; a file of another suffix that is no asset,
    which MkDocs would publish as it is, as UNREAD_FILE and its suffix.
    """
    paths = [path for folder in FOLDERS for path in sorted((root / folder).rglob("*"))]
    by_name = {path.relative_to(root).as_posix(): path for path in paths if path.name[0] != "."}
    texts = {name: _text(path, name.startswith(f"{ASSETS}/")) for name, path in by_name.items()}
    return {name: text for name, text in texts.items() if text is not None}


def _text(path: Path, is_asset: bool) -> str | None:  # noqa: FBT001 - private, and called once
    if path.is_symlink():
        return f"{SYMBOLIC_LINK}{path.readlink()}"
    if path.suffix in SUFFIXES and path.is_file():
        return path.read_text(encoding="utf-8-sig", errors="replace")
    return f"{UNREAD_FILE}{path.suffix}" if path.is_file() and not is_asset else None


def version(root: Path) -> str:
    """Return “, version 1.2.0” as `pyproject.toml` has it, or "" without that file."""
    settings = root / "pyproject.toml"
    if not settings.exists():
        return ""
    return f", version {tomllib.loads(settings.read_text('utf-8'))['project']['version']}"
