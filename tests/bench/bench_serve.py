"""How soon a change is seen: from the saved file to the words in an open page, for `make serve`.

Each kind of change is made and taken back in turn; what counts is the median, and its ratio to
the first build within the same run.
"""

import os
import signal
import statistics
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

import browser as browsers
from changes import CHANGES
from conftest import change, copied

ADDRESS = "127.0.0.1:8642"
PATIENCE = 60_000  # milliseconds
TIMES = 3
# In each page from its first frame on: when (by the clock) the words were there, or were not.
LOOK = """
window.seen = {};
const look = () => {
  const there = document.body?.textContent.includes("Newly written");
  if (there || document.readyState !== "loading") window.seen[there] ??= Date.now();
  requestAnimationFrame(look);
};
requestAnimationFrame(look);
"""
SEEN = "(there) => window.seen?.[there]"


@contextmanager
def serving(root: Path) -> Iterator[float]:
    """Serve the project at `root`; the seconds until its first build can be read."""
    begin = time.monotonic()
    server = subprocess.Popen(
        ["make", "serve", f"ADDRESS={ADDRESS}"],
        cwd=root,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        start_new_session=True,
    )
    assert server.stdout
    next(line for line in server.stdout if "Serving on" in line)
    yield time.monotonic() - begin
    os.killpg(server.pid, signal.SIGTERM)
    server.wait()


def seconds(page: Page, file: Path, words: str, others: str) -> Iterator[float]:
    """Change words of a file, and back; yield how long the open page takes to show each."""
    for there, (old, new) in ((True, (words, others)), (False, (others, words))):
        begin = time.time()
        change(file, old, new)
        seen = page.wait_for_function(SEEN, arg=there, timeout=PATIENCE)
        yield seen.json_value() / 1000 - begin


def main() -> None:
    """Print a line for each kind of change."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        root = copied(Path(folder))
        with serving(root) as first, browsers.run(playwright) as running:
            print(f"the first build: {first:.1f} s")
            for name, (path, words, others, address) in CHANGES.items():
                page = running.new_page()
                page.add_init_script(LOOK)
                page.goto(f"http://{ADDRESS}/{address}")
                taken = [list(seconds(page, root / path, words, others)) for _ in range(TIMES)]
                median = statistics.median(second for pair in taken for second in pair)
                print(f"{name}: {median:.1f} s, {median / first:.2f} of the first", flush=True)
                page.close()


if __name__ == "__main__":
    main()
