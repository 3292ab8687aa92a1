"""Lock of a project: of the commands that write in its folder, one runs at a time."""

import fcntl
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from annotated.core import file_writer

FOLDER = ".build"
LOCK = f"{FOLDER}/lock"
WAITING = "Another command is writing in this folder; this one begins when that has ended."


@contextmanager
def hold(root: Path, say: Callable[[str], None]) -> Iterator[None]:
    """Hold the lock of the project at `root`; where another process does, `say` so and wait.

    The system gives the lock of a process free when that ends, however it ends (flock(2)), so
    that a killed command never keeps the next one waiting.
    """
    place = file_writer.checked(root, LOCK)
    place.parent.mkdir(exist_ok=True)
    with place.open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            say(WAITING)
            fcntl.flock(file, fcntl.LOCK_EX)
        yield
