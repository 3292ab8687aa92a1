"""Fades of the bands of the strip: an end whose day is not known has none, and fades out."""

from annotated.timeline.strip_layout import TO_THE_DAY, Mark

STOPS = {
    "both": [(0, 0), (35, 1), (65, 1), (100, 0)],
    "start": [(0, 0), (60, 1)],
    "end": [(40, 1), (100, 0)],
}
FADES = {(True, True): "", (True, False): "end", (False, True): "start"}


def closed_ends(mark: Mark) -> tuple[bool, bool]:
    """Tell of both ends of a band whether their day is known."""
    start, end = (
        bool(end and end.precision == TO_THE_DAY) for end in (mark.when.start, mark.when.end)
    )
    return start, end


def fill(mark: Mark, drawing: str) -> str:
    """Return the attribute that fills a band; `drawing` is the name of its drawing."""
    name = FADES.get(closed_ends(mark), "both")
    return f' fill="url(#fade-{drawing}-{name})"' if name else ""


def gradients(drawing: str, *, is_upright: bool) -> str:
    """Return the definitions for one drawing."""
    turn = ' x2="0" y2="1"' if is_upright else ""
    drawn = "".join(
        f'<linearGradient id="fade-{drawing}-{name}"{turn}>'
        + "".join(f'<stop offset="{at}%" stop-opacity="{opacity}"/>' for at, opacity in stops)
        + "</linearGradient>"
        for name, stops in STOPS.items()
    )
    return f"<defs>{drawn}</defs>"
