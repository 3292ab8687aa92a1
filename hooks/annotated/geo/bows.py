"""Bows: the schematic course of an arrow from one point to another, that stops short of both."""

from collections.abc import Iterator
from math import atan2, cos, sin
from typing import NamedTuple

from annotated.geo.projection import XY

# How far a bow swings out, for its length, and how far from each end it stops.
SWING, SHORT = 0.18, 10.0
# In how many steps its course is walked.
STEPS = 24


class Bow(NamedTuple):
    """A quadratic curve: where it begins, the point that bends it, where it ends."""

    start: XY
    bend: XY
    end: XY

    def points(self) -> Iterator[XY]:
        """Yield points along its course."""
        for step in range(STEPS + 1):
            on = step / STEPS
            shares = ((1 - on) ** 2, 2 * on * (1 - on), on**2)
            yield (
                sum(share * point[0] for share, point in zip(shares, self, strict=True)),
                sum(share * point[1] for share, point in zip(shares, self, strict=True)),
            )


def bow(start: XY, end: XY) -> Bow:
    """Return the bow between two points."""
    bend = (
        (start[0] + end[0]) / 2 + SWING * (end[1] - start[1]),
        (start[1] + end[1]) / 2 - SWING * (end[0] - start[0]),
    )
    return Bow(_short_of(start, bend), bend, _short_of(end, bend))


def _short_of(end: XY, toward: XY) -> XY:
    return away(end, atan2(toward[1] - end[1], toward[0] - end[0]), SHORT)


def away(point: XY, angle: float, by: float) -> XY:
    """Return the point that lies so far from another in a direction, in radians."""
    return point[0] + by * cos(angle), point[1] + by * sin(angle)
