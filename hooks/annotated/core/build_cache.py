"""What a step has made, kept by what it was made from: the next build need not make it again."""

from collections.abc import Callable, Hashable
from hashlib import sha256
from typing import TypeVar, cast

T = TypeVar("T")


def digest(*things: object) -> str:
    """Return a short key for values that say in their `repr` all that they are."""
    return sha256(repr(things).encode("utf-8", "surrogatepass")).hexdigest()


class BuildCache:
    """Results by key. A key must hold everything on which the result depends.

    Only `make serve` builds more than once in one process. What a finished build did not ask for
    is forgotten, so that the memory never holds more than one site.
    """

    def __init__(self) -> None:
        self._kept: dict[Hashable, object] = {}
        self._asked: set[Hashable] = set()

    def get_or_compute(self, key: Hashable, make: Callable[[], T]) -> T:
        """Return what was kept under `key`, or else what `make` returns, and keep it."""
        self._asked.add(key)
        if key not in self._kept:
            self._kept[key] = make()
        return cast("T", self._kept[key])

    def evict_unused(self) -> None:
        """Forget what nobody has asked for since the last call."""
        for key in self._kept.keys() - self._asked:
            del self._kept[key]
        self._asked.clear()
