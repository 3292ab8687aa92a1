"""The style sheets that are made from the content: the address of each, and what makes its text."""

from collections.abc import Callable, Iterator
from functools import partial

from annotated.maps import river_diagram as river_strip
from annotated.site.derived import Knowledge


def files(known: Knowledge) -> Iterator[tuple[str, Callable[[], str]]]:
    """Yield the address, from the root of the site, of each sheet, and what makes its text."""
    yield "assets/locator.css", partial(_locator, known)
    yield "assets/map/months.css", partial(_months, known)


def _locator(known: Knowledge) -> str:
    rivers = [one.drawn_as for one in known.atlas.places.values() if one.drawn_as]
    return known.locator.css(known.project.base_map, rivers)


def _months(known: Knowledge) -> str:
    atlas = known.atlas
    return atlas.months.css() + river_strip.css(atlas.base_map(), atlas.places)
