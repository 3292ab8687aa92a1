"""What a contributor sees while writing: a change, a mistake, and the mistake mended."""

import os
import re
import shutil
import signal
import socket
import subprocess
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser, expect

from conftest import ROOT, build

PATIENCE = 60
LIVE_RELOAD = re.compile(r"<script>[^<]*livereload.*?</script>", re.DOTALL)


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
        text = (self.root / path).read_text(encoding="utf-8")
        assert words in text
        (self.root / path).write_text(text.replace(words, others, 1), encoding="utf-8")


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    root = tmp_path_factory.mktemp("served")
    for part in ("docs", "bibliography", "hooks", "mkdocs.yml", "Makefile", "requirements.txt"):
        if (ROOT / part).is_dir():
            shutil.copytree(ROOT / part, root / part)
        else:
            shutil.copy2(ROOT / part, root)
    (root / ".venv").symlink_to(ROOT / ".venv")
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
    one_site = Served(root, f"http://{address}/", root / "serve.log")
    assert one_site.shows("index.html", bool)
    yield one_site
    os.killpg(server.pid, signal.SIGTERM)
    server.wait()


CHANGES = {
    "a word of a chapter": (
        "docs/chapters/02-strategic-retreat.md",
        ("{ .author }", " Newly written.{ .author }"),
        "chapters/02-strategic-retreat.html",
    ),
    "the head of a place": (
        "docs/places/mosul.md",
        ("summary: ", "summary: Newly written. "),
        "places/mosul.html",
    ),
    "a spelling": (
        "docs/places/mosul.md",
        ("  - Mosul\n", "  - Mosul\n  - second largest city\n"),
        "places/mosul.html",
    ),
    "a term, whose entry shares a page": (
        "docs/glossary/nikayah.md",
        ("summary: \"", "summary: \"Newly written. "),
        "glossary/index.html",
    ),
    "what a note is cited for": (
        "bibliography/endnotes.yml",
        ("supports: \"", "supports: \"Newly written: "),
        "chapters/01-introduction.html",
    ),
    "the title of a source": (
        "bibliography/references.bib",
        ("title           = {{", "title           = {{Newly written "),
        "sources/index.html",
    ),
    "a list of words": ("docs/hedges.yml", ("- likely\n", "- likely\n- lost\n"), "index.html"),
    "the configuration": ("mkdocs.yml", ("  - Places:", "  - Newly written:"), "index.html"),
}
