"""Shapes of the marks of the strip, by how exact a date is and on whose word, and their key."""

from annotated.geo import certainty_marks

# Half the size of a mark.
HALF = 4.6
SHAPES = {
    "day": "m-{0} 0a{0} {0} 0 1 0 {1} 0a{0} {0} 0 1 0-{1} 0z",
    "by": "m{0}-{0}v{1}l-{1}-{0}z",
    "month": "m-{0}-{0}h{1}v{1}h-{1}z",
    "about": "m0-{0}l{0} {0}-{0} {0}-{0}-{0}z",
}
HOW_EXACT = (
    ("day", "on the day"),
    ("by", "by that day"),
    ("month", "in that month"),
    ("about", "about then"),
)
ON_WHOSE_WORD = (
    ("stated", "told as a fact"),
    ("reported", "on the word of others"),
    ("claimed", "a claim of one side"),
)


def drawn(shape: str, certainty: str, x: str, y: str) -> str:
    """Return a mark."""
    return certainty_marks.drawn(SHAPES[shape].format(HALF, 2 * HALF), certainty, x, y, HALF)


def key() -> str:
    """Return the key of the shapes and of the fillings, each as a list with its heading."""
    exact = "".join(_item(shape, "stated", words) for shape, words in HOW_EXACT)
    word = "".join(_item("day", certainty, words) for certainty, words in ON_WHOSE_WORD)
    return (
        f'<ul class="key"><li>When</li>{exact}<li><i></i>vaguer than a month</li></ul>'
        f'<ul class="key"><li>On whose word</li>{word}</ul>'
    )


def _item(shape: str, certainty: str, words: str) -> str:
    mark = drawn(shape, certainty, "0", "0")
    return f'<li><svg viewBox="-6 -6 12 12" aria-hidden="true">{mark}</svg>{words}</li>'
