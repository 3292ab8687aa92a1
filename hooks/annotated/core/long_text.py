"""A text that is long: a whole for whoever asks for it, and pieces for whoever writes it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class LongText:
    """Makes a text of `pieces`, which are made anew each time."""

    pieces: Callable[[], Iterable[str]]

    def __call__(self) -> str:
        """Return the whole text."""
        return "".join(self.pieces())
