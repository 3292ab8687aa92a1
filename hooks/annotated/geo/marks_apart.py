"""Displacement of marks that would lie on each other, as maps have it: both give way alike."""

from collections.abc import Mapping
from itertools import combinations
from math import dist

from annotated.geo.projection import XY

# How often all pairs are looked at: a mark that gives way to one may come near another.
ROUNDS = 20


def apart(points: Mapping[str, XY], least: float) -> dict[str, XY]:
    """Return the points by id, those nearer to each other than `least` moved to that distance.

    They move along the line between them; two on one point have no such line, and stay.
    """
    found = dict(points)
    for _ in range(ROUNDS):
        near = [
            (one, other)
            for one, other in combinations(found, 2)
            if 0 < dist(found[one], found[other]) < least - 0.01
        ]
        for one, other in near:
            found[one], found[other] = _parted(found[one], found[other], least)
        if not near:
            break
    return found


def _parted(one: XY, other: XY, least: float) -> tuple[XY, XY]:
    length = dist(one, other) or 1
    by = max(least - length, 0) / 2 / length
    dx, dy = (other[0] - one[0]) * by, (other[1] - one[1]) * by
    return (one[0] - dx, one[1] - dy), (other[0] + dx, other[1] + dy)
