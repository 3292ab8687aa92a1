"""Output that a change has brought along: files in folders that only commands may write.

What lies there is read as a cache, woven in or published, and no reviewer looks at it. git ignores
these folders, but a change may hold a file of them all the same, or a link in the place of one.
"""

import subprocess
from pathlib import Path

from annotated.core import file_writer
from annotated.core.problems import Problem

CACHES = ".build"
FOLDERS = (CACHES, "site", "original")


def problem(root: Path) -> Problem | None:
    """Return the problem of the first such file below `root`; without git there is none.

    Raises LinkRefusedError where the folder of caches is a link, tracked or not.
    """
    file_writer.checked(root, CACHES)
    words = ["git", "ls-files", "-z", "--", *FOLDERS]
    try:
        done = subprocess.run(words, cwd=root, check=False, capture_output=True)  # noqa: S603
    except FileNotFoundError:
        return None
    path = done.stdout.decode(errors="replace").partition("\0")[0]
    if not path:
        return None
    remedy = f"Take it out: git rm --cached '{path}'"
    message = f"is a part of this change, and only commands may write it. {remedy}"
    return Problem(path, 1, message, "file-not-words")
