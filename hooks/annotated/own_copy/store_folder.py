"""The folder with the reader's copy: written whole or not at all, read for a build, removed."""

import os
import shutil
from collections.abc import Mapping
from pathlib import Path

NAME = "original"
# Set to anything, it leaves the copy out of a build: so do tests and whatever is published.
LEAVE_OUT = "WITHOUT_ORIGINAL"


def write(root: Path, files: Mapping[str, str]) -> None:
    """Write the files (name to text) into the folder below `root`, in place of what was there."""
    beside = root / ".build" / NAME
    shutil.rmtree(beside, ignore_errors=True)
    try:
        beside.mkdir(parents=True)
        for name, text in files.items():
            (beside / name).write_text(text, encoding="utf-8")
        shutil.rmtree(root / NAME, ignore_errors=True)
        beside.rename(root / NAME)
    finally:
        shutil.rmtree(beside, ignore_errors=True)


def read(root: Path) -> dict[str, str]:
    """Return the files of the folder, or nothing where it is not there or is to be left out."""
    if os.environ.get(LEAVE_OUT):
        return {}
    return {path.name: path.read_text(encoding="utf-8") for path in sorted(found(root))}


def found(root: Path) -> list[Path]:
    """Return the files of the folder."""
    return list((root / NAME).glob("*.md"))


def clear(root: Path) -> bool:
    """Remove the folder; tell whether it was there."""
    there = (root / NAME).exists()
    shutil.rmtree(root / NAME, ignore_errors=True)
    return there
