"""Second process: it runs tasks beside the first, from the last to the first, to fill a cache.

A task returns nothing: its steps leave their results in the cache, where the first process finds
them. So nothing depends on the second: what it has not done, the first does, with the same result.
Of a task that fails, or that has something to tell, it hands nothing over: the first process comes
to that task too, and fails or tells it where it always would.
"""

import gc
import logging
import os
import threading
from collections.abc import Callable, Mapping
from contextlib import suppress
from importlib import import_module
from typing import TYPE_CHECKING

from annotated.core.disk_cache import DiskCache
from annotated.core.results_file import Places

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

Tasks = Mapping[str, Callable[[], object]]


def is_of_use() -> bool:
    """Tell whether a process can be forked from this one, and has a core to run on.

    Where there are threads, a lock that one of them holds would be held in the second for ever.
    """
    return hasattr(os, "fork") and threading.active_count() == 1 and _cores() > 1


def _cores() -> int:
    allowed = getattr(os, "sched_getaffinity", None)
    return len(allowed(0)) if allowed else os.cpu_count() or 1


class SecondProcess:
    """A process that begins at once with the last of `tasks`, which have names.

    Before the first of them it calls `part`, for whatever the two may not share.
    """

    def __init__(self, cache: DiskCache, tasks: Tasks, part: Callable[[], object]) -> None:
        # Imported here, as few builds need it.
        context = import_module("multiprocessing").get_context("fork")
        self._cache, self._done = cache, set[str]()
        self._told, tells = context.Pipe(duplex=False)
        args = (cache.begin_second(), part, tasks, self._told, tells)
        # What is frozen no look for cycles touches, so that the system need not copy it.
        gc.freeze()
        # A daemon ends with this process.
        self._process = context.Process(target=_run, args=args, daemon=True)
        self._process.start()
        gc.unfreeze()
        tells.close()

    @property
    def pid(self) -> int:
        """Return the number by which the system knows the process."""
        return int(self._process.pid)

    def has_done(self, name: str) -> bool:
        """Tell whether the task is done; from then on the cache has what its steps have found."""
        with suppress(EOFError, OSError):  # it has ended, or was killed
            while self._told.poll():
                done, places = self._told.recv()
                self._cache.take_over(places)
                self._done.add(done)
        return name in self._done

    def end(self) -> None:
        """End the process, and forget what it has not told."""
        self._process.kill()
        self._process.join()
        self._told.close()


class _Told(BaseException):
    """A task has something to tell; nothing that a task calls is to take it for its own fault."""


class _Refusing(logging.Handler):
    def emit(self, record: logging.LogRecord) -> None:
        raise _Told(record.getMessage())


def _run(
    enter: Callable[[], Callable[[], Places]],
    part: Callable[[], object],
    tasks: Tasks,
    told: "Connection[object, object]",
    tells: "Connection[object, object]",
) -> None:
    # Only so does it notice that the first has gone.
    told.close()
    _refuse_messages()
    found = enter()
    with suppress(
        OSError, KeyboardInterrupt
    ):  # the first has gone, both are to, or the disk is full
        part()
        for name in reversed([*tasks]):
            if _succeeds(tasks[name]):
                tells.send((name, found()))


def _succeeds(task: Callable[[], object]) -> bool:
    try:
        task()
    except (Exception, _Told):  # noqa: BLE001 - the first process will come to it
        return False
    return True


def _refuse_messages() -> None:
    """Break off every task that logs anything, or warns."""
    for name in logging.root.manager.loggerDict:
        logger = logging.getLogger(name)
        logger.handlers.clear()
        logger.propagate = True
    logging.root.handlers[:] = [_Refusing()]
    logging.captureWarnings(capture=True)
