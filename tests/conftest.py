"""One strict build of the real site, and one browser, for all end-to-end tests."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

import browser as browsers

ROOT = Path(__file__).parent.parent
Open = Callable[..., Page]


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of the built site."""
    folder = tmp_path_factory.mktemp("site")
    build(ROOT, folder)
    return folder


def build(root: Path, folder: Path, **environment: str) -> None:
    """Build the project at `root` strictly into `folder`; show the log where it fails."""
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(folder)]
    env = os.environ | {"NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": "0"} | environment
    done = subprocess.run(
        command, cwd=root, env=env, check=False, capture_output=True, encoding="utf-8"
    )
    assert done.returncode == 0, done.stderr


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Return a running browser."""
    with sync_playwright() as playwright:
        path = browsers.find()
        assert path, "no browser: run 'make browser'"
        running = playwright.chromium.launch(executable_path=path, args=list(browsers.FLAGS))
        yield running
        running.close()


@pytest.fixture
def open_page(site: Path, chromium: Browser) -> Iterator[Open]:
    """Return a function that opens a page of the site from the disk, without a network.

    Whatever the console reports, and every request that leaves the folder, fails the test.
    """
    complaints: list[str] = []
    with ExitStack() as stack:

        def open_one(path: str, *, width: int = 1280, **options: Any) -> Page:  # noqa: ANN401
            viewport = {"width": width, "height": 800}
            context = chromium.new_context(viewport=viewport, offline=True, **options)  # type: ignore[arg-type]
            stack.callback(context.close)
            page = context.new_page()
            page.on("console", lambda message: complaints.append(f"{path}: {message.text}"))
            page.on("pageerror", lambda error: complaints.append(f"{path}: {error}"))
            page.on("request", lambda request: _stays(request.url, site, complaints))
            file, mark, fragment = path.partition("#")
            page.goto(f"{(site / file).as_uri()}{mark}{fragment}")
            return page

        yield open_one
    assert complaints == []


def _stays(url: str, site: Path, complaints: list[str]) -> None:
    inside = url.startswith((site.as_uri(), "data:", "blob:", "about:"))
    if not inside:
        complaints.append(f"request to {url}")
