"""The files of words of a project, read from its folder."""

import tomllib
from pathlib import Path

FOLDERS = ("docs", "bibliography")
SUFFIXES = frozenset({".md", ".bib", ".yml", ".json", ".geojson"})


def texts(root: Path) -> dict[str, str]:
    """Return the text of every file of words below `root`, by its path from there, sorted.

    A mark of byte order is left out, as MkDocs does; what is not UTF-8 comes back as U+FFFD, for
    the project to report.
    """
    found = [path for folder in FOLDERS for path in sorted((root / folder).rglob("*"))]
    return {
        path.relative_to(root).as_posix(): path.read_text(encoding="utf-8-sig", errors="replace")
        for path in found
        if path.suffix in SUFFIXES
    }


def version(root: Path) -> str:
    """Return, as “, version 1.2.0”, what the project says in `pyproject.toml`, or nothing."""
    settings = root / "pyproject.toml"
    if not settings.exists():
        return ""
    return f", version {tomllib.loads(settings.read_text('utf-8'))['project']['version']}"
