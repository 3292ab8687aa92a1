"""The style sheets that are made from the content: the address of each, and what makes its text."""

from collections.abc import Callable, Iterator
from functools import partial

from annotated.maps import river_diagram
from annotated.site.guide_index import GuideIndex


def files(index: GuideIndex) -> Iterator[tuple[str, Callable[[], str]]]:
    """Yield the address, from the root of the site, of each sheet, and what makes its text."""
    yield "assets/locator.css", partial(_locator, index)
    yield "assets/map/months.css", partial(_months, index)


def _locator(index: GuideIndex) -> str:
    rivers = [one.drawn_as for one in index.atlas.places.values() if one.drawn_as]
    return index.locator.css(index.guide.base_map, rivers)


def _months(index: GuideIndex) -> str:
    atlas = index.atlas
    return atlas.months.css() + river_diagram.css(atlas.base_map(), atlas.places)
