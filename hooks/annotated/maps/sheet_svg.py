"""One sheet of the map as SVG: the base, and a link with mark and name for every place on it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from html import escape

from annotated.content.map_sheets import Sheet
from annotated.geo.label_candidates import Candidate
from annotated.geo.svg_paths import svg_number
from annotated.linking.entity_links import EntityLinks
from annotated.maps.label_layer import Names
from annotated.model.entities import Place

# A mark for each kind, around its point; what is not exact stays open.
MARKS = {
    "city": "m-3.2-3.2h6.4v6.4h-6.4z",
    "town": "m-3 0a3 3 0 106 0a3 3 0 10-6 0z",
    "district": "m0-4.2l4.2 4.2-4.2 4.2-4.2-4.2z",
    "area": "m-5 0a5 5 0 1010 0a5 5 0 10-10 0z",
}
EXACT = "1"


@dataclass(frozen=True)
class Drawing:
    """Draws a sheet; `months` returns the attributes of a place for the choice of a month."""

    names: Names
    links: EntityLinks
    months: Callable[[str], str]

    def svg(self, others: Iterable[Sheet]) -> str:
        """Return the sheet, on which the boxes of those `others` that lie in it are outlined."""
        names, sheet = self.names, self.names.sheet
        wide, _ = names.wide
        narrow = names.narrow
        drawn = "".join(
            self._place(one, wide.get(one.id), narrow.get(one.id))
            for one in (*names.named, *names.marked)
        )
        size = f"0 0 {svg_number(names.base.frame.width)} {svg_number(names.base.frame.height)}"
        return (
            f'<svg viewBox="{size}" role="group" aria-label="Map: {escape(sheet.title)}">'
            f"{names.base.svg}{''.join(map(self._box, others))}{drawn}</svg>"
        )

    def _place(self, one: Place, wide: Candidate | None, narrow: Candidate | None) -> str:
        texts = "".join(
            self._text(one, candidate, class_)
            for candidate, class_ in ((wide, "w"), (narrow, "n"))
            if candidate
        )
        # On a narrow screen a mark may stand without its name: it is still called by it.
        name = "" if narrow else f' aria-label="{escape(self.names.sheet.words(one))}"'
        start = self.links.open(one.id, f"{self.months(one.id)}{name}")
        return f"{start}{self._mark(one)}{texts}</a>"

    def _mark(self, one: Place) -> str:
        if one.kind not in MARKS:
            return ""
        x, y = (svg_number(n) for n in self.names.xy(one))
        open_ = "" if one.precision == EXACT else " open"
        start = f"{x}{y}" if y.startswith("-") else f"{x} {y}"
        return f'<path class="mark{open_}" d="M{start}{MARKS[one.kind]}"/>'

    def _text(self, one: Place, at: Candidate, class_: str) -> str:
        words, style = escape(self.names.sheet.words(one)), self.names.style(one).name
        if not at.svg.startswith("M"):
            return f'<text class="{class_} {style}" {at.svg}>{words}</text>'
        id_ = f"along-{self.names.sheet.id}-{class_}-{one.id}"
        return (
            f'<path id="{id_}" class="baseline" d="{at.svg}"/><text class="{class_} {style}">'
            f'<textPath href="#{id_}">{words}</textPath></text>'
        )

    def _box(self, other: Sheet) -> str:
        frame, box = self.names.base.frame, other.box
        (left, top), (right, bottom) = (
            frame.xy(box.west, box.north),
            frame.xy(box.east, box.south),
        )
        size = f'width="{svg_number(right - left)}" height="{svg_number(bottom - top)}"'
        return f'<rect class="other" x="{svg_number(left)}" y="{svg_number(top)}" {size}/>'


def key() -> str:
    """Return what each mark means."""
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
