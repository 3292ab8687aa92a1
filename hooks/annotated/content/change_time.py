"""Time of the last change of files, the same in every build of one state of a project."""

import os
import subprocess
from collections.abc import Sequence
from pathlib import Path

EPOCH = "SOURCE_DATE_EPOCH"


def changed_at(root: Path, paths: Sequence[str]) -> int:
    """Return when any file at `paths`, from `root`, was last changed, in seconds since 1970.

    That is the time of the last commit that changed one; where one has been changed since, its own
    time. Without git it is SOURCE_DATE_EPOCH (https://reproducible-builds.org/specs/), else the
    time of the latest file.
    """
    latest = max((_file_time(root / path) for path in paths), default=0)
    if _git(root, "status", "--porcelain", "--", *paths):
        return latest
    committed = _git(root, "log", "-1", "--format=%ct", "--", *paths) or os.environ.get(EPOCH, "")
    return int(committed) if committed.isdecimal() else latest


def _file_time(path: Path) -> int:
    files = path.rglob("*") if path.is_dir() else [path]
    return max((int(file.stat().st_mtime) for file in files if file.is_file()), default=0)


def _git(root: Path, *words: str) -> str:
    """Return what git answers, or "" where there is no git, or no repository."""
    try:
        answer = subprocess.run(  # noqa: S603 - the words are ours
            ["git", *words],  # noqa: S607 - wherever git is
            cwd=root,
            capture_output=True,
            text=True,
            check=True,
        )
    except (OSError, subprocess.CalledProcessError):
        return ""
    return answer.stdout.strip()
