"""The names on a sheet: how each kind is set, where it may stand, and where it comes to stand."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from annotated.content.map_sheets import Sheet
from annotated.geo.label_candidates import Candidate, Rect, along_line, around_point, on_area
from annotated.geo.label_placement import Label, Obstacles, place_labels, place_where_free
from annotated.geo.polylines import middle, simplify
from annotated.geo.projection import XY
from annotated.geo.text_metrics import Style, Widths
from annotated.maps.base_layer import Base
from annotated.model.entities import Place

# What is drawn as a mark; anything else is a name on its area or along its line.
MARKED = ("city", "town", "district", "area")
TOWN = Style("town", "regular", 12.5)
COUNTRY = Style("country", "regular", 11.5, 3.5, capitals=True)
PROVINCE = Style("province", "regular", 8.5, 1.6, capitals=True)
RIVER = Style("river", "italic", 12.5, 0.6)
ROAD = Style("road", "italic", 9.5, 0.3)
REGION = Style("region", "italic", 12.5, 1.5)
STYLES = {"country": COUNTRY, "governorate": PROVINCE, "river": RIVER, "road": ROAD}
# On a narrow screen the sheet shrinks to half, and its letters grow in turn.
NARROW = 1.8
# Names follow the course of a river, not its bends.
COURSE = 8.0


@dataclass(frozen=True)
class Names:
    """Places the names of one sheet on its base; `places` are all places by id.

    `weight` says how much each place has to tell.
    """

    sheet: Sheet
    base: Base
    places: Mapping[str, Place]
    widths: Widths
    weight: Mapping[str, int]

    @cached_property
    def marked(self) -> list[Place]:
        """Return the places that are drawn as marks."""
        return [
            one
            for one in self.places.values()
            if one.kind in MARKED and self.sheet.holds(one) and one.id not in self.sheet.leaves_out
        ]

    @cached_property
    def named(self) -> list[Place]:
        """Return the places of which only the name is drawn."""
        ids = [one.text for one in self.sheet.named]
        marked = {one.id for one in self.marked}
        return [self.places[id_] for id_ in ids if id_ in self.places.keys() - marked]

    @cached_property
    def wide(self) -> tuple[dict[str, Candidate], Obstacles]:
        """Return the position of every label, and what labels keep off."""
        obstacles = self._obstacles(1)
        return place_labels(
            [*self._labels((*self.marked, *self.named), 1, obstacles)], obstacles
        ), obstacles

    @cached_property
    def narrow(self) -> dict[str, Candidate]:
        """Return the positions of as many labels, in larger type, as there is room for."""
        rivers = [one for one in self.named if one.kind == "river"]
        shown = sorted((*self.marked, *rivers), key=lambda one: -self.weight.get(one.id, 0))
        return place_where_free([*self._labels(shown, NARROW, self._obstacles(NARROW))])

    def style(self, one: Place, scale: float = 1) -> Style:
        """Return how the name of a place is set."""
        style = TOWN if one.kind in MARKED else STYLES.get(one.kind, REGION)
        return Style(style.name, style.font, style.size * scale, style.spacing, style.capitals)

    def xy(self, one: Place) -> XY:
        """Return where the point of a place falls."""
        return self.base.frame.xy(one.point.longitude, one.point.latitude) if one.point else (0, 0)

    def _labels(
        self, places: Iterable[Place], scale: float, obstacles: Obstacles
    ) -> Iterator[Label]:
        for one in places:
            style = self.style(one, scale)
            width = self.widths.of(self.sheet.words(one), style)
            subject = self, one, style, obstacles
            # Only the width of a name counts: all else belongs to the base, as do these labels.
            yield self.base.labels.run_on(subject, _label, one.id, width, scale)

    def candidates(self, one: Place, width: float, style: Style, scale: float) -> list[Candidate]:
        """Return the positions that the name of a place may have, the best first."""
        lines = {**self.base.rivers, **self.base.roads}.get(one.id)
        if lines:
            longest = max(lines, key=len)
            return along_line(simplify(longest, COURSE), width, style) or on_area(
                longest[0], width, style
            )
        if one.kind in MARKED:
            away = 9 if one.kind == "area" else 6
            return around_point(self.xy(one), width, style, away * scale)
        return on_area(self._middle(one), width, style)

    def _middle(self, one: Place) -> XY:
        """Return where the name of an area belongs: its point, or the middle of what is seen."""
        seen = [] if self.sheet.holds(one) else list(self.base.country(one.iso))
        return middle(max(seen, key=len)) if seen else self.xy(one)

    def _obstacles(self, scale: float) -> Obstacles:
        frame, half = self.base.frame, 3.5 * scale
        points = [self.xy(one) for one in self.marked]
        marks = [Rect(x - half, y - half, x + half, y + half) for x, y in points]
        scale_bar = self.base.scale_rect
        inner = Rect(3, 3, frame.width - 3, frame.height - 3)
        if scale > 1:  # Only names for which there is room are set: none on a mark.
            return Obstacles(inner, [scale_bar, *marks], [], self.base.grid_cells)
        return Obstacles(inner, [scale_bar], marks, self.base.grid_cells)


def _label(
    subject: tuple[Names, Place, Style, Obstacles], id_: str, width: float, scale: float
) -> Label:
    names, place, style, obstacles = subject
    return obstacles.label(id_, names.candidates(place, width, style, scale))
