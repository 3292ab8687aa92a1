"""Sheets of the map for a book: their names and marks alone, without links and without months."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree as ET

from annotated.geo.svg_paths import svg_number
from annotated.linking.entity_links import EntityLinks
from annotated.maps.atlas import Atlas
from annotated.maps.label_layer import ENLARGED, LabelLayer
from annotated.maps.label_styles import LANDMARKS, STYLES
from annotated.maps.month_marks import MonthMarks
from annotated.maps.sheet_svg import SheetDrawing
from annotated.model.entities import Place

STYLE = Path(__file__).with_name("sheet.css")
SVG = "http://www.w3.org/2000/svg"
# What is told of a place in marks, for those who read the map; `book` has no month to choose.
KEY = (
    ("■", "city"),
    ("●", "town"),
    ("◆", "district"),
    ("○", "approximate, or an area without limits"),
)
# The styles whose names are capitals; what sets the PDF does not make them so.
CAPITALS = {style.name for style in (*STYLES.values(), *LANDMARKS.values()) if style.capitals}
# How many elements of a drawing stand before its places: the ground, and the base layer.
LAND = 2
NO_MONTHS = MonthMarks((), {}, ())


@dataclass(frozen=True)
class PrintedSheet:
    """One sheet; `labels` are what it shows."""

    labels: LabelLayer

    @property
    def id(self) -> str:
        """Return its name for a file."""
        return self.labels.sheet.id

    @property
    def title(self) -> str:
        """Return what it is called."""
        return self.labels.sheet.title

    @property
    def credit(self) -> str:
        """Return whose data it is drawn from."""
        return self.labels.sheet.credit

    @property
    def words(self) -> str:
        """Return what it shows, for those who do not see it."""
        marked, named = _names(self.labels.marked), _names(self.labels.unmarked)
        return f"Marked are {', '.join(marked)}. Named are also {', '.join(named)}."

    @property
    def drawing(self) -> str:
        """Return the drawing as SVG, whose colours are those of `sheet.css`.

        It has both sets of names, of which a style sheet shows one: see `label_layer`.
        """
        return _written(self._tree())

    @property
    def file(self) -> str:
        """Return the drawing as a file of its own, with its colours and the smaller names."""
        svg = self._tree()
        for parent in [*svg.iter()]:
            for element in filter(_is_narrow, [*parent]):
                parent.remove(element)
        return _coloured(svg)

    @property
    def land(self) -> str:
        """Return land, water and borders alone, as such a file."""
        svg = self._tree()
        for element in [*svg][LAND:]:
            svg.remove(element)
        return _coloured(svg)

    def _tree(self) -> ET.Element:
        links = EntityLinks(self.labels.places, lambda _: "")
        drawn = SheetDrawing(self.labels, links, lambda _: "", NO_MONTHS, "none").svg()
        svg = ET.fromstring(drawn)  # noqa: S314 - it was just drawn
        _strip(svg)
        frame = self.labels.base.frame
        size = {"width": svg_number(frame.width), "height": svg_number(frame.height)}
        svg.insert(0, ET.Element("rect", {"class": "ground", **size}))
        svg.attrib |= {"role": "img", "aria-label": f"Map: {self.title}"}
        return svg


def printed(atlas: Atlas) -> list[PrintedSheet]:
    """Return the sheets of a guide."""
    return [PrintedSheet(labels) for labels in atlas.label_layers.values()]


def _written(svg: ET.Element) -> str:
    svg.set("xmlns", SVG)
    return ET.tostring(svg, encoding="unicode")


def _coloured(svg: ET.Element) -> str:
    style = ET.Element("style")
    style.text = STYLE.read_text(encoding="utf-8")
    svg.insert(0, style)
    return _written(svg)


def _names(places: Iterable[Place]) -> list[str]:
    return sorted({place.name for place in places}, key=str.casefold)


def _strip(parent: ET.Element) -> None:
    """Take out what needs a page of the site: links, and what is told to those who listen."""
    for element in parent:
        element.tag = "g" if element.tag == "a" else element.tag
        element.attrib = dict(_kept(element))
        _reword(element)
        _strip(element)


def _is_narrow(element: ET.Element) -> bool:
    """Tell whether a name, or the line that it follows, is of the larger set."""
    class_ = element.get("class", "")
    return class_.startswith("n ") or (class_ == "baseline" and "-n-" in element.get("id", ""))


def _kept(element: ET.Element) -> Iterator[tuple[str, str]]:
    for name, value in element.attrib.items():
        if element.tag == "textPath" or not name.startswith(("href", "aria-", "data-")):
            yield name, value


def _reword(text: ET.Element) -> None:
    """Write a name as a page of paper shows it."""
    style = text.get("class", "").rpartition(" ")[2]
    for part in text.iter() if text.tag == "text" else ():
        words = (part.text or "").replace(ENLARGED, "enlarged")
        part.text = words.upper() if style in CAPITALS else words
