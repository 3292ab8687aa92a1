"""SVG of one sheet: its base layer, and a link with mark and label for every place on it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from html import escape

from annotated.content.map_landmarks import Landmark
from annotated.content.map_sheets import Sheet
from annotated.geo.label_candidates import Candidate
from annotated.geo.svg_paths import svg_number
from annotated.linking.entity_links import Card, EntityLinks
from annotated.maps.arrows import Arrows
from annotated.maps.label_layer import ENLARGED, NARROW, LabelLayer
from annotated.maps.month_marks import MonthMarks
from annotated.model.entities import Place
from annotated.model.vocabulary import EXACT

# The path of the mark of each kind, relative to its point; if the point is not exact, it is open.
MARKS = {
    "city": "m-3.2-3.2h6.4v6.4h-6.4z",
    "town": "m-3 0a3 3 0 106 0a3 3 0 10-6 0z",
    "district": "m0-4.2l4.2 4.2-4.2 4.2-4.2-4.2z",
    "area": "m-5 0a5 5 0 1010 0a5 5 0 10-10 0z",
}
LANDMARK = "m-2.2-2.2h4.4v4.4h-4.4z"


@dataclass(frozen=True)
class SheetDrawing:
    """The drawing of a sheet; `months` returns the attributes of a place for the month filter.

    `card` is that of its links; `only` is the one month that it is drawn for, if it is one.
    """

    labels: LabelLayer
    links: EntityLinks
    months: Callable[[str], str]
    marks: MonthMarks
    card: Card = "describes"
    only: str = ""

    def svg(self) -> str:
        """Return the SVG."""
        labels, sheet, frame = self.labels, self.labels.sheet, self.labels.base.frame
        drawn = "".join(map(self._frame, labels.inner)) + "".join(
            map(self._landmark, labels.landmarks_here)
        )
        moves = Arrows(labels, self.links, self.marks.events, self.marks.of_event)
        drawn += moves.svg(self.only)
        drawn += "".join(map(self._place, (*labels.unmarked, *labels.marked)))
        size = f"0 0 {svg_number(frame.width)} {svg_number(frame.height)}"
        return (
            f'<svg viewBox="{size}" role="group" aria-label="Map: {escape(sheet.title)}">'
            f"{labels.base.svg}{drawn}</svg>"
        )

    @cached_property
    def _sets(self) -> Mapping[str, Mapping[str, Candidate]]:
        """Return the positions of all labels by the class of their set: wide or narrow."""
        wide, _ = self.labels.wide
        return {
            "w": wide | self.labels.room_left(1),
            "n": self.labels.narrow | self.labels.room_left(NARROW),
        }

    def _place(self, place: Place) -> str:
        words, style = escape(self.labels.sheet.words(place)), self.labels.style(place).name
        texts = self._texts(place.id, words, style, self._counts(place))
        # On a narrow screen a mark may have no label: its accessible name is the same.
        name = "" if place.id in self._sets["n"] else f' aria-label="{words}"'
        start = self.links.open(place.id, f"{self.months(place.id)}{name}", card=self.card)
        return f"{start}{self._mark(place)}{texts}</a>"

    def _mark(self, place: Place) -> str:
        if place.kind not in MARKS:
            return ""
        x, y = map(svg_number, self.labels.xy(place))
        open_ = "" if place.precision == EXACT else " open"
        happened = "".join(
            mark.svg(x, y, months) for mark, months in self.marks.marks(place.id, self.only).items()
        )
        return f'<path class="mark{open_}" d="M{_pair(x, y)}{MARKS[place.kind]}"/>{happened}'

    def _counts(self, place: Place) -> str:
        """Return the numbers of events behind the name of a place, each shown in its months."""
        counts = self.marks.counts(place.id, self.only) if place.kind in MARKS else {}
        return "".join(
            f'<tspan class="count" data-in="{" ".join(months)}"> {count}</tspan>'
            for count, months in counts.items()
        )

    def _texts(self, id_: str, words: str, style: str, counts: str = "") -> str:
        return "".join(
            self._text(id_, f"{words}{counts}", at[id_], f"{class_} {style}")
            for class_, at in self._sets.items()
            if id_ in at
        )

    def _text(self, id_: str, words: str, at: Candidate, class_: str) -> str:
        if not at.svg.startswith("M"):
            return f'<text class="{class_}" {at.svg}>{words}</text>'
        line = f"along-{self.labels.sheet.id}-{class_[0]}-{id_}"
        return (
            f'<path id="{line}" class="baseline" d="{at.svg}"/><text class="{class_}">'
            f'<textPath href="#{line}">{words}</textPath></text>'
        )

    def _landmark(self, landmark: Landmark) -> str:
        """Return a landmark: hidden from assistive technology, as the lines around it are."""
        style = self.labels.landmark_style(landmark).name
        texts = self._texts(landmark.name, escape(landmark.name), style)
        x, y = map(svg_number, self.labels.xy(landmark))
        mark = f'<path d="M{_pair(x, y)}{LANDMARK}"/>' if landmark.kind == "city" else ""
        return f'<g class="around" aria-hidden="true">{mark}{texts}</g>' if texts else ""

    def _frame(self, inner: Sheet) -> str:
        """Return the frame of a sheet within this one, as a link to it."""
        left, top, right, bottom = self.labels.frame_of(inner)
        size = f'width="{svg_number(right - left)}" height="{svg_number(bottom - top)}"'
        rect = f'<rect class="other" x="{svg_number(left)}" y="{svg_number(top)}" {size}/>'
        texts = self._texts(inner.id, ENLARGED, "frame")
        # Where one sheet stands alone, there is nothing to go to.
        if self.only:
            return rect
        name = f"{escape(inner.title)}, {ENLARGED}"
        return f'<a class="frame" href="#sheet-{inner.id}" aria-label="{name}">{rect}{texts}</a>'


def _pair(x: str, y: str) -> str:
    return f"{x}{y}" if y.startswith("-") else f"{x} {y}"
