"""Locator map: where a place is, at a glance, as a dot on one small image for all places.

The image is a mask in a data URI, since a page opened from a disk may not load a mask from a file;
the colours are those of the page, in light and in dark.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import quote

from annotated.geo.base_map import BaseMap
from annotated.geo.frame_lines import areas_on, lines_on
from annotated.geo.polylines import Line
from annotated.geo.projection import Frame
from annotated.geo.svg_paths import straight, svg_number
from annotated.model.entities import Place

WIDTH = 120
TOLERANCE = 0.7
MARGIN = 2
# Characters that a quoted data URI may contain as they are.
KEPT = " ='/:.,-()"
# The point of one of these is for its label, and does not say where it is.
NO_DOT = frozenset({"country", "continent", "river", "road", "border"})
CLASSES = {"1": "", "2": " wide", "3": " near", "": " near"}
STYLE = """\
.locator{{position:relative;display:inline-block;inline-size:6rem;aspect-ratio:{width}/{height};\
overflow:hidden;background:var(--note-bg);border-radius:.15rem;vertical-align:top}}
.locator::before{{content:"";position:absolute;inset:0;background:var(--quiet);\
-webkit-mask:{image} 0 0/100% 100%;mask:{image} 0 0/100% 100%;forced-color-adjust:none}}
.locator svg{{position:absolute;inset:0;inline-size:100%;block-size:100%}}
.locator circle{{r:.24rem;fill:var(--event);stroke:var(--note-bg);stroke-width:.08rem}}
.locator.near circle{{r:.15rem;fill:none;stroke:var(--event);stroke-width:.1rem}}
.locator.wide circle{{r:.61rem;fill:none;stroke:var(--event);stroke-width:.08rem;\
stroke-dasharray:.16rem .12rem}}
.locator circle.near{{r:.1rem;fill:var(--quiet);stroke:none}}
.locator text{{fill:var(--md-default-fg-color);stroke:var(--note-bg);stroke-width:.18rem;\
stroke-linejoin:round;paint-order:stroke;font-size:.6rem;font-style:normal}}
.locator .own{{font-size:.68rem;font-weight:600}}
.locator .land{{font-size:.5rem;letter-spacing:.08rem;fill:var(--quiet)}}
.lead{{position:relative}}
.lead>.locator{{display:block;inline-size:100%;max-inline-size:14rem;margin-block:.8rem .2rem}}
@media screen and (min-width:45em){{\
.lead:has(>.locator){{min-block-size:9rem;padding-inline-end:15.5rem}}
.lead>.locator{{position:absolute;inset:.3rem 0 auto auto;margin:0;inline-size:14rem}}}}
@media screen and (min-width:76.25em){{\
.lead:has(>.locator){{min-block-size:0;padding-inline-end:0}}
.lead>.locator{{inset-inline:calc(100% + 1.5rem) auto}}}}
@media print{{.locator,.locator::before{{print-color-adjust:exact}}}}
"""


@dataclass(frozen=True)
class Locator:
    """The image of the part of the earth in a frame, if there is one."""

    frame: Frame | None

    def dot(self, place: Place) -> str:
        """Return the image with the dot of a place, as HTML; nothing where there is no dot.

        It is hidden from assistive technology: the text beside it says the same.
        """
        point, frame = place.point, self.frame
        if not point or not frame or place.kind in NO_DOT:
            return ""
        if not frame.box.holds(point.longitude, point.latitude):
            return ""
        x, y = (svg_number(share) for share in frame.percent(point.longitude, point.latitude))
        return self.around(place, f'<svg aria-hidden="true"><circle cx="{x}%" cy="{y}%"/></svg>')

    def around(self, place: Place, svg: str) -> str:
        """Return the image with a drawing over it that has the mark of a place.

        A point that is known is a dot, an approximate one a ring, that of an area a wide ring.
        """
        return f'<span class="locator{CLASSES[place.precision]}">{svg}</span>'

    def css(self, base_map: BaseMap, rivers: Iterable[str]) -> str:
        """Return the style sheet with the image in it; `rivers` by name in the base map."""
        if not self.frame:
            return ""
        lines = [line for name in rivers for line in base_map.named(name)]
        svg = _svg(self.frame, base_map, lines)
        image = f'url("data:image/svg+xml,{quote(svg, safe=KEPT)}")'
        return STYLE.format(width=WIDTH, height=svg_number(self.frame.height), image=image)


def _svg(frame: Frame, base_map: BaseMap, rivers: Iterable[Line]) -> str:
    land = straight(areas_on(frame, base_map.land, MARGIN, TOLERANCE), 0, closed=True)
    border_lines = lines_on(frame, base_map.lines("admin0_lines"), MARGIN, TOLERANCE)
    borders = straight(border_lines, 0)
    drawn = straight(lines_on(frame, rivers, MARGIN, TOLERANCE), 0)
    return (
        "<svg xmlns='http://www.w3.org/2000/svg' preserveAspectRatio='none' fill='none'"
        f" stroke='#000' viewBox='0 0 {WIDTH} {svg_number(frame.height)}'>"
        f"<path fill='#000' fill-opacity='.12' stroke-width='.5' d='{land}'/>"
        f"<path stroke-opacity='.6' stroke-width='.6' stroke-dasharray='2 1' d='{borders}'/>"
        f"<path stroke-opacity='.8' d='{drawn}'/></svg>"
    )
