"""Where a name may stand on a sheet: beside its mark, on its area, or along its line."""

from collections.abc import Sequence
from itertools import accumulate, pairwise
from math import atan2, dist, hypot, pi

from annotated.geo.label_candidates import Rect, Spot
from annotated.geo.polylines import Line
from annotated.geo.projection import XY
from annotated.geo.svg_paths import smooth
from annotated.geo.text_metrics import ASCENT, DESCENT, Style

GAP = 1.5
# A baseline is longer than its words: it shortens where it is raised off a bend.
SLACK = 1.1
# How many times farther from its mark a name may stand where it is crowded.
FAR = (1.0, 1.5)


def around(point: XY, width: float, style: Style, away: float) -> list[Spot]:
    """Return the spots around a mark: right, left, above, below, and between these."""
    size, side = style.size, 0.8 * away
    middle, above, below = 0.33 * size, -away - 1, away + 0.75 * size
    choices = [
        ("start", away, middle, 0), ("end", -away, middle, 2),
        ("start", side, middle - 0.45 * size, 3), ("start", side, middle + 0.5 * size, 4),
        ("end", -side, middle - 0.45 * size, 5), ("end", -side, middle + 0.5 * size, 6),
        ("middle", 0, above, 6), ("middle", 0, below, 7),
        ("start", -0.3 * width, above, 8), ("end", 0.3 * width, above, 9),
        ("start", -0.3 * width, below, 9), ("end", 0.3 * width, below, 10),
    ]  # fmt: skip
    return [
        _upright(
            (point[0] + x * far, point[1] + y * far), width, style, anchor, cost + 60 * (far - 1)
        )
        for far in FAR
        for anchor, x, y, cost in choices
    ]


def near(point: XY, width: float, style: Style, step: float = 9) -> list[Spot]:
    """Return the spots for the name of an area: on its point, or some steps beside it."""
    ways = [(x, y) for x in range(-4, 5) for y in range(-4, 5)]
    ways.sort(key=lambda way: (abs(way[0]) + abs(way[1]), way))
    return [
        _upright(
            (point[0] + x * step, point[1] + y * step + 0.33 * style.size),
            width, style, "middle", 3 * (abs(x) + abs(y)),
        )
        for x, y in ways
    ]  # fmt: skip


def along(line: Sequence[XY], width: float, style: Style, step: float = 8) -> list[Spot]:
    """Return the spots on the upper side of a line, every `step` units, the straightest first."""
    lengths = [0.0, *accumulate(dist(a, b) for a, b in pairwise(line))]
    room = width * SLACK
    starts = range(0, max(0, int(lengths[-1] - room)), int(step))
    spots = [_on_line(_part(line, lengths, start, start + room), style) for start in starts]
    return sorted(spots, key=lambda spot: spot.cost)


def _upright(at: XY, width: float, style: Style, anchor: str, cost: float) -> Spot:
    x, y = round(at[0]), round(at[1])
    left = x - {"start": 0, "middle": width / 2, "end": width}[anchor]
    covered = Rect(
        left - GAP, y - ASCENT * style.size, left + width + GAP, y + DESCENT * style.size
    )
    side = "" if anchor == "start" else f' text-anchor="{anchor}"'
    return Spot((covered,), f'x="{x}" y="{y}"{side}', cost)


def _part(line: Sequence[XY], lengths: Sequence[float], start: float, end: float) -> Line:
    """Return the part of a line between two distances from its beginning."""
    inner = [point for point, at in zip(line, lengths, strict=True) if start < at < end]
    part = [_at(line, lengths, start), *inner, _at(line, lengths, end)]
    return part if part[0][0] <= part[-1][0] else part[::-1]


def _at(line: Sequence[XY], lengths: Sequence[float], where: float) -> XY:
    place = next(i for i, at in enumerate(lengths[1:], start=1) if at >= where)
    (x1, y1), (x2, y2) = line[place - 1], line[place]
    share = (where - lengths[place - 1]) / ((lengths[place] - lengths[place - 1]) or 1)
    return x1 + share * (x2 - x1), y1 + share * (y2 - y1)


def _on_line(part: Line, style: Style) -> Spot:
    turns = [atan2(b[1] - a[1], b[0] - a[0]) for a, b in pairwise(part)]
    bend = sum(abs((b - a + pi) % (2 * pi) - pi) for a, b in pairwise(turns))
    raised = [_raised(point, part, 0.45 * style.size) for point in part]
    rects = []
    for a, b in pairwise(raised):
        steps = max(1, round(dist(a, b) / (0.5 * style.size)))
        for i in range(steps + 1):
            x, y = (u + (v - u) * i / steps for u, v in zip(a, b, strict=True))
            half = 0.55 * style.size
            rects.append(Rect(x - half, y - 1.3 * half, x + half, y + 0.7 * half))
    steep = abs(part[-1][1] - part[0][1]) / (dist(part[0], part[-1]) or 1)
    return Spot(tuple(rects), smooth([raised]), 12 * bend + 14 * steep)


def _raised(point: XY, part: Line, by: float) -> XY:
    """Return a point moved off the line, at a right angle to the line's course around it."""
    place = part.index(point)
    a, b = part[max(0, place - 1)], part[min(len(part) - 1, place + 1)]
    along_ = hypot(b[0] - a[0], b[1] - a[1]) or 1
    return point[0] + by * (b[1] - a[1]) / along_, point[1] - by * (b[0] - a[0]) / along_
