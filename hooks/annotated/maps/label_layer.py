"""Label layer of a sheet: the style of each name, its candidate positions and its position.

Labels are placed by `geo.label_placement`; this module says what it is given. A sheet is drawn
once, with two sets of labels, of which a style sheet shows one: that for wide screens has every
name, that for narrow ones has larger type and only the names for which there is room.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from math import dist

from annotated.content.map_landmarks import Landmark
from annotated.geo.bows import bow
from annotated.geo.label_candidates import (
    Candidate,
    Rect,
    along_line,
    around_point,
    at_corners,
    on_area,
)
from annotated.geo.label_placement import (
    ON_A_MARK,
    Label,
    Obstacles,
    grid_cells,
    place_labels,
    place_where_free,
)
from annotated.geo.polylines import middle, simplify
from annotated.geo.projection import XY
from annotated.geo.text_metrics import Style, Widths
from annotated.maps.label_styles import CITY, FRAME, LANDMARKS, MARKED, scaled, style_of
from annotated.maps.sheet_marks import SheetMarks
from annotated.model.entities import Place

# What the frame of a sheet within another says.
ENLARGED = "enlarged below"
# What it costs that a name along a line is one unit from where it is wanted.
ASTRAY = 0.3
# From this cost on, a name on a narrow screen is too far from its mark to be read as its name.
ASTRAY_FROM_MARK = 45.0
# The size of the number of events behind a name, in sizes of its type.
COUNT = 0.72
# On a narrow screen the sheet is about half as wide, so its type is larger by this factor.
NARROW = 1.8
# The tolerance to which a river is simplified, so that its name follows its course, not its bends.
COURSE = 8.0
# Units from a point to its label, and from the edge of the sheet to any label.
FROM_MARK, FROM_AREA, FROM_EDGE = 7, 9, 3


@dataclass(frozen=True)
class LabelLayer(SheetMarks):
    """The labels of one sheet on its base layer.

    Of two places for which there is no room, that with the larger of the `weights` has its name on
    a narrow screen. `counts` are the largest number that may stand behind the name of a place,
    `moves` the ids of the places between which arrows lead.
    """

    widths: Widths
    weights: Mapping[str, int]
    counts: Mapping[str, int]
    moves: tuple[tuple[str, str], ...]

    @cached_property
    def wide(self) -> tuple[dict[str, Candidate], Obstacles]:
        """Return the position of every label by the id of its place, and what labels avoid."""
        obstacles = self._obstacles(1)
        labels = list(self._labels((*self.marked, *self.unmarked), 1, obstacles))
        return place_labels(labels, obstacles), obstacles

    @cached_property
    def narrow(self) -> dict[str, Candidate]:
        """Return the positions of as many labels, in larger type, as there is room for."""
        rivers = [place for place in self.unmarked if place.kind == "river"]
        # The first are placed first, so those with the most events keep their names.
        in_order = sorted((*self.marked, *rivers), key=lambda place: -self.weights.get(place.id, 0))
        labels = self._labels(in_order, NARROW, self._obstacles(NARROW))
        return place_where_free([*labels], most=ASTRAY_FROM_MARK)

    def room_left(self, scale: float) -> dict[str, Candidate]:
        """Return the positions of landmarks and of what frames say, where there is room left.

        A landmark is known by its name, what a frame says by the id of its sheet.
        """
        obstacles = self._obstacles(scale)
        taken = list((self.narrow if scale > 1 else self.wide[0]).values())
        seen = [
            landmark
            for landmark in self.landmarks_here
            if not any(self.mark(landmark, scale).touches(at.bounds) for at in taken)
            # Where those countries have no names that the article names, no other has one.
            and (scale == 1 or landmark.kind != "country")
        ]
        labels = self._labels_left(seen, scale, obstacles)
        return place_where_free(labels, taken, ON_A_MARK)

    def style(self, place: Place, scale: float = 1) -> Style:
        """Return the style of the name of a place, in type that is larger by the factor `scale`."""
        return scaled(style_of(place), scale)

    def candidates(self, place: Place, width: float, style: Style, scale: float) -> list[Candidate]:
        """Return the positions that the name of a place may have, the best first.

        A name is along the line of a river or road, beside a mark, or else on its area. A line
        that is too short for its name has it on its beginning, as if it were an area.
        """
        lines = {**self.base.rivers, **self.base.roads}.get(place.id)
        if lines:
            near = self._wanted(place)
            along = lines if near else [max(lines, key=len)]
            found = [
                at for line in along for at in along_line(simplify(line, COURSE), width, style)
            ]
            if near:
                found = [replace(at, cost=at.cost + _astray(at, near)) for at in found]
            return found or on_area(along[0][0], width, style)
        if place.kind in MARKED:
            away = FROM_AREA if place.kind == "area" else FROM_MARK
            return around_point(self.xy(place), width, style, away * scale)
        return on_area(self._middle(place), width, style)

    def _labels(
        self, places: Iterable[Place], scale: float, obstacles: Obstacles
    ) -> Iterator[Label]:
        for place in places:
            style = self.style(place, scale)
            width = self.widths.of(self.sheet.words(place), style)
            if place.kind in MARKED and place.id in self.counts:
                width += self.widths.of(f" {self.counts[place.id]}", scaled(style, COUNT))
            subject = self, place, style, obstacles
            # The candidates of a label depend on its width and on the base, but not on what its
            # name is or where other labels are: so they are cached with the base, by the width.
            # To evaluate them is the larger part of the work.
            yield self.base.labels.run_on(subject, _label, place.id, width, scale)

    def _wanted(self, place: Place) -> XY | None:
        """Return where the name of a river or road is wanted, if that is said."""
        near = (beside.remark for beside in self.sheet.beside if beside.text == place.id)
        return next((self.xy(self.places[id_]) for id_ in near), None)

    def _labels_left(
        self, landmarks: Iterable[Landmark], scale: float, obstacles: Obstacles
    ) -> Iterator[Label]:
        for sheet in self.inner:
            style = scaled(FRAME, scale)
            width = self.widths.of(ENLARGED, style)
            yield obstacles.label(sheet.id, at_corners(self.frame_of(sheet), width, style))
        for landmark in landmarks:
            style = self.landmark_style(landmark, scale)
            width, at = self.widths.of(landmark.name, style), self.xy(landmark)
            candidates = (
                around_point(at, width, style, FROM_MARK * scale)
                if landmark.kind == "city"
                else on_area(at, width, style)
            )
            yield obstacles.label(landmark.name, candidates)

    def landmark_style(self, landmark: Landmark, scale: float = 1) -> Style:
        """Return the style of the name of a landmark."""
        return scaled(LANDMARKS.get(landmark.kind, CITY), scale)

    def _middle(self, place: Place) -> XY:
        """Return the point for the name of an area: its own, or the middle of its visible part."""
        visible = [] if self.sheet.holds(place) else list(self.base.country(place.iso))
        return middle(max(visible, key=len)) if visible else self.xy(place)

    def _obstacles(self, scale: float) -> Obstacles:
        frame = self.base.frame
        marks = [self.mark(place, scale) for place in self.marked]
        scale_bar = self.base.scale_rect
        inner = Rect(FROM_EDGE, FROM_EDGE, frame.width - FROM_EDGE, frame.height - FROM_EDGE)
        # Where a label may be left out, it is never put on a mark; where it may not, it may have
        # to be, at a cost.
        if scale > 1:
            return Obstacles(inner, [scale_bar, *marks], [], self.base.grid_cells, named=marks)
        cities = [landmark for landmark in self.landmarks_here if landmark.kind == "city"]
        marks += [self.mark(landmark, scale) for landmark in cities]
        edges = [edge for sheet in self.inner for edge in self.frame_of(sheet).edges]
        lines = self.base.grid_cells
        return Obstacles(inner, [scale_bar], marks, lines, edges, arrows=self._arrows)

    @cached_property
    def _arrows(self) -> frozenset[tuple[int, int]]:
        """Return the squares of the sheet through which the ways between places pass.

        Those of which a sheet within this one draws the arrow count too: names lie close there.
        """
        held = {place.id: place for place in self.places.values() if self.sheet.holds(place)}
        ways = [
            (self.xy(held[start]), self.xy(held[end]))
            for start, end in self.moves
            if start in held and end in held
        ]
        return grid_cells(point for ends in ways for point in bow(*ends).points())


def _astray(at: Candidate, wanted: XY) -> float:
    return ASTRAY * dist(wanted, at.bounds.middle)


def _label(
    subject: tuple[LabelLayer, Place, Style, Obstacles], id_: str, width: float, scale: float
) -> Label:
    layer, place, style, obstacles = subject
    return obstacles.label(id_, layer.candidates(place, width, style, scale))
