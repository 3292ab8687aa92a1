"""A server as a host of static sites would be: it sends text compressed and lets it be kept."""

import gzip
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache, partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from threading import Thread

PACKED = {".woff2", ".png", ".ico"}
TYPES = {".woff2": "font/woff2", ".geojson": "application/geo+json"}


@cache
def compressed(path: str) -> bytes:
    """Return the bytes of a file as gzip."""
    return gzip.compress(Path(path).read_bytes(), mtime=0)


class Host(SimpleHTTPRequestHandler):
    """Serves a folder."""

    protocol_version = "HTTP/1.1"
    extensions_map = SimpleHTTPRequestHandler.extensions_map | TYPES

    def send_head(self) -> BytesIO | None:
        """Send the head of the answer and return its body."""
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            self.send_error(404)
            return None
        packed = path.suffix in PACKED
        body = path.read_bytes() if packed else compressed(str(path))
        self.send_response(200)
        self.send_header("Content-Type", self._type(path))
        if not packed:
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "max-age=600")
        self.end_headers()
        return BytesIO(body)

    def _type(self, path: Path) -> str:
        kind = self.guess_type(path)
        return f"{kind}; charset=utf-8" if kind.startswith("text/") else kind

    def log_message(self, *words: object) -> None:
        """Say nothing."""


@contextmanager
def serving(site: Path) -> Iterator[str]:
    """Serve the folder `site` on this machine; the address, without a slash at its end."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Host, directory=str(site))) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
