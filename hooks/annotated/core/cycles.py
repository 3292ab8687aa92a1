"""Cycles of objects that nothing uses: Python looks for them seldom while one command runs."""

import atexit
import gc

# How many new objects make Python look for cycles among the newest, and how many such looks make
# it look through older ones.
COLLECTED = 100_000, 20, 50


def look_seldom() -> None:
    """Let Python look seldom: a build or a check makes many objects and few cycles.

    At the end of the process it need not look at all, as the system takes back all memory.
    """
    gc.set_threshold(*COLLECTED)
    atexit.unregister(gc.freeze)
    atexit.register(gc.freeze)
