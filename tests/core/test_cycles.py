"""Cycles of objects are looked for more seldom than Python would by itself."""

import gc

from annotated.core import cycles


def test_python_looks_more_seldom() -> None:
    before = gc.get_threshold()
    try:
        cycles.look_seldom()
        assert gc.isenabled()
        assert all(now > once for now, once in zip(gc.get_threshold(), (700, 10, 10), strict=True))
    finally:
        gc.set_threshold(*before)
