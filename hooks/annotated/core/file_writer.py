"""Writer of files below one folder: through no symbolic link, each as a whole or not at all.

A change that somebody sends may hold a link in the place of a file or of a folder, and a command
that followed it would write wherever it leads. A file is written under another name beside its
place, and then renamed, which replaces the old one in one step (POSIX, rename): a command that is
killed leaves the old file, and a hidden file that the next command clears.
"""

import shutil
from collections.abc import Iterable
from pathlib import Path, PurePosixPath

from annotated.core.problems import Problem

# The name of an unfinished file begins with a dot, so that nothing reads or publishes it, and ends
# so; `.gitignore` lists it.
UNFINISHED = ".unfinished"
# The end of the name under which the old folder waits until the new one is in its place.
LAST = ".last"


class LinkRefusedError(Exception):
    """A link lies where a command would write; the text is that of a problem."""


def checked(folder: Path, path: str) -> Path:
    """Return the place of `path`, relative and with forward slashes, below `folder`.

    Raises LinkRefusedError where the folder, the file or any folder between is a symbolic link,
    dangling or not, and ValueError where `path` leads out of the folder.
    """
    parts = PurePosixPath(path).parts
    if not parts or parts[0] == "/" or ".." in parts:
        message = f"{path!r} leads out of the folder"
        raise ValueError(message)
    steps = [PurePosixPath(*parts[:count]).as_posix() for count in range(1, len(parts) + 1)]
    for name, place in [(folder.name, folder), *((step, folder / step) for step in steps)]:
        if place.is_symlink():
            message = (
                f"is a link to '{place.readlink()}', and no command writes through a link. "
                "Take it away, or put there what it stands for."
            )
            raise LinkRefusedError(str(Problem(name, 1, message, "file-is-link")))
    return folder / path


def write(folder: Path, path: str, content: str | bytes) -> Path:
    """Write a file, with text as UTF-8, at `path` below `folder`; return its place.

    The folder of the file must be there. Raises as `checked` does.
    """
    place = checked(folder, path)
    unfinished = place.with_name(f".{place.name}{UNFINISHED}")
    unfinished.unlink(missing_ok=True)
    try:
        # The mode x creates a file, and fails where there is one, or a link.
        with unfinished.open("xb") as file:
            file.write(content.encode() if isinstance(content, str) else content)
        if place.exists():
            shutil.copymode(place, unfinished)
        unfinished.replace(place)
    finally:
        unfinished.unlink(missing_ok=True)
    return place


def clear(root: Path, folders: Iterable[str]) -> None:
    """Remove the unfinished files that a killed command has left in the folders below `root`."""
    for folder in folders:
        if (root / folder).is_symlink():
            continue
        for path in (root / folder).rglob(f".*{UNFINISHED}"):
            path.unlink()


def replace_folder(root: Path, new: str, path: str) -> None:
    """Put the folder `new` in the place of the one at `path`, both below `root`.

    The old one is removed only when the new one is in its place. Raises as `checked` does.
    """
    clear_folder(root, f"{new}{LAST}")
    source, place, last = (checked(root, name) for name in (new, path, f"{new}{LAST}"))
    if place.exists():
        place.rename(last)
    source.rename(place)
    clear_folder(root, f"{new}{LAST}")


def recover_folder(root: Path, new: str, path: str) -> None:
    """Undo what a replacement that was killed has begun: the old folder stands at `path` again.

    An unfinished new one is removed.
    """
    place, last = checked(root, path), checked(root, f"{new}{LAST}")
    if last.exists() and not place.exists():
        last.rename(place)
    clear_folder(root, f"{new}{LAST}")
    clear_folder(root, new)


def clear_folder(root: Path, path: str) -> None:
    """Remove the folder at `path` below `root` with all that it holds, where there is one."""
    place = checked(root, path)
    if place.exists():
        shutil.rmtree(place)
