"""A running server for tests, and the copy of the project that it shows."""

import os
import signal
import socket
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.request import urlopen

from conftest import change

PATIENCE = 60  # seconds


@dataclass(frozen=True)
class Served:
    """A running server, and the copy of the project that it shows."""

    root: Path
    address: str
    log: Path

    def page(self, path: str) -> str:
        """Return a page as it is served, or nothing while there is none."""
        try:
            with urlopen(self.address + path, timeout=PATIENCE) as answer:  # noqa: S310 - our own server
                return str(answer.read().decode())
        except (HTTPError, URLError):
            return ""

    def shows(self, path: str, test: Callable[[str], bool]) -> str:
        """Return the page once it passes the test; the last one where patience ends."""
        until, page = time.monotonic() + PATIENCE, ""
        while time.monotonic() < until:
            page = self.page(path)
            if page and test(page):
                break
            time.sleep(0.1)
        return page

    def change(self, path: str, words: str, others: str) -> None:
        """Change words of a file."""
        change(self.root / path, words, others)


@contextmanager
def serving(root: Path) -> Iterator[Served]:
    """Serve the project at `root` until the block ends."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{one.getsockname()[1]}"
    with (root / "serve.log").open("w") as log:
        server = subprocess.Popen(
            ["make", "serve", f"ADDRESS={address}"],
            cwd=root,
            stdout=log,
            stderr=log,
            start_new_session=True,
        )
    served = Served(root, f"http://{address}/", root / "serve.log")
    try:
        assert served.shows("index.html", bool)
        yield served
    finally:
        os.killpg(server.pid, signal.SIGTERM)
        server.wait()
