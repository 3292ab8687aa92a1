"""Legend of the map: marks of places, of what happened there and on whose word, and landmarks."""

from collections.abc import Iterable, Iterator
from html import escape

from annotated.content.map_happenings import Happening
from annotated.geo import certainty_marks
from annotated.maps import arrows
from annotated.maps.month_marks import HALF, OUTLINES
from annotated.maps.sheet_svg import LANDMARK, MARKS

WORDS = (
    ("stated", "told as a fact"),
    ("reported", "on the word of others"),
    ("claimed", "a claim of one side"),
)
ARROW = f'<g transform="scale(.6)">{arrows.bow((-22, 6), (22, 2), "stated")}</g>'


def html(happenings: Iterable[Happening], *, moves: bool) -> str:
    """Return the legend as lists, each with its heading; `moves` where there are arrows."""
    return (
        '<div class="map-key" data-search-exclude>'
        + _list("A place", _places(), ' class="of-places"')
        + _list("In the month", _happenings(happenings, moves=moves))
        + _list("On whose word", _words())
        + "</div>"
    )


def _list(heading: str, items: Iterable[str], more: str = "") -> str:
    return f"<ul{more}><li>{heading}</li>{''.join(items)}</ul>"


def _item(drawn: str, words: str) -> str:
    return f'<li><svg viewBox="-7 -7 14 14" aria-hidden="true">{drawn}</svg>{escape(words)}</li>'


def _places() -> Iterator[str]:
    for kind, shape in MARKS.items():
        if kind != "area":
            yield _item(f'<path class="place" d="M0 0{shape}"/>', kind)
    yield _item(f'<path class="place open" d="M0 0{MARKS["town"]}"/>', "approximate")
    yield _item(f'<path class="place open" d="M0 0{MARKS["area"]}"/>', "area without limits")
    yield _item(f'<path class="around" d="M0 0{LANDMARK}"/>', "not in the article")


def _happenings(happenings: Iterable[Happening], *, moves: bool) -> Iterator[str]:
    for happening in happenings:
        drawn = certainty_marks.drawn(OUTLINES[happening.mark], "stated", "0", "0", HALF)
        yield _item(drawn, happening.title)
    dot = certainty_marks.drawn(OUTLINES["dot"], "stated", "0", "0", HALF)
    yield _item(f'<g class="perhaps">{dot}</g>', "paler: perhaps")
    yield _item('<text class="count" y="4" text-anchor="middle">3</text>', "events")
    if moves:
        yield _item(ARROW, "movement, schematic")


def _words() -> Iterator[str]:
    for certainty, words in WORDS:
        yield _item(certainty_marks.drawn(OUTLINES["dot"], certainty, "0", "0", HALF), words)
