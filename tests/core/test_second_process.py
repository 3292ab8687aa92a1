"""Second process: it fills the cache of the first, which depends on it for nothing."""

import logging
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from annotated.core import second_process
from annotated.core.disk_cache import DiskCache
from annotated.core.second_process import SecondProcess, Tasks

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="there is none without fork")
PATIENCE = 30


def maker(_number: int) -> int:
    return os.getpid()


def failing(cache: DiskCache) -> None:
    cache.run(maker, 1)
    raise ValueError


def telling(cache: DiskCache) -> None:
    cache.run(maker, 2)
    logging.getLogger("mkdocs.anything").warning("is told once")


def nothing() -> None:
    pass


def until(holds: Callable[[], bool]) -> bool:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end and not holds():
        time.sleep(0.01)
    return holds()


def finished(cache: DiskCache, tasks: Tasks) -> SecondProcess:
    """Return a process that has done all it can; the first of `tasks` must be one that succeeds."""
    process = SecondProcess(cache, tasks, nothing)
    assert until(lambda: process.has_done(next(iter(tasks))))
    return process


def test_its_results_are_found_by_the_first_process_and_by_the_next_command(tmp_path: Path) -> None:
    cache = DiskCache(tmp_path, "build")
    tasks = {str(number): partial(cache.run, maker, number) for number in range(200)}
    process = finished(cache, tasks)
    process.end()

    made_by = {cache.run(maker, number) for number in range(200)}
    assert len(made_by) == 1
    assert made_by != {os.getpid()}
    cache.save()
    assert {DiskCache(tmp_path, "build").run(maker, 7)} == made_by
    assert len([*tmp_path.iterdir()]) <= 2, "of the second process no file is left"


def test_what_fails_or_tells_is_left_to_the_first(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    cache = DiskCache(tmp_path, "build")
    tasks: Tasks = {
        "good": partial(cache.run, maker, 3),
        "telling": partial(telling, cache),
        "failing": partial(failing, cache),
    }
    process = finished(cache, tasks)

    assert not process.has_done("telling")
    assert not process.has_done("failing")
    assert os.getpid() not in {cache.run(maker, number) for number in (1, 2, 3)}
    process.end()
    assert capfd.readouterr() == ("", "")


def test_of_one_that_is_killed_only_what_it_had_told_is_found(tmp_path: Path) -> None:
    cache = DiskCache(tmp_path, "build")
    tasks: Tasks = {"slow": partial(time.sleep, PATIENCE), "quick": partial(cache.run, maker, 1)}
    process = SecondProcess(cache, tasks, nothing)
    assert until(lambda: process.has_done("quick"))
    os.kill(process.pid, signal.SIGKILL)

    assert not process.has_done("slow")
    assert cache.run(maker, 1) == process.pid
    assert cache.run(maker, 2) == os.getpid()
    process.end()


def test_it_begins_with_no_task_where_it_cannot_part(tmp_path: Path) -> None:
    def no_room() -> None:
        raise OSError

    cache = DiskCache(tmp_path, "build")
    process = SecondProcess(cache, {"one": partial(cache.run, maker, 1)}, no_room)
    assert until(lambda: not exists(process.pid) or is_defunct(process.pid))
    assert not process.has_done("one")
    process.end()


BEGINS = """
import os, sys, time
from functools import partial
from pathlib import Path
from annotated.core.disk_cache import DiskCache
from annotated.core.second_process import SecondProcess
tasks = {str(number): partial(time.sleep, 0.05) for number in range(10_000)}
process = SecondProcess(DiskCache(Path(sys.argv[1]), "build"), tasks, lambda: None)
print(process.pid, flush=True)
time.sleep(600)
"""


def exists(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def is_defunct(pid: int) -> bool:
    status = Path(f"/proc/{pid}/stat")
    return status.exists() and status.read_text(encoding="utf-8").split()[2] == "Z"


@pytest.mark.parametrize("sent", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_none_outlives_the_first(tmp_path: Path, sent: signal.Signals) -> None:
    command = [sys.executable, "-c", BEGINS, str(tmp_path)]
    env = os.environ | {"PYTHONPATH": "hooks"}
    with subprocess.Popen(command, env=env, stdout=-1, stderr=-1, encoding="utf-8") as first:
        assert first.stdout
        second = int(first.stdout.readline())
        assert exists(second)
        first.send_signal(sent)
        first.wait()
    assert until(lambda: not exists(second) or is_defunct(second))


def test_one_core_or_a_thread_is_reason_enough_for_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(threading, "active_count", lambda: 1)
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0, 1}, raising=False)
    assert second_process.is_of_use()

    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {1})
    assert not second_process.is_of_use()
    monkeypatch.undo()

    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0, 1}, raising=False)
    end = threading.Event()
    thread = threading.Thread(target=end.wait)
    thread.start()
    assert not second_process.is_of_use()
    end.set()
    thread.join()
