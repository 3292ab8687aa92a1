"""Cache of steps on disk, so that the next process need not repeat what has not changed.

All results are in one file, whose name holds the version of the code and of the packages that it
calls. It is written beside and then renamed, so that a process that is killed, or another that
runs at the same time, never leaves half a file under its name; what a killed one has left beside
it goes when the next one saves.
"""

import gc
import os
import pickle
import sys
import time
from hashlib import sha256
from importlib.metadata import version as version_of
from pathlib import Path
from tempfile import NamedTemporaryFile

from annotated.core.build_cache import BuildCache

CODE = Path(__file__).parent.parent
PACKAGES = ("markdown", "nh3", "pybtex", "pymdown-extensions", "pyyaml")
SUFFIX = ".pickle"
# Seconds after which nobody writes an unfinished file any more: it takes less than one.
ABANDONED = 60


def load(folder: Path) -> BuildCache:
    """Return the cache that the last process has saved in `folder`, or a new one."""
    cache = BuildCache()
    path = folder / _name()
    if path.exists():
        # Hundreds of thousands of objects come to stay: nothing is gained by searching them.
        gc.disable()
        try:
            # Nobody writes there but this module; whoever could, could change the code as well.
            cache = BuildCache(pickle.loads(path.read_bytes()))  # noqa: S301
        except Exception:  # noqa: BLE001 - what cannot be read is no cache
            path.unlink(missing_ok=True)
        finally:
            gc.enable()
    return cache


def save(cache: BuildCache, folder: Path) -> None:
    """Save what was asked of `cache`, in place of what `folder` holds, if any of it is new."""
    if not cache.has_changed:
        return
    cache.evict_unused()
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / _name()
    with NamedTemporaryFile(dir=folder, delete=False) as file:
        file.write(pickle.dumps(cache.results, pickle.HIGHEST_PROTOCOL))
    os.replace(file.name, path)  # noqa: PTH105 - as safe as a rename can be
    for other in folder.iterdir():
        if other != path and (other.suffix == SUFFIX or _is_abandoned(other)):
            other.unlink(missing_ok=True)


def _is_abandoned(path: Path) -> bool:
    try:
        return path.stat().st_mtime < time.time() - ABANDONED
    except FileNotFoundError:  # the other process has renamed it
        return False


def _name() -> str:
    """Return the name of the file: another for each version of the code and its packages."""
    state = sha256(f"{sys.version}{[version_of(name) for name in PACKAGES]}".encode())
    for path in sorted(CODE.rglob("*.py")):
        state.update(path.read_bytes())
    return f"{state.hexdigest()[:32]}{SUFFIX}"
