"""What the tests of any input draw from: the signs, words and texts that go wrong most easily."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager

from hypothesis import strategies as st

from cases import FOLDER

APOSTROPHES = "’'‘`ʿʾʼʻ′´"
HYPHENS = "-\u2010\u2011"
SPACES = " \u00a0\u2009\t"
# A mark on a letter, a soft hyphen, a joiner, a mark of direction, a mark of byte order.
UNSEEN = "\u0304\u00ad\u200d\u200f\ufeff"
# Not the Turkish letters without and with a dot, which Python's patterns take for an “i”.
LETTERS = "abstuABSTéşßſKﬁДعين٣²12"


def pieces(name: str) -> st.SearchStrategy[str]:
    """Return one of the lines of a file in `cases/pieces`; ␤, ␍ and ␇ stand for control signs."""
    text = (FOLDER / "pieces" / f"{name}.txt").read_text(encoding="utf-8")
    lines = text.removesuffix("\n").split("\n")
    signs = str.maketrans({"␤": "\n", "␍": "\r", "␇": "\a"})
    return st.sampled_from([line.translate(signs) for line in lines])


NAMES = pieces("names")
# Everything that UTF-8 can hold: lone surrogates it cannot.
CHARACTERS = st.characters(exclude_categories=["Cs"], exclude_characters="İı")
TEXTS = st.text(CHARACTERS, max_size=200)


def typed(signs: str, *, words: st.SearchStrategy[str] = NAMES) -> st.SearchStrategy[str]:
    """Return texts of names, letters, apostrophes, spaces, what is not seen, and `signs`."""
    one = st.sampled_from([*LETTERS, *APOSTROPHES, *HYPHENS, *SPACES, *UNSEEN, *signs])
    return st.lists(st.one_of(words, st.just(" "), one, CHARACTERS), max_size=40).map("".join)


@contextmanager
def ending(seconds: int = 60) -> Iterator[None]:
    """Break off what does not end: the time is many times what is needed, and measures nothing."""

    def ring(*_: object) -> None:
        raise TimeoutError

    before = signal.signal(signal.SIGALRM, ring)
    signal.alarm(seconds)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)
