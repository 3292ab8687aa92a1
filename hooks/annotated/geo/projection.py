"""Projection from longitude and latitude to a flat sheet, with its scale in kilometres.

Equirectangular (plate carrée with a standard parallel): x is the longitude times the cosine of
that parallel, y the latitude. Positions are therefore linear in both, and CSS percentages can
place a point. Source of the projection: Snyder, Map Projections: A Working Manual (1987), p. 90.
"""

from dataclasses import dataclass
from math import cos, radians

# A degree of latitude on a sphere of the earth's mean radius, 6371 km.
KILOMETRES_TO_A_DEGREE = 111.195
XY = tuple[float, float]


@dataclass(frozen=True)
class Box:
    """The four sides of a part of the earth, in decimal degrees."""

    west: float
    south: float
    east: float
    north: float

    def holds(self, longitude: float, latitude: float) -> bool:
        """Tell whether a point lies in it."""
        return self.west <= longitude <= self.east and self.south <= latitude <= self.north


@dataclass(frozen=True)
class Frame:
    """A sheet `width` units wide that shows a box true to scale along a standard parallel."""

    box: Box
    parallel: float
    width: float

    @property
    def unit(self) -> float:
        """Return how many units of the sheet a degree of latitude takes."""
        return self.width / ((self.box.east - self.box.west) * cos(radians(self.parallel)))

    @property
    def height(self) -> float:
        """Return the height of the sheet."""
        return (self.box.north - self.box.south) * self.unit

    def xy(self, longitude: float, latitude: float) -> XY:
        """Return where a point falls, in units from the upper left corner."""
        across = (longitude - self.box.west) / (self.box.east - self.box.west)
        return across * self.width, (self.box.north - latitude) * self.unit

    def percent(self, longitude: float, latitude: float) -> XY:
        """Return where a point falls, in hundredths of the width and of the height."""
        x, y = self.xy(longitude, latitude)
        return 100 * x / self.width, 100 * y / self.height

    def length(self, kilometres: float) -> float:
        """Return the length on the sheet of a distance along the standard parallel."""
        return kilometres / KILOMETRES_TO_A_DEGREE * self.unit
