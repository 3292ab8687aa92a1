"""What a name covers on a sheet: upright rectangles, and a spot made of some of them."""

from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple


class Rect(NamedTuple):
    """An upright rectangle on the sheet, in its units."""

    left: float
    top: float
    right: float
    bottom: float

    def touches(self, other: "Rect") -> bool:
        """Tell whether they share more than an edge."""
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )

    def lies_in(self, other: "Rect") -> bool:
        """Tell whether no part of it is outside the other."""
        return (
            self.left >= other.left
            and self.top >= other.top
            and self.right <= other.right
            and self.bottom <= other.bottom
        )


@dataclass(frozen=True)
class Spot:
    """What a label covers there, the attributes that put it there, and what that costs.

    For a label along a line `drawn` is the path of its baseline.
    """

    rects: tuple[Rect, ...]
    drawn: str
    cost: float = 0

    @cached_property
    def bounds(self) -> Rect:
        """Return the rectangle around all that it covers."""
        left, top, right, bottom = zip(*self.rects, strict=True)
        return Rect(min(left), min(top), max(right), max(bottom))

    def overlaps(self, other: "Spot") -> int:
        """Return how many parts of this one touch parts of another."""
        if not self.bounds.touches(other.bounds):
            return 0
        return sum(one.touches(two) for one in self.rects for two in other.rects)
