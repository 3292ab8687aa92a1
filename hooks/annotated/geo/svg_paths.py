"""SVG paths: lines as the attribute `d`, short, rounded, the same bytes on every run.

Source of the commands: SVG 2 (W3C 2018), section 9.3.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from annotated.geo.polylines import Line
from annotated.geo.projection import XY


def straight(lines: Iterable[Sequence[XY]], digits: int = 1, *, closed: bool = False) -> str:
    """Return the path of lines, or of closed rings, with straight segments."""
    return "".join(_straight(line, digits, closed=closed) for line in lines)


def smooth(lines: Iterable[Sequence[XY]], digits: int = 1) -> str:
    """Return the path of lines whose corners are rounded: curves from middle to middle."""
    return "".join(_smooth(line, digits) for line in lines)


def svg_number(value: float, digits: int = 1) -> str:
    """Return a number without needless zeros: “.5”, “-3”, “12.1”."""
    text = f"{value:.{digits}f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    sign, text = ("-", text[1:]) if text.startswith("-") else ("", text)
    text = text.removeprefix("0") if text.startswith("0.") else text
    return "0" if text in ("", "0") else sign + text


def _straight(line: Sequence[XY], digits: int, *, closed: bool) -> str:
    points = _rounded(line, digits)
    if len(points) <= 1:
        return ""
    steps = _joined(_step(a, b, digits) for a, b in pairwise(points))
    return f"M{_pair(points[0], digits)}l{steps}{'z' if closed else ''}"


def _smooth(line: Sequence[XY], digits: int) -> str:
    points = _rounded(line, digits)
    if len(points) <= 2:  # noqa: PLR2004 - a segment has no corner
        return _straight(line, digits, closed=False)
    middles = [((a[0] + b[0]) / 2, (a[1] + b[1]) / 2) for a, b in pairwise(points)]
    ends = [*((round(x, digits), round(y, digits)) for x, y in middles[1:-1]), points[-1]]
    curves, at = [], points[0]
    for corner, end in zip(points[1:-1], ends, strict=True):
        curves.append(_joined((_step(at, corner, digits), _step(at, end, digits))))
        at = end
    return f"M{_pair(points[0], digits)}q{_joined(curves)}"


def _rounded(line: Iterable[XY], digits: int) -> Line:
    points: Line = []
    for x, y in line:
        point = round(x, digits), round(y, digits)
        if not points or points[-1] != point:
            points.append(point)
    return points


def _pair(point: XY, digits: int) -> str:
    return _joined((svg_number(point[0], digits), svg_number(point[1], digits)))


def _step(start: XY, end: XY, digits: int) -> str:
    return _pair((end[0] - start[0], end[1] - start[1]), digits)


def _joined(parts: Iterable[str]) -> str:
    """Join numbers; a minus sign separates them as well as a space does."""
    return "".join(_spaced(parts))


def _spaced(parts: Iterable[str]) -> Iterator[str]:
    for index, part in enumerate(parts):
        yield part if not index or part.startswith("-") else f" {part}"
