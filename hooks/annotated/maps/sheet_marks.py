"""Marks of a sheet: what stands on it, and where each of it is drawn."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from annotated.content.map_landmarks import Landmark
from annotated.content.map_sheets import Sheet
from annotated.geo.label_candidates import Rect
from annotated.geo.marks_apart import apart
from annotated.geo.projection import XY
from annotated.maps.base_layer import BaseLayer
from annotated.maps.label_styles import MARKED
from annotated.model.entities import Place

# Half the width of a mark, and how far the points of two marks are apart at least.
HALF_MARK, APART = 3.5, 9.0


@dataclass(frozen=True)
class SheetMarks:
    """The marks of one sheet: `places` are all by id, `inner` the sheets within this one."""

    sheet: Sheet
    base: BaseLayer
    places: Mapping[str, Place]
    landmarks: tuple[Landmark, ...]
    inner: tuple[Sheet, ...]

    @cached_property
    def marked(self) -> list[Place]:
        """Return the places that are drawn as marks."""
        sheet = self.sheet
        return [
            place
            for place in self.places.values()
            if place.kind in MARKED and sheet.holds(place) and place.id not in sheet.leaves_out
        ]

    @cached_property
    def unmarked(self) -> list[Place]:
        """Return the places of which only the name is drawn."""
        marked = {place.id for place in self.marked}
        ids = [name.text for name in self.sheet.named]
        return [self.places[id_] for id_ in ids if id_ in self.places.keys() - marked]

    @cached_property
    def landmarks_here(self) -> list[Landmark]:
        """Return the landmarks whose point lies on the sheet."""
        holds = self.sheet.box.holds
        return [
            landmark
            for landmark in self.landmarks
            if holds(landmark.point.longitude, landmark.point.latitude)
        ]

    def frame_of(self, sheet: Sheet) -> Rect:
        """Return the frame of a sheet within this one."""
        box, xy = sheet.box, self.base.frame.xy
        return Rect(*xy(box.west, box.north), *xy(box.east, box.south))

    def enlarges(self, *ids: str) -> bool:
        """Tell whether a sheet within this one shows all of these places."""
        places = [self.places[id_] for id_ in ids if id_ in self.places]
        return any(all(map(sheet.holds, places)) for sheet in self.inner)

    def xy(self, place: Place | Landmark) -> XY:
        """Return where a place or landmark stands on the sheet: by its point, but off any mark."""
        if isinstance(place, Place) and place.id in self._marks_apart:
            return self._marks_apart[place.id]
        return self._projected(place)

    @cached_property
    def _marks_apart(self) -> dict[str, XY]:
        return apart({place.id: self._projected(place) for place in self.marked}, APART)

    def _projected(self, place: Place | Landmark) -> XY:
        point = place.point
        return self.base.frame.xy(point.longitude, point.latitude) if point else (0, 0)

    def mark(self, place: Place | Landmark, scale: float) -> Rect:
        """Return the box of a mark that is larger by the factor `scale`."""
        (x, y), half = self.xy(place), HALF_MARK * scale
        return Rect(x - half, y - half, x + half, y + half)
