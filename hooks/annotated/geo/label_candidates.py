"""Candidate positions of a label on a map: around its point, on its area, or along its line."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, pairwise
from math import atan2, dist, hypot, pi
from typing import NamedTuple

from annotated.geo.polylines import Line
from annotated.geo.projection import XY
from annotated.geo.svg_paths import smooth
from annotated.geo.text_metrics import ASCENT, DESCENT, Style

GAP = 1.5
# A baseline is longer than its text: it shortens where it is raised off a bend.
SLACK = 1.1
# How far off its line a name may be raised, in sizes of its type, with what that costs: close above
# it, above the marks on it, below them.
OFF_LINE = ((0.45, 0), (0.9, 5), (-1.25, 8))
# How many times farther from its mark a label may be where it is crowded, with what that costs.
FAR = ((1.0, 0), (1.5, 30), (2.2, 150))


class Rect(NamedTuple):
    """An upright rectangle on the sheet, in its units; y grows downwards."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def middle(self) -> XY:
        """Return the point halfway between its sides."""
        return (self.left + self.right) / 2, (self.top + self.bottom) / 2

    @property
    def edges(self) -> tuple["Rect", ...]:
        """Return its four sides."""
        left, top, right, bottom = self
        return (
            Rect(left, top, right, top),
            Rect(left, bottom, right, bottom),
            Rect(left, top, left, bottom),
            Rect(right, top, right, bottom),
        )

    def grown(self, by: float) -> "Rect":
        """Return the rectangle that is larger by so much on every side."""
        return Rect(self.left - by, self.top - by, self.right + by, self.bottom + by)

    def touches(self, other: "Rect") -> bool:
        """Tell whether they share more than an edge."""
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )

    def is_within(self, other: "Rect") -> bool:
        """Tell whether no part of it is outside the other."""
        return (
            self.left >= other.left
            and self.top >= other.top
            and self.right <= other.right
            and self.bottom <= other.bottom
        )


@dataclass(frozen=True)
class Candidate:
    """A position: what the label covers there, how it is written in SVG, and what it costs.

    `svg` are the attributes of `<text>`, or for a label along a line the path of its baseline,
    which begins with `M`.
    """

    rects: tuple[Rect, ...]
    svg: str
    cost: float = 0

    @cached_property
    def bounds(self) -> Rect:
        """Return the rectangle around all that it covers."""
        left, top, right, bottom = zip(*self.rects, strict=True)
        return Rect(min(left), min(top), max(right), max(bottom))

    def overlaps(self, other: "Candidate") -> int:
        """Return how many pairs of rectangles of the two touch."""
        if not self.bounds.touches(other.bounds):
            return 0
        return sum(mine.touches(theirs) for mine in self.rects for theirs in other.rects)


def around_point(point: XY, width: float, style: Style, away: float) -> list[Candidate]:
    """Return the candidates around a mark: right, left, above, below, and between these.

    `width` is that of the text, `away` the distance from the point, both in units of the sheet.
    """
    size, side = style.size, 0.8 * away
    middle, above, below = 0.33 * size, -away - 1, away + 0.75 * size
    # (text-anchor, x and y of the text from the point, cost): right of the mark reads best.
    choices = [
        ("start", away, middle, 0), ("end", -away, middle, 2),
        ("start", side, middle - 0.45 * size, 3), ("start", side, middle + 0.5 * size, 4),
        ("end", -side, middle - 0.45 * size, 5), ("end", -side, middle + 0.5 * size, 6),
        ("middle", 0, above, 6), ("middle", 0, below, 7),
        ("start", -0.3 * width, above, 8), ("end", 0.3 * width, above, 9),
        ("start", -0.3 * width, below, 9), ("end", 0.3 * width, below, 10),
    ]  # fmt: skip
    return [
        _upright((point[0] + x * far, point[1] + y * far), width, style, anchor, cost + dearer)
        for far, dearer in FAR
        for anchor, x, y, cost in choices
    ]


