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
from collections.abc import Callable, Iterable
from functools import partial
from hashlib import sha256
from pathlib import Path
from tempfile import mkstemp
from typing import BinaryIO
from weakref import finalize

from annotated.core.build_cache import BuildCache
from annotated.core.results_file import Places, ResultsFile

CODE = Path(__file__).parent.parent
SUFFIX = ".results"
# The variable of the environment by which a command of ours asks a build to keep its results.
RESULTS = "ANNOTATED_RESULTS"
# Folders named after a package and its version (“Recording installed projects”, PyPA).
INSTALLED = "*.*-info"
# Seconds after which nobody writes an unfinished file any more, if the clock is right.
ABANDONED = 600


class DiskCache(BuildCache):
    """Results of the last process that ran the command `name`, in a file of `folder`.

    A result that is asked for is copied to the file that the next process will read.
    """

    def __init__(self, folder: Path, name: str) -> None:
        super().__init__()
        folder.mkdir(parents=True, exist_ok=True)
        self._path = folder / f"{name}-{_version()}{SUFFIX}"
        self._name = name
        self._old = ResultsFile.of(self._path)
        self._new, self._written = self._begun()
        # Of a second process.
        self._beside = ResultsFile.empty()
        self._is_new = False
        # It goes when this process saves, gives up or fails; only one that is killed leaves it.
        self._files = [self._old.file, self._new.file]
        self._end = finalize(self, _discard, self._files, self._written)

    @property
    def is_empty(self) -> bool:
        """Tell whether the last process has left no results."""
        return not self._old.places

    def result(self, key: str, call: Callable[[], object]) -> object:
        """Return the result of that key, which is that of `call` where there is none yet."""
        for known in (self._new, self._beside, self._old):
            if (found := known.read(key)) is not None:
                self._new.write(key, found)
                self._is_new |= known is self._beside
                return pickle.loads(found)  # noqa: S301 - as safe as the code beside it
        result = call()
        self._new.write(key, pickle.dumps(result, pickle.HIGHEST_PROTOCOL))
        self._is_new = True
        return result

    def begin_second(self) -> Callable[[], Callable[[], Places]]:
        """Prepare a file for the results of a process that is about to be forked from this one.

        That process calls what is returned, and from then on keeps its results there. What that
        returns in turn tells the places of all that was kept since it was last called, for
        `take_over`.
        """
        lent, path = self._begun()
        self._beside = ResultsFile(path.open("rb"), {})
        path.unlink()
        self._files += [lent.file, self._beside.file]
        return partial(self._enter_second, lent)

    def take_over(self, places: Places) -> None:
        """Find the results of the second process in these places from now on."""
        self._beside.places.update(places)

    def _enter_second(self, lent: ResultsFile) -> Callable[[], Places]:
        # The position in a file that was open before is that of the first process.
        self._old = self._beside = ResultsFile.empty()
        self._new = lent
        return lent.news

    def _begun(self) -> tuple[ResultsFile, Path]:
        number, path = mkstemp(dir=self._path.parent, prefix=f"{self._name}-")
        return ResultsFile(os.fdopen(number, "w+b"), {}), Path(path)

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


def _discard(files: Iterable[BinaryIO], path: Path) -> None:
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
