"""The files of words of a project, read from its folder."""

import tomllib
from pathlib import Path

FOLDERS = ("docs", "bibliography")
# Stands at the head of what is no file but a link to one: a sign of private use.
LINK = "\ue00f"
SUFFIXES = frozenset({".md", ".bib", ".yml", ".json", ".geojson"})


def texts(root: Path) -> dict[str, str]:
    """Return the text of every file of words below `root`, by its path from there, sorted.

    A mark of byte order is left out, as MkDocs does; what is not UTF-8 comes back as U+FFFD, and
    a symbolic link, which may lead out of the project, as LINK and where it leads, for the
    project to report.
    """
    found = [path for folder in FOLDERS for path in sorted((root / folder).rglob("*"))]
    return {
        path.relative_to(root).as_posix(): _text(path) for path in found if path.suffix in SUFFIXES
    }


def _text(path: Path) -> str:
    if path.is_symlink():
        return f"{LINK}{path.readlink()}"
    return path.read_text(encoding="utf-8", errors="replace")


def version(root: Path) -> str:
    """Return, as “, version 1.2.0”, what the project says in `pyproject.toml`, or nothing."""
    settings = root / "pyproject.toml"
    if not settings.exists():
        return ""
    return f", version {tomllib.loads(settings.read_text('utf-8'))['project']['version']}"
