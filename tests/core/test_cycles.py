"""Cycles of objects are looked for more seldom than Python would by itself."""

import atexit
import gc
import os
import subprocess
import sys

from annotated.core import cycles

# An object in a cycle tells when it is taken apart.
CYCLE = """
from annotated.core import cycles
class Told:
    def __del__(self): print("taken apart", flush=True)
cycles.look_seldom()
each = Told()
each.itself = each
print("done", flush=True)
"""


def test_python_looks_more_seldom() -> None:
    before = gc.get_threshold()
    try:
        cycles.look_seldom()
        assert gc.isenabled()
        assert all(now > once for now, once in zip(gc.get_threshold(), (700, 10, 10), strict=True))
    finally:
        gc.set_threshold(*before)
        atexit.unregister(gc.freeze)


def test_at_the_end_of_a_process_nothing_is_looked_for() -> None:
    path = os.pathsep.join(sys.path)
    command = [sys.executable, "-c", CYCLE]
    ran = subprocess.run(
        command, env={"PYTHONPATH": path}, capture_output=True, check=True, text=True
    )
    assert ran.stdout == "done\n"
