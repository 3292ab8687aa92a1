"""Hosts on this machine that are there as long as a test wants them."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path
from threading import Thread

from conftest import QuietHandler


@contextmanager
def answering(handler: Callable[..., QuietHandler]) -> Iterator[str]:
    """Answer at the address returned until the block ends, and then no longer."""
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@contextmanager
def hosted(folder: Path) -> Iterator[str]:
    """Serve a folder until the block ends."""
    with answering(partial(QuietHandler, directory=str(folder))) as address:
        yield address
