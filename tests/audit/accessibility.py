"""The rules of axe on every page, in both colour schemes, on a phone and on a desk."""

from collections.abc import Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from itertools import product
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

import browser as browsers
from audit.host import serving
from audit.report import Found
from axe_rules import violations

AT_ONCE = 2
VIEWS = tuple(product((360, 1280), ("light", "dark")))
# A chapter is looked at again with its folds, a lens and a card open.
CHAPTERS = "chapters/0"
OPEN = """() => {
  document.querySelector("input[name=lens][value=who]").click();
  for (const fold of document.querySelectorAll("article details")) fold.open = true;
}"""
CARD = ".card:popover-open"
LONG = 120_000  # milliseconds: the longest pages have ten thousand elements
# Its addresses begin at the root of a host, so that it has no styles on a disk.
OF_A_HOST = "404.html"


def axe(site: Path) -> Found:
    """Return every violation on the pages of `site`, opened from the disk."""
    pages = sorted(path.relative_to(site).as_posix() for path in site.rglob("*.html"))
    with serving(site) as host, ProcessPoolExecutor(AT_ONCE) as pool:
        urls = {page: (site / page).as_uri() for page in pages} | {OF_A_HOST: f"{host}/{OF_A_HOST}"}
        shares = [dict(list(urls.items())[number::AT_ONCE]) for number in range(AT_ONCE)]
        lines = [line for share in pool.map(_share, shares) for line in share]
    return Found("axe", f"{len(pages)} pages, {len(VIEWS)} views of each", tuple(lines))


def _share(urls: Mapping[str, str]) -> list[str]:
    with sync_playwright() as playwright, browsers.run(playwright) as running:
        return [line for path, url in urls.items() for line in _broken(running, path, url)]


def _broken(running: Browser, path: str, url: str) -> Iterator[str]:
    for width, scheme in VIEWS:
        context = running.new_context(
            viewport={"width": width, "height": 800},
            color_scheme="dark" if scheme == "dark" else "light",
            offline=path != OF_A_HOST,
            service_workers="block",
        )
        page = context.new_page()
        page.set_default_timeout(LONG)
        page.goto(url)
        for line in violations(page):
            yield f"{path} at {width} pixels, {scheme}: {line}"
        if path.startswith(CHAPTERS):
            _open(page)
            for line in violations(page):
                # A card covers a part of a number beside the text, for as long as it is open.
                if "paragraph-number" not in line:
                    yield f"{path} at {width} pixels, {scheme}, all open: {line}"
        context.close()


def _open(page: Page) -> None:
    page.evaluate(OPEN)
    page.keyboard.press("Shift")
    page.locator("article p[id] a.mention.place[href]").first.focus()
    page.locator(CARD).wait_for()
