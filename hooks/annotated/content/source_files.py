"""The files of words of a project, read from its folder."""

import tomllib
from pathlib import Path

from annotated.core.placeholders import SYMBOLIC_LINK, UNREAD_FILE

FOLDERS = ("docs", "bibliography")
# Below this lie styles, scripts, fonts and pictures, which a maintainer looks after.
ASSETS = "docs/assets"
SUFFIXES = frozenset({".md", ".bib", ".yml", ".json", ".geojson"})


def texts(root: Path) -> dict[str, str]:
    """Return the text of every file of words below `root`, by its path from there, sorted.

    A mark of byte order is left out, as MkDocs does. For the project to report: what is not UTF-8
    comes back as U+FFFD; a symbolic link, which may lead out of the project, as LINK and where it
    leads; a file that is neither words nor an asset, which MkDocs would publish as it is, as
    FOREIGN and its suffix.
    """
    found = [path for folder in FOLDERS for path in sorted((root / folder).rglob("*"))]
    by_path = {path.relative_to(root).as_posix(): path for path in found if path.name[0] != "."}
    read = {name: _text(path, name.startswith(f"{ASSETS}/")) for name, path in by_path.items()}
    return {name: text for name, text in read.items() if text is not None}


def _text(path: Path, is_asset: bool) -> str | None:  # noqa: FBT001 - told apart by its place
    if path.is_symlink():
        return f"{SYMBOLIC_LINK}{path.readlink()}"
    if path.suffix in SUFFIXES and path.is_file():
        return path.read_text(encoding="utf-8-sig", errors="replace")
    return f"{UNREAD_FILE}{path.suffix}" if path.is_file() and not is_asset else None


def version(root: Path) -> str:
    """Return, as “, version 1.2.0”, what the project says in `pyproject.toml`, or nothing."""
    settings = root / "pyproject.toml"
    if not settings.exists():
        return ""
    return f", version {tomllib.loads(settings.read_text('utf-8'))['project']['version']}"
