"""Polylines prepared for drawing: cut to a rectangle, simplified, joined to outlines."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from math import dist, hypot

from annotated.geo.projection import XY

Line = list[XY]


def simplify(line: Sequence[XY], tolerance: float) -> Line:
    """Return the line without the points that stray less than `tolerance` from it.

    Source of the method: Douglas and Peucker, Cartographica 10:2 (1973).
    """
    if len(line) < 3:  # noqa: PLR2004 - two points are a line already
        return list(line)
    deviations = [_deviation(point, line[0], line[-1]) for point in line[1:-1]]
    farthest = max(deviations)
    if farthest <= tolerance:
        return [line[0], line[-1]]
    at = deviations.index(farthest) + 1
    return simplify(line[: at + 1], tolerance)[:-1] + simplify(line[at:], tolerance)


def _deviation(point: XY, start: XY, end: XY) -> float:
    return dist(point, start) if start == end else dist(point, nearest(point, start, end))


def nearest(point: XY, start: XY, end: XY) -> XY:
    """Return the point of a segment that lies nearest to `point`."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    along = ((point[0] - start[0]) * dx + (point[1] - start[1]) * dy) / (dx * dx + dy * dy or 1)
    along = min(1.0, max(0.0, along))
    return start[0] + along * dx, start[1] + along * dy


def inside(line: Iterable[XY], width: float, height: float, margin: float) -> Iterator[Line]:
    """Yield the runs of a line that may touch a sheet or what is within `margin` of it.

    A run keeps one point beyond the margin at each end, so that it reaches the edge.
    """
    run: Line = []
    for start, end in pairwise(line):
        near = (
            min(start[0], end[0]) <= width + margin
            and max(start[0], end[0]) >= -margin
            and min(start[1], end[1]) <= height + margin
            and max(start[1], end[1]) >= -margin
        )
        if near:
            run = run or [start]
            run.append(end)
        elif run:
            yield run
            run = []
    if run:
        yield run


def clipped(ring: Line, width: float, height: float, margin: float) -> Line:
    """Return the part of a closed ring that lies on a sheet or within `margin` of it.

    Source of the method: Sutherland and Hodgman, Communications of the ACM 17:1 (1974).
    """
    for axis, limit, sign in ((0, -margin, 1), (0, width + margin, -1),
                              (1, -margin, 1), (1, height + margin, -1)):  # fmt: skip
        out: Line = []
        for start, end in pairwise([*ring, ring[0]] if ring else []):
            from_, to = sign * (start[axis] - limit), sign * (end[axis] - limit)
            if from_ * to < 0:
                part = from_ / (from_ - to)
                out.append(tuple(a + part * (b - a) for a, b in zip(start, end, strict=True)))  # type: ignore[arg-type]
            if to >= 0:
                out.append(end)
        ring = out
    return ring


def outline(rings: Iterable[Sequence[XY]]) -> list[Line]:
    """Return the outer rings of the union of areas that share their borders point by point."""
    edges: dict[tuple[XY, XY], None] = {}
    for ring in rings:
        for edge in pairwise(ring):
            if (edge[1], edge[0]) in edges:
                del edges[edge[1], edge[0]]
            else:
                edges[edge] = None
    return _chained(edges)


def _chained(edges: Iterable[tuple[XY, XY]]) -> list[Line]:
    following: dict[XY, list[XY]] = {}
    for start, end in edges:
        following.setdefault(start, []).append(end)
    rings = []
    while following:
        ring = [next(iter(following))]
        while ring[-1] in following:
            ends = following[ring[-1]]
            here = ring[-1]
            ring.append(ends.pop())
            if not ends:
                del following[here]
        rings.append(ring)
    return rings


def length(line: Sequence[XY]) -> float:
    """Return the length of a line."""
    return sum(hypot(b[0] - a[0], b[1] - a[1]) for a, b in pairwise(line))


def middle(ring: Sequence[XY]) -> XY:
    """Return the middle of the rectangle around a ring."""
    xs, ys = zip(*ring, strict=True)
    return (min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2
