"""Of the commands that write in the folder of a project, one runs at a time."""

import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from annotated.core import command_lock
from conftest import ROOT

HOLDING = """
import sys, time
from pathlib import Path
from annotated.core import command_lock
with command_lock.hold(Path(sys.argv[1]), print):
    print("held", flush=True)
    sys.stdin.read()
"""


@pytest.fixture
def other(tmp_path: Path) -> Iterator[subprocess.Popen[str]]:
    """Return a process that holds the lock until its input ends."""
    with subprocess.Popen(
        [sys.executable, "-c", HOLDING, str(tmp_path)],
        env={"PYTHONPATH": str(ROOT / "hooks")},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        encoding="utf-8",
    ) as process:
        assert process.stdout
        assert process.stdout.readline() == "held\n"
        yield process


def test_alone_a_command_begins_at_once(tmp_path: Path) -> None:
    said: list[str] = []
    for _ in range(2):
        with command_lock.hold(tmp_path, said.append):
            pass

    assert said == []


def test_a_second_command_says_that_it_waits(tmp_path: Path, other: subprocess.Popen[str]) -> None:
    said: list[str] = []

    def say(words: str) -> None:
        said.append(words)
        other.communicate("")

    with command_lock.hold(tmp_path, say):
        assert other.returncode == 0

    assert said == [command_lock.WAITING]


def test_a_killed_command_keeps_nobody_waiting(
    tmp_path: Path, other: subprocess.Popen[str]
) -> None:
    other.send_signal(signal.SIGKILL)
    other.wait()
    said: list[str] = []

    with command_lock.hold(tmp_path, said.append):
        pass

    assert said == []
