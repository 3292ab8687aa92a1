"""Where the names and marks of the map stand as a browser draws it, and which of them touch."""

from collections.abc import Iterator, Sequence
from itertools import combinations
from pathlib import Path
from typing import Any

SHEETS = ("#sheet-region", "#sheet-valley")
NAMES = (Path(__file__).parent / "names_on_sheets.js").read_text(encoding="utf-8")
Shape = Sequence[tuple[float, float]]
Box = tuple[float, float, float, float]


def axes(shape: Shape) -> Iterator[tuple[float, float]]:
    for (x1, y1), (x2, y2) in zip(shape, [*shape[1:], shape[0]], strict=True):
        yield y1 - y2, x2 - x1


def touch(one: Shape, other: Shape) -> bool:
    """Tell whether two convex shapes overlap: no line parts them."""
    for dx, dy in (*axes(one), *axes(other)):
        here = [dx * x + dy * y for x, y in one]
        there = [dx * x + dy * y for x, y in other]
        if max(here) <= min(there) or max(there) <= min(here):
            return False
    return True


def around(name: dict[str, Any]) -> Box:
    """Return the box around all shapes of a name: left, top, right, bottom."""
    xs, ys = zip(*(point for shape in name["shapes"] for point in shape), strict=True)
    return min(xs), min(ys), max(xs), max(ys)


def near(one: Box, other: Box) -> bool:
    """Tell whether two boxes meet; what they hold touches nowhere else."""
    apart_across = one[2] < other[0] or other[2] < one[0]
    return not (apart_across or one[3] < other[1] or other[3] < one[1])


def check(found: dict[str, Any], view: str = "") -> None:
    """Hold every name of a sheet against every other, and against the edge; name the view."""
    assert len(found["names"]) >= 9
    placed = [(name, around(name)) for name in found["names"]]
    touching = [
        (name["words"], other["words"])
        for (name, box), (other, its) in combinations(placed, 2)
        if near(box, its) and any(touch(a, b) for a in name["shapes"] for b in other["shapes"])
    ]
    outside = [
        name["words"]
        for name in found["names"]
        for shape in name["shapes"]
        for x, y in shape
        if not (0 <= x <= found["width"] and 0 <= y <= found["height"])
    ]
    assert touching == [], view
    assert outside == [], view
