"""What is made once for all workers of a run of tests, such as the built site."""

import fcntl
import os
from collections.abc import Callable
from pathlib import Path

import pytest


def once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], object]) -> Path:
    """Return the folder `name`, which `make` has filled for whichever worker came first.

    The others wait until it is whole. Where `make` fails, the next worker tries again.
    """
    base = factory.getbasetemp()
    # A worker has a folder of its own below that of the run.
    run = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    folder, whole = run / f"shared-{name}", run / f"shared-{name}.whole"
    with (run / f"shared-{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not whole.exists():
            make(folder)
            whole.touch()
    return folder
