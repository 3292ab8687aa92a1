"""Texts that wait on disk: each is read anew when it is asked for, and none stays in memory.

They stand one behind the other in a file without a name, which the system removes with the last
process that has it open, however that ends. So no build sees those of another.
"""

import os
from collections.abc import Iterator, MutableMapping
from tempfile import TemporaryFile
from weakref import finalize


class DiskTexts(MutableMapping[str, str]):
    """Texts by name, in the order in which the names were first given.

    The room of a text that is replaced or deleted is not used again.
    """

    def __init__(self) -> None:
        self._file = TemporaryFile()  # noqa: SIM115 - closed when nothing holds these texts
        self._end = finalize(self, self._file.close)
        # By name: where the bytes of the text begin, and how many there are.
        self._places: dict[str, tuple[int, int]] = {}
        self._size = 0

    def __getitem__(self, name: str) -> str:
        """Return the text of that name; raise KeyError where there is none."""
        start, length = self._places[name]
        # A process that was forked shares the place in the file, but may not move it.
        return os.pread(self._file.fileno(), length, start).decode("utf-8", "surrogatepass")

    def __setitem__(self, name: str, text: str) -> None:
        """Write a text; raise OSError where the disk has no room for it."""
        content = text.encode("utf-8", "surrogatepass")
        self._file.write(content)
        self._file.flush()
        self._places[name] = self._size, len(content)
        self._size += len(content)

    def __delitem__(self, name: str) -> None:
        """Forget a text; raise KeyError where there is none of that name."""
        del self._places[name]

    def __iter__(self) -> Iterator[str]:
        """Return the names."""
        return iter(self._places)

    def __len__(self) -> int:
        """Return how many texts there are."""
        return len(self._places)
