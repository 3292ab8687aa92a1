"""Shapes of the marks of the strip, by how exact a date is and on whose word, and their key."""

from annotated.geo import certainty_marks

# Half the size of a mark.
HALF = 4.6
SHAPES = {
    "day": "m-{0} 0a{0} {0} 0 1 0 {1} 0a{0} {0} 0 1 0-{1} 0z",
    "month": "m-{0}-{0}h{1}v{1}h-{1}z",
    "about": "m0-{0}l{0} {0}-{0} {0}-{0}-{0}z",
}
KEY = (
    ("day", "stated", "to the day"),
    ("month", "stated", "to the month; where within it means nothing"),
    ("about", "stated", "about then"),
    ("day", "stated", "told as a fact"),
    ("day", "reported", "on the word of others"),
    ("day", "claimed", "a claim of one side"),
)


def drawn(shape: str, certainty: str, x: str, y: str) -> str:
    """Return a mark."""
    return certainty_marks.drawn(SHAPES[shape].format(HALF, 2 * HALF), certainty, x, y, HALF)


def key() -> str:
    """Return the key of the shapes as a list."""
    items = "".join(
        f'<li><svg viewBox="-6 -6 12 12" aria-hidden="true">{drawn(shape, certainty, "0", "0")}'
        f"</svg>{words}</li>"
        for shape, certainty, words in KEY
    )
    return f'<ul class="key">{items}<li><i></i>vaguer than a month</li></ul>'
