"""The rules of axe on every page, in both colour schemes, on a phone and on a desk."""

from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from itertools import product
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

import browser as browsers
from audit.report import Found
from test_accessibility import violations

AT_ONCE = 2
VIEWS = tuple(product((360, 1280), ("light", "dark")))
LONG = 120_000  # milliseconds: the longest pages have ten thousand elements


def axe(site: Path) -> Found:
    """Return every violation on the pages of `site`, opened from the disk without a network."""
    pages = sorted(path.relative_to(site).as_posix() for path in site.rglob("*.html"))
    shares = [pages[number::AT_ONCE] for number in range(AT_ONCE)]
    with ProcessPoolExecutor(AT_ONCE) as pool:
        lines = [line for share in pool.map(partial(_share, site), shares) for line in share]
    return Found("axe", f"{len(pages)} pages, {len(VIEWS)} views of each", tuple(lines))


def _share(site: Path, pages: Sequence[str]) -> list[str]:
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(
            executable_path=browsers.find(), args=list(browsers.FLAGS)
        )
        return [line for page in pages for line in _broken(running, site, page)]


def _broken(running: Browser, site: Path, path: str) -> Iterator[str]:
    for width, scheme in VIEWS:
        context = running.new_context(
            viewport={"width": width, "height": 800},
            color_scheme="dark" if scheme == "dark" else "light",
            offline=True,
        )
        page = context.new_page()
        page.set_default_timeout(LONG)
        page.goto((site / path).as_uri())
        for line in violations(page):
            yield f"{path} at {width} pixels, {scheme}: {line}"
        context.close()
