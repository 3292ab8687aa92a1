"""SVG of one sheet: its base layer, and a link with mark and label for every place on it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from html import escape

from annotated.content.map_sheets import Sheet
from annotated.geo.label_candidates import Candidate
from annotated.geo.svg_paths import svg_number
from annotated.linking.entity_links import Card, EntityLinks
from annotated.maps.label_layer import LabelLayer
from annotated.model.entities import Place
from annotated.model.vocabulary import EXACT

# The path of the mark of each kind, relative to its point; if the point is not exact, it is open.
MARKS = {
    "city": "m-3.2-3.2h6.4v6.4h-6.4z",
    "town": "m-3 0a3 3 0 106 0a3 3 0 10-6 0z",
    "district": "m0-4.2l4.2 4.2-4.2 4.2-4.2-4.2z",
    "area": "m-5 0a5 5 0 1010 0a5 5 0 10-10 0z",
}


@dataclass(frozen=True)
class SheetDrawing:
    """The drawing of a sheet; `months` returns the attributes of a place for the month filter.

    `card` is that of its links.
    """

    labels: LabelLayer
    links: EntityLinks
    months: Callable[[str], str]
    card: Card = "describes"

    def svg(self, others: Iterable[Sheet]) -> str:
        """Return the SVG, on which the boxes of `others`, the sheets within it, are outlined."""
        labels, sheet, frame = self.labels, self.labels.sheet, self.labels.base.frame
        wide, _ = labels.wide
        narrow = labels.narrow
        drawn = "".join(
            self._place(place, wide.get(place.id), narrow.get(place.id))
            for place in (*labels.unmarked, *labels.marked)
        )
        size = f"0 0 {svg_number(frame.width)} {svg_number(frame.height)}"
        return (
            f'<svg viewBox="{size}" role="group" aria-label="Map: {escape(sheet.title)}">'
            f"{labels.base.svg}{''.join(map(self._box, others))}{drawn}</svg>"
        )

    def _place(self, place: Place, wide: Candidate | None, narrow: Candidate | None) -> str:
        texts = "".join(
            self._text(place, candidate, class_)
            for candidate, class_ in ((wide, "w"), (narrow, "n"))
            if candidate
        )
        # On a narrow screen a mark may have no label: its accessible name is the same.
        name = "" if narrow else f' aria-label="{escape(self.labels.sheet.words(place))}"'
        start = self.links.open(place.id, f"{self.months(place.id)}{name}", card=self.card)
        return f"{start}{self._mark(place)}{texts}</a>"

    def _mark(self, place: Place) -> str:
        if place.kind not in MARKS:
            return ""
        x, y = map(svg_number, self.labels.xy(place))
        open_ = "" if place.precision == EXACT else " open"
        start = f"{x}{y}" if y.startswith("-") else f"{x} {y}"
        return f'<path class="mark{open_}" d="M{start}{MARKS[place.kind]}"/>'

    def _text(self, place: Place, at: Candidate, class_: str) -> str:
        words, style = escape(self.labels.sheet.words(place)), self.labels.style(place).name
        if not at.svg.startswith("M"):
            return f'<text class="{class_} {style}" {at.svg}>{words}</text>'
        id_ = f"along-{self.labels.sheet.id}-{class_}-{place.id}"
        return (
            f'<path id="{id_}" class="baseline" d="{at.svg}"/><text class="{class_} {style}">'
            f'<textPath href="#{id_}">{words}</textPath></text>'
        )

    def _box(self, other: Sheet) -> str:
        frame, box = self.labels.base.frame, other.box
        (left, top), (right, bottom) = (
            frame.xy(box.west, box.north),
            frame.xy(box.east, box.south),
        )
        size = f'width="{svg_number(right - left)}" height="{svg_number(bottom - top)}"'
        return f'<rect class="other" x="{svg_number(left)}" y="{svg_number(top)}" {size}/>'


def legend() -> str:
    """Return the legend of the marks, as HTML."""
    marks = [(kind, shape, "") for kind, shape in MARKS.items() if kind != "area"]
    marks += [
        ("approximate", MARKS["town"], " open"),
        ("area without limits", MARKS["area"], " open"),
    ]
    items = "".join(
        f'<li><svg viewBox="-6 -6 12 12" aria-hidden="true"><path class="mark{open_}" '
        f'd="M0 0{shape}"/></svg>{words}</li>'
        for words, shape, open_ in marks
    )
    return f'<ul class="map-key" data-search-exclude>{items}</ul>'
