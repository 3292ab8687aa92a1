"""What a contributor sees while writing: a change, a mistake, and the mistake mended."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser, expect

from conftest import ENVIRONMENT, build, change, copied, different, files
from originals import INVENTED
from test_original_site import annotate_another, take

PATIENCE = 60
Folders = pytest.TempPathFactory


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


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    root = copied(tmp_path_factory.mktemp("served"))
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


# A file, words in it and what takes their place, and the page on which “Newly written” then stands.
CHANGES = {
    "a sentence of a chapter": (
        "docs/chapters/02-strategic-retreat.md",
        "]{ .author }",
        " Newly written.]{ .author }",
        "chapters/02-strategic-retreat.html",
    ),
    "the head of a place": (
        "docs/places/mosul.md",
        "summary: ",
        "summary: Newly written. ",
        "places/mosul.html",
    ),
    "a spelling": (
        "docs/places/mosul.md",
        "spellings:\n",
        "spellings:\n  - Newly written\n",
        "places/mosul.html",
    ),
    "the name of a place on the map": (
        "docs/places/rawa.md",
        "name: Rawa",
        "name: Rawa, Newly written",
        "map/index.html",
    ),
    "an entry that shares a page": (
        "docs/glossary/nikayah.md",
        'summary: "',
        'summary: "Newly written. ',
        "glossary/index.html",
    ),
    "what a note is cited for": (
        "bibliography/endnotes.yml",
        'supports: "',
        'supports: "Newly written: ',
        "sources/index.html",
    ),
    "the title of a source": (
        "bibliography/references.bib",
        "= {{Raqqa’s",
        "= {{Newly written Raqqa’s",
        "sources/index.html",
    ),
    "the configuration": (
        "mkdocs.yml",
        "  - Places:",
        "  - Newly written:",
        "index.html",
    ),
}

# A change that shows only in how links are marked.
RENDERING = ("docs/glossary/lawasiq.md", "english: [sticky bombs, ", "english: [")

# Builds the project in the current folder again and again, in one process, as the server does.
AGAIN = """
import sys
from mkdocs.commands.build import build
from mkdocs.config import load_config
for line in sys.stdin:
    config = load_config("mkdocs.yml", site_dir=line.strip())
    config.plugins.on_startup(command="build", dirty=False)
    build(config)
    print("built", flush=True)
"""


def test_what_is_built_again_is_what_is_built_anew(copy: Path, tmp_path_factory: Folders) -> None:
    again, anew = tmp_path_factory.mktemp("again"), tmp_path_factory.mktemp("anew")
    changes = [*((path, words, others) for path, words, others, _ in CHANGES.values()), RENDERING]
    with building(copy) as builder:
        before = rebuilt(builder, again)
        for path, words, others in changes:
            change(copy / path, words, others)
            changed = rebuilt(builder, again)
        build(copy, anew, strict=False)
        assert different(changed, files(anew)) == []
        assert different(changed, before) != []
        for path, words, others in reversed(changes):
            change(copy / path, others, words)
        assert different(rebuilt(builder, again), before) == []


def test_a_copy_is_woven_in_as_it_is_now(tmp_path: Path) -> None:
    root, again, anew = tmp_path / "guide", tmp_path / "again", tmp_path / "anew"
    root.mkdir()
    annotate_another(root)
    with building(root, WITHOUT_ORIGINAL="") as builder:
        bare = rebuilt(builder, again)
        take(root, INVENTED)
        woven = rebuilt(builder, again)
        change(root / "original" / "02-winter.md", "Heron", "Newly written")
        changed = rebuilt(builder, again)
        build(root, anew, WITHOUT_ORIGINAL="")
        shutil.rmtree(root / "original")

        assert different(woven, bare) != []
        assert different(changed, woven) == ["chapters/02-winter.html"]
        assert different(changed, files(anew)) == []
        assert different(rebuilt(builder, again), bare) == []


def building(root: Path, **environment: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", AGAIN],
        cwd=root,
        env=os.environ | ENVIRONMENT | environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        encoding="utf-8",
    )


def rebuilt(builder: subprocess.Popen[str], folder: Path) -> dict[str, bytes]:
    assert builder.stdin
    assert builder.stdout
    builder.stdin.write(f"{folder}\n")
    builder.stdin.flush()
    assert builder.stdout.readline() == "built\n"
    return files(folder)


@pytest.mark.parametrize("name", CHANGES)
def test_a_change_is_shown(served: Served, name: str) -> None:
    path, words, others, page = CHANGES[name]

    served.change(path, words, others)
    shown = served.shows(page, lambda html: "Newly written" in html)
    served.change(path, others, words)

    assert "Newly written" in shown
    assert "Newly written" not in served.shows(page, lambda html: "Newly written" not in html)


BROKEN = {
    "front matter": ("docs/places/rawa.md", "spellings:", "spelings:", "unknown field"),
    "front matter that cannot be read": ("docs/places/rawa.md", "name: ", "name: [", "breaks off"),
    "a note": ("bibliography/endnotes.yml", "cites:\n", "cites: [\n", "endnotes-malformed"),
    "a source": ("bibliography/references.bib", "{{", "{{{", "source-malformed"),
    "the configuration": ("mkdocs.yml", "nav:", "nav: [", "could not be built anew"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_mistake_is_shown_and_the_server_recovers(served: Served, name: str) -> None:
    path, words, others, told = BROKEN[name]
    logged = served.log.read_text(encoding="utf-8").count(told)

    served.change(path, words, others)
    shown = served.shows("index.html", lambda html: '<aside class="problems">' in html)
    served.change(path, others, words)
    mended = served.shows("index.html", lambda html: '<aside class="problems">' not in html)

    assert told in shown
    assert "<aside" not in mended
    if path != "mkdocs.yml":
        assert served.log.read_text(encoding="utf-8").count(told) > logged


@pytest.mark.parametrize("width", [360, 1280])
def test_the_notice_can_be_read_and_folded(served: Served, chromium: Browser, width: int) -> None:
    served.change("docs/places/rawa.md", "spellings:", "spelings:")
    served.shows("index.html", lambda html: '<aside class="problems">' in html)
    page = chromium.new_page(viewport={"width": width, "height": 800})
    page.goto(f"{served.address}places/rawa.html")

    notice = page.locator("aside.problems")
    expect(notice).to_contain_text("docs/places/rawa.md:")
    expect(notice).to_contain_text("Did you mean 'spellings'?")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    notice.locator("summary").click()
    expect(notice.locator("li").first).to_be_hidden()
    page.close()
    served.change("docs/places/rawa.md", "spelings:", "spellings:")


def test_a_built_site_has_no_notice(site: Path) -> None:
    assert not (site / "assets" / "problems.css").exists()
    assert not any('class="problems"' in page.read_text() for page in site.rglob("*.html"))
