"""File of results, one behind the other, each found by its key, with a table at its end.

Each result stands with its own hash, so that what a failing disk has changed is no result.
"""

import os
import pickle
from hashlib import sha256
from io import BytesIO
from itertools import islice
from pathlib import Path
from typing import BinaryIO, TypeAlias

# At the end of a file: where its table begins, and the hash of that table, in as many bytes.
LENGTH, HASH = 8, 32
# By the key of a result: where it begins, its length, and its hash.
Places: TypeAlias = dict[str, tuple[int, int, bytes]]


class ResultsFile:
    """A file of results; `places` tells where in it they are."""

    def __init__(self, file: BinaryIO, places: Places) -> None:
        self.file, self.places = file, places
        self._told = len(places)

    @classmethod
    def empty(cls) -> "ResultsFile":
        """Return a file without results."""
        return cls(BytesIO(), {})

    @classmethod
    def of(cls, path: Path) -> "ResultsFile":
        """Return the results of the file at `path`, none where it is not whole."""
        try:
            file = path.open("rb")
        except OSError:
            return cls.empty()
        return cls(file, _table(file))

    def read(self, key: str) -> bytes | None:
        """Return the bytes of a result, or None."""
        if key not in self.places:
            return None
        start, length, of_result = self.places[key]
        self.file.seek(start)
        found = self.file.read(length)
        return found if sha256(found).digest() == of_result else None

    def write(self, key: str, found: bytes) -> None:
        """Add the bytes of a result, once."""
        if key not in self.places:
            start = self.file.seek(0, os.SEEK_END)
            self.file.write(found)
            self.places[key] = start, len(found), sha256(found).digest()

    def news(self) -> Places:
        """Return the places of what was written since the last call, now that all can read it."""
        self.file.flush()
        news = dict(islice(self.places.items(), self._told, None))
        self._told = len(self.places)
        return news

    def close(self) -> None:
        """Write the table, and close the file."""
        table = pickle.dumps(self.places, pickle.HIGHEST_PROTOCOL)
        start = self.file.seek(0, os.SEEK_END)
        self.file.write(table + start.to_bytes(LENGTH) + sha256(table).digest())
        self.file.close()


def _table(file: BinaryIO) -> dict[str, tuple[int, int, bytes]]:
    size = file.seek(0, os.SEEK_END)
    end = file.seek(max(size - LENGTH - HASH, 0))
    start, of_table = int.from_bytes(file.read(LENGTH)), file.read(HASH)
    file.seek(min(start, end))
    table = file.read(end - min(start, end))
    is_whole = sha256(table).digest() == of_table
    return pickle.loads(table) if is_whole else {}  # noqa: S301 - as above
