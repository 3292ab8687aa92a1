"""One strict build of the real site, and one browser, for all end-to-end tests."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from importlib.util import find_spec
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Playwright, expect, sync_playwright

import browser as browsers
from pages import KINDS_OF_PAGE
from shared_results import once

ROOT = Path(__file__).parent.parent
# A test that asks for one of these, directly or not, is marked so.
MARKED_BY = {
    "browser": {"open_page", "chromium", "keeping"},
    "built_site": {"site", "guide", "woven", "bare", "built", "kept", "served"},
}
# Files of tests that take longest, or whose tests share what takes long: a worker begins with
# these, those first that need no site, while another builds that.
FIRST = (
    "test_second_build", "test_bounded_work", "test_nothing_lost", "test_accepted_builds",
    "test_hostile", "test_same_steps", "test_rebuilding", "test_serve",
)  # fmt: skip
PARTS = (
    "docs", "bibliography", "hooks", "theme", "mkdocs.yml", "Makefile", "pyproject.toml",
    "CITATION.cff",
)  # fmt: skip
# Those of another stack are the ones that its environment was made from.
REQUIREMENTS = sorted(path.name for path in ROOT.glob("requirements*.txt"))
# ProperDocs is used where it is installed, as by our commands.
GENERATOR = "properdocs" if find_spec("properdocs") else "mkdocs"
# A developer’s own copy stays out, unless a test asks for it.
ENVIRONMENT = {"NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": "0", "WITH_ORIGINAL": ""}
Open = Callable[..., Page]
# A busy machine is slow, not wrong.
expect.set_options(timeout=20_000)
pytest_plugins = ["example_profiles", "read_content", "originals", "guides"]
pytest_plugins += ["card_reader", "shared_pages"]


def copied(folder: Path) -> Path:
    """Copy the project into `folder`, with its environment, and return the folder."""
    for part in (*PARTS, *REQUIREMENTS):
        source, target = ROOT / part, folder / part
        if source.is_dir():
            shutil.copytree(source, target)
        else:
            shutil.copy2(source, target)
    (folder / ".venv").symlink_to(ROOT / ".venv")
    return folder


def change(path: Path, words: str, others: str) -> None:
    """Put `others` in the place of the first `words` of a file, which must hold them."""
    text = path.read_text(encoding="utf-8")
    assert words in text
    path.write_text(text.replace(words, others, 1), encoding="utf-8")


@pytest.hookimpl(wrapper=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> Iterator[None]:
    """Mark each test by the fixtures that it needs; order those that take longest, and by page."""
    for item in items:
        needed = set(getattr(item, "fixturenames", ()))
        for marker, fixtures in MARKED_BY.items():
            if needed & fixtures:
                item.add_marker(marker)
    yield
    order = {name: number for number, name in enumerate(FIRST)}
    items.sort(key=lambda item: (order.get(item.path.stem, len(FIRST)), _shared_page(item)))


def _shared_page(item: pytest.Item) -> int:
    """Return the number of the page that a test looks at with others: it is loaded once for all."""
    asked = getattr(item, "callspec", None)
    if asked is None or "look" not in getattr(item, "fixturenames", ()):
        return len(KINDS_OF_PAGE)
    named = (KINDS_OF_PAGE.index(value) for value in asked.params.values() if _is_page(value))
    return next(named, len(KINDS_OF_PAGE))


def _is_page(value: object) -> bool:
    return isinstance(value, str) and value in KINDS_OF_PAGE


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """Return a copy of the project, to break."""
    return copied(tmp_path)


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of the built site."""
    return once(tmp_path_factory, "site", partial(build, ROOT))


def files(folder: Path) -> dict[str, bytes]:
    """Return all files below `folder` by their path from there."""
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


def different(one: Mapping[str, bytes], other: Mapping[str, bytes]) -> list[str]:
    """Return the paths that only one has, or that differ."""
    return sorted(path for path in one.keys() | other.keys() if one.get(path) != other.get(path))


def build(root: Path, folder: Path, *, strict: bool = True, **environment: str) -> None:
    """Build the project at `root` into `folder`; show the log where it fails."""
    command = [sys.executable, "-m", GENERATOR, "build", "-f", "mkdocs.yml"]
    command += ["--site-dir", str(folder)]
    command += ["--strict"] if strict else []
    env = os.environ | ENVIRONMENT | environment
    done = subprocess.run(
        command, cwd=root, env=env, check=False, capture_output=True, encoding="utf-8"
    )
    assert done.returncode == 0, done.stderr


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    """Return what starts browsers."""
    with sync_playwright() as running:
        yield running


@pytest.fixture(scope="session")
def chromium(playwright: Playwright) -> Iterator[Browser]:
    """Return a running browser."""
    with browsers.run(playwright) as running:
        yield running


@pytest.fixture(scope="session")
def keeping(playwright: Playwright) -> Iterator[Browser]:
    """Return a running browser in which all pages from the disk find the same storage.

    In a busy Chromium a page from the disk now and then finds an empty storage of its own: seen
    with two pages of one line, in version 156, and never once pages may read one another.
    """
    with browsers.run(playwright, "--allow-file-access-from-files") as running:
        yield running


@pytest.fixture
def open_page(site: Path, request: pytest.FixtureRequest) -> Iterator[Open]:
    """Return a function that opens a page of the site from the disk, without a network.

    Without a path nothing is opened yet, and there is a network to other addresses of this machine.
    Whatever the console reports, and every request that leaves the folder, fails the test.
    With `clock` the test decides when time passes: see Playwright's `page.clock`. `links` is the
    choice of a reader who wants `all` links, or `none`. What a page stores is there on the next one
    with `keeps`.
    """
    complaints: list[str] = []
    with ExitStack() as stack:

        def open_one(
            path: str,
            *,
            width: int = 1280,
            clock: bool = False,
            keeps: bool = False,
            links: str = "",
            **options: Any,  # noqa: ANN401
        ) -> Page:
            viewport = {"width": width, "height": 800}
            browser: Browser = request.getfixturevalue("keeping" if keeps else "chromium")
            context = browser.new_context(viewport=viewport, offline=bool(path), **options)  # type: ignore[arg-type]
            stack.callback(context.close)
            if links:
                context.add_init_script(f"localStorage.links = '{links}'")
            page = context.new_page()
            watch(page, site, complaints)
            if clock:
                page.clock.install()
            if path:
                file, rest = re.fullmatch(r"([^?#]*)(.*)", path).groups()  # type: ignore[union-attr]
                page.goto(f"{(site / file).as_uri()}{rest}")
            return page

        yield open_one
    assert complaints == []


def watch(page: Page, site: Path, complaints: list[str]) -> None:
    """Add to `complaints` what the console reports, and every request that leaves the folder."""
    page.on("console", lambda message: complaints.append(f"{page.url}: {message.text}"))
    page.on("pageerror", lambda error: complaints.append(f"{page.url}: {error}"))
    page.on("request", lambda request: _stays(request.url, site, complaints))


def _stays(url: str, site: Path, complaints: list[str]) -> None:
    inside = url.startswith((site.as_uri(), "http://127.0.0.1:", "data:", "blob:", "about:"))
    if not inside:
        complaints.append(f"request to {url}")


@pytest.fixture(scope="session")
def served(site: Path) -> Iterator[str]:
    """Return the address at which the built site is served on this machine."""
    handler = partial(QuietHandler, directory=str(site))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


class QuietHandler(SimpleHTTPRequestHandler):
    """Serves files without a line in the log for each."""

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - named by the base class
        """Say nothing."""
