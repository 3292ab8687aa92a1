"""What pages weigh and how soon they are seen on a slow phone, written into a page of the guide.

The built site is served compressed. A first view is what a page asks for until it is loaded; what
it asks for afterwards, when it is quiet, such as the cards, is counted apart.
"""

import gzip
import statistics
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from http import HTTPStatus
from http.server import ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import NamedTuple

from playwright.sync_api import Browser, sync_playwright

import browser as browsers
from bench_table import put
from conftest import ROOT, QuietHandler

PAGES = {
    "the front page": "index.html",
    "a short chapter": "chapters/01-introduction.html",
    "the longest chapter": "chapters/02-strategic-retreat.html",
    "a place": "places/mayedin.html",
    "an event": "events/adnani-killed.html",
    "the glossary": "glossary/index.html",
    "all statements": "claims/statements.html",
    "the sources": "sources/index.html",
    "the map": "map/index.html",
    "the timeline": "timeline/index.html",
    "the argument": "study/argument.html",
}
TIMES = 5
QUIET = 4000  # milliseconds
# "Slow 4G" of the tools for developers in Chromium, and a quarter of this machine’s speed.
SLOW = {"offline": False, "latency": 150, "downloadThroughput": 200_000, "uploadThroughput": 93_750}
SLOWER = 4
PHONE = {"width": 360, "height": 760}
HEADING = "## Pages on a slow phone"
HEAD = (
    "| page | kB | requests | kB when quiet | first paint, s | largest paint, s |\n"
    "|---|---|---|---|---|---|\n"
)
TOLD = (
    f"Medians of {TIMES} visits, compressed and with fonts, with nothing kept of an earlier one.\n"
    "The phone has 150 ms to the server, 1.6 Mbit a second and a quarter of this machine’s speed.\n"
    "What is asked for once a page is loaded, such as the cards, is counted as “when quiet”."
)
PAINTS = """() => new Promise((told) => {
  const first = performance.getEntriesByName("first-contentful-paint")[0].startTime;
  new PerformanceObserver((list) => told([first, list.getEntries().at(-1).startTime]))
    .observe({type: "largest-contentful-paint", buffered: true});
})"""


class Visit(NamedTuple):
    """Bytes and requests of a first view, bytes that follow, seconds until paints."""

    weight: int
    requests: int
    later: int
    first: float
    largest: float


class CompressingHandler(QuietHandler):
    """Serves files as a host would, and notes the size of each; what is packed already stays."""

    sent: dict[str, int]

    def do_GET(self) -> None:  # noqa: N802 - named by the base class
        """Send a file, compressed."""
        file = Path(self.translate_path(self.path))
        if not file.is_file():
            self.send_error(HTTPStatus.NOT_FOUND)
            return
        is_packed = file.suffix in {".woff2", ".png"}
        content = file.read_bytes() if is_packed else gzip.compress(file.read_bytes())
        self.sent[self.path] = len(content)
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", self.guess_type(str(file)))
        self.send_header("Content-Length", str(len(content)))
        if not is_packed:
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        self.wfile.write(content)


@contextmanager
def serving(site: Path) -> Iterator[tuple[str, dict[str, int]]]:
    """Serve the folder; the address, and the sizes of what has been sent by path."""
    sent: dict[str, int] = {}

    class Handler(CompressingHandler):
        def __init__(self, *args: object) -> None:
            self.sent = sent
            super().__init__(*args, directory=str(site))  # type: ignore[arg-type]

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}", sent
        server.shutdown()


def visit(chromium: Browser, address: str, path: str, sent: dict[str, int]) -> Visit:
    """Open a page on a slow phone that has seen none before."""
    context = chromium.new_context(viewport=PHONE)  # type: ignore[arg-type]
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Network.emulateNetworkConditions", SLOW)
    session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    sent.clear()
    page.goto(f"{address}/{path}", wait_until="load")
    weight, requests = sum(sent.values()), len(sent)
    page.wait_for_timeout(QUIET)
    first, largest = page.evaluate(PAINTS)
    context.close()
    return Visit(weight, requests, sum(sent.values()) - weight, first / 1000, largest / 1000)


def main() -> None:
    """Measure each page of the site in the folder named, and write the table."""
    rows = ""
    with (
        sync_playwright() as playwright,
        browsers.run(playwright) as chromium,
        serving(Path(sys.argv[1])) as (address, sent),
    ):
        for name, path in PAGES.items():
            visits = [visit(chromium, address, path, sent) for _ in range(TIMES)]
            weight, requests, later, first, largest = map(
                statistics.median, zip(*visits, strict=True)
            )
            row = f"| {name} | {weight / 1000:.0f} | {requests:.0f} | {later / 1000:.0f} "
            rows += f"{row}| {first:.1f} | {largest:.1f} |\n"
            print(rows.splitlines()[-1], flush=True)
    put(ROOT / "docs" / "about" / "speed.md", HEADING, f"{TOLD}\n\n{HEAD}{rows}")


if __name__ == "__main__":
    main()
