"""Cache of steps on disk, so that the next process need not repeat what has not changed.

All results are in one file, whose name holds the version of the code and of the packages that it
calls. It is written beside and then renamed, so that a process that is killed, or another that
runs at the same time, never leaves half a file under its name; what a killed one has left beside
it goes when the next one saves. No result stays in memory once it is written.
"""

import os
import pickle
import sys
import time
from collections.abc import Callable
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from tempfile import mkstemp
from typing import BinaryIO
from weakref import finalize

from annotated.core.build_cache import BuildCache

CODE = Path(__file__).parent.parent
SUFFIX = ".results"
# The variable of the environment by which a command of ours asks a build to keep its results.
RESULTS = "ANNOTATED_RESULTS"
# Folders named after a package and its version (“Recording installed projects”, PyPA).
INSTALLED = "*.*-info"
# Seconds after which nobody writes an unfinished file any more, if the clock is right.
ABANDONED = 600
# At the end of a file: where its table begins, and the hash of that table, in as many bytes.
LENGTH, HASH = 8, 32


class DiskCache(BuildCache):
    """Results of the last process that ran the command `name`, in a file of `folder`.

    A result that is asked for is copied to the file that the next process will read.
    """

    def __init__(self, folder: Path, name: str) -> None:
        super().__init__()
        folder.mkdir(parents=True, exist_ok=True)
        self._path = folder / f"{name}-{_version()}{SUFFIX}"
        self._name = name
        self._old = _Results.of(self._path)
        number, written = mkstemp(dir=folder, prefix=f"{name}-")
        self._new = _Results(os.fdopen(number, "w+b"), {})
        self._written = Path(written)
        self._is_new = False
        # It goes when this process saves, gives up or fails; only one that is killed leaves it.
        self._end = finalize(self, _discard, (self._old.file, self._new.file), self._written)

    def result(self, key: str, call: Callable[[], object]) -> object:
        """Return the result of that key, which is that of `call` where there is none yet."""
        for known in (self._new, self._old):
            if (found := known.read(key)) is not None:
                self._new.write(key, found)
                return pickle.loads(found)  # noqa: S301 - as safe as the code beside it
        result = call()
        self._new.write(key, pickle.dumps(result, pickle.HIGHEST_PROTOCOL))
        self._is_new = True
        return result

    def save(self) -> None:
        """Put what was asked for in place of the last file, if any of it is new."""
        if self._is_new:
            self._new.close()
            # Where somebody has removed it meanwhile, the last file stays.
            if self._written.exists():
                os.replace(self._written, self._path)  # noqa: PTH105 - as safe as a rename can be
        self._end()
        for other in self._path.parent.glob(f"{self._name}-*"):
            if other != self._path and (other.suffix == SUFFIX or _is_abandoned(other)):
                other.unlink(missing_ok=True)


class _Results:
    """A file of results, one behind the other, and the place of each by its key.

    Its table is at its end. Each result stands with its own hash, so that what a failing disk has
    changed is no result.
    """

    def __init__(self, file: BinaryIO, places: dict[str, tuple[int, int, bytes]]) -> None:
        self.file, self._places = file, places

    @classmethod
    def of(cls, path: Path) -> "_Results":
        """Return the results of the file at `path`, none where it is not whole."""
        try:
            file = path.open("rb")
        except OSError:
            return cls(BytesIO(), {})
        return cls(file, _table(file))

    def read(self, key: str) -> bytes | None:
        """Return the bytes of a result, or None."""
        if key not in self._places:
            return None
        start, length, of_result = self._places[key]
        self.file.seek(start)
        found = self.file.read(length)
        return found if sha256(found).digest() == of_result else None

    def write(self, key: str, found: bytes) -> None:
        """Add the bytes of a result, once."""
        if key not in self._places:
            start = self.file.seek(0, os.SEEK_END)
            self.file.write(found)
            self._places[key] = start, len(found), sha256(found).digest()

    def close(self) -> None:
        """Write the table, and close the file."""
        table = pickle.dumps(self._places, pickle.HIGHEST_PROTOCOL)
        start = self.file.seek(0, os.SEEK_END)
        self.file.write(table + start.to_bytes(LENGTH) + sha256(table).digest())
        self.file.close()


def _table(file: BinaryIO) -> dict[str, tuple[int, int, bytes]]:
    size = file.seek(0, os.SEEK_END)
    end = file.seek(max(size - LENGTH - HASH, 0))
    start, of_table = int.from_bytes(file.read(LENGTH)), file.read(HASH)
    file.seek(min(start, end))
    table = file.read(end - min(start, end))
    is_whole = sha256(table).digest() == of_table
    return pickle.loads(table) if is_whole else {}  # noqa: S301 - as above


def _discard(files: tuple[BinaryIO, ...], path: Path) -> None:
    for file in files:
        file.close()
    path.unlink(missing_ok=True)


def _is_abandoned(path: Path) -> bool:
    try:
        # A file of the future was written before the clock was put right.
        return abs(time.time() - path.stat().st_mtime) > ABANDONED
    except FileNotFoundError:  # the other process has renamed it
        return False


def _version() -> str:
    """Return another text for each version of the code and of what is installed beside it."""
    installed = sorted(path.name for folder in sys.path for path in Path(folder).glob(INSTALLED))
    state = sha256(f"{sys.version}{installed}".encode())
    for path in sorted(CODE.rglob("*.py")):
        state.update(path.read_bytes())
    return state.hexdigest()[:32]