def on_area(point: XY, width: float, style: Style, step: float = 9) -> list[Candidate]:
    """Return the candidates for the name of an area: on its point, or some steps from it."""
    offsets = [(x, y) for x in range(-4, 5) for y in range(-4, 5)]
    offsets.sort(key=lambda offset: (abs(offset[0]) + abs(offset[1]), offset))
    return [
        _upright(
            (point[0] + x * step, point[1] + y * step + 0.33 * style.size),
            width, style, "middle", 3 * (abs(x) + abs(y)),
        )
        for x, y in offsets
    ]  # fmt: skip


def at_corners(rect: Rect, width: float, style: Style) -> list[Candidate]:
    """Return the candidates above and below the corners of a frame, within its width."""
    above, below = rect.top - 4, rect.bottom + 0.9 * style.size
    return [
        _upright((x, y), width, style, anchor, cost)
        for y, x, anchor, cost in (
            (above, rect.left, "start", 0), (above, rect.right, "end", 1),
            (below, rect.left, "start", 2), (below, rect.right, "end", 3),
        )
    ]  # fmt: skip


def along_line(line: Sequence[XY], width: float, style: Style, step: float = 8) -> list[Candidate]:
    """Return the candidates beside a line, some every `step` units, the straightest first.

    There are none where the line is shorter than the text.
    """
    lengths = [0.0, *accumulate(dist(a, b) for a, b in pairwise(line))]
    room = width * SLACK
    starts = range(0, max(0, int(lengths[-1] - room)), int(step))
    candidates = [
        _on_line(_section(line, lengths, at, at + room), style, *off)
        for at in starts
        for off in OFF_LINE
    ]
    return sorted(candidates, key=lambda candidate: candidate.cost)


def _upright(at: XY, width: float, style: Style, anchor: str, cost: float) -> Candidate:
    x, y = round(at[0]), round(at[1])
    left = x - {"start": 0, "middle": width / 2, "end": width}[anchor]
    covered = Rect(
        left - GAP, y - ASCENT * style.size, left + width + GAP, y + DESCENT * style.size
    )
    side = "" if anchor == "start" else f' text-anchor="{anchor}"'
    return Candidate((covered,), f'x="{x}" y="{y}"{side}', cost)


def _section(line: Sequence[XY], lengths: Sequence[float], start: float, end: float) -> Line:
    """Return the part of a line between two distances from its beginning, from left to right."""
    inner = [point for point, at in zip(line, lengths, strict=True) if start < at < end]
    section = [_point_at(line, lengths, start), *inner, _point_at(line, lengths, end)]
    return section if section[0][0] <= section[-1][0] else section[::-1]


def _point_at(line: Sequence[XY], lengths: Sequence[float], distance: float) -> XY:
    index = next(i for i, at in enumerate(lengths[1:], start=1) if at >= distance)
    (x1, y1), (x2, y2) = line[index - 1], line[index]
    share = (distance - lengths[index - 1]) / ((lengths[index] - lengths[index - 1]) or 1)
    return x1 + share * (x2 - x1), y1 + share * (y2 - y1)


def _on_line(section: Line, style: Style, off: float, cost: float) -> Candidate:
    turns = [atan2(b[1] - a[1], b[0] - a[0]) for a, b in pairwise(section)]
    bend = sum(abs((b - a + pi) % (2 * pi) - pi) for a, b in pairwise(turns))
    raised = [_raised(point, section, off * style.size) for point in section]
    rects = []
    for a, b in pairwise(raised):
        steps = max(1, round(dist(a, b) / (0.5 * style.size)))
        for i in range(steps + 1):
            x, y = (u + (v - u) * i / steps for u, v in zip(a, b, strict=True))
            half = 0.55 * style.size
            rects.append(Rect(x - half, y - 1.3 * half, x + half, y + 0.7 * half))
    steep = abs(section[-1][1] - section[0][1]) / (dist(section[0], section[-1]) or 1)
    return Candidate(tuple(rects), smooth([raised]), 12 * bend + 14 * steep + cost)


def _raised(point: XY, section: Line, by: float) -> XY:
    """Return a point moved off the line, at a right angle to the line's course around it."""
    index = section.index(point)
    a, b = section[max(0, index - 1)], section[min(len(section) - 1, index + 1)]
    length = hypot(b[0] - a[0], b[1] - a[1]) or 1
    return point[0] + by * (b[1] - a[1]) / length, point[1] - by * (b[0] - a[0]) / length
