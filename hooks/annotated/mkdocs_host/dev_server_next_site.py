"""The folder in which the next site is built while the last one is shown."""

import shutil
from pathlib import Path

NEXT = ".next"


def beside(site: str) -> str:
    """Return the folder in which the next site is built while `site` is shown."""
    return site + NEXT


def shown_from(folder: str) -> str:
    """Return the folder from which the site is shown that is built in `folder`."""
    return folder.removesuffix(NEXT)


def move(files: Path, to: Path) -> None:
    """Move all files below a folder to the same places below another, and remove the folder."""
    for path in [path for path in files.rglob("*") if path.is_file()]:
        target = to / path.relative_to(files)
        target.parent.mkdir(parents=True, exist_ok=True)
        path.replace(target)
    shutil.rmtree(files)
