"""Lines of a base map as they fall on a frame: projected, cut at its edge and simplified."""

from collections.abc import Iterable, Iterator

from annotated.geo.polylines import Line, clipped, inside, simplify
from annotated.geo.projection import Frame


def areas_on(
    frame: Frame, rings: Iterable[Line], margin: float, tolerance: float
) -> Iterator[Line]:
    """Yield the part of each ring, in degrees, that is on the frame or `margin` units around it."""
    for ring in rings:
        flat = [frame.xy(*point) for point in ring]
        yield simplify(clipped(flat, frame.width, frame.height, margin), tolerance)


def lines_on(
    frame: Frame, lines: Iterable[Line], margin: float, tolerance: float
) -> Iterator[Line]:
    """Yield the parts of each line, in degrees, that are on the frame or `margin` units around."""
    for line in lines:
        flat = [frame.xy(*point) for point in line]
        for run in inside(flat, frame.width, frame.height, margin):
            yield simplify(run, tolerance)
