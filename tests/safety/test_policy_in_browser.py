"""What is slipped into a page does not run, from a disk and from a server, for its policy."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

import cases
from conftest import QuietHandler
from hosting import answering, hosted

ATTACKS = cases.FOLDER / "policy"
NAME = "Content-Security-Policy"
# What marks the page where nothing is refused, and what asks the outside host.
MARKS = {"inline", "module", "handler", "address", "eval", "constructed", "timer", "worker"}
ASKED = {"script.js", "style.css", "image.png", "frame.html", "object.svg", "film.mp4", "fetch"}
ASKED |= {"beacon", "form"}


class Outside(QuietHandler):
    """A host that no page may ask; it notes what it is asked for."""

    asked: set[str]

    def do_GET(self) -> None:  # noqa: N802 - named by the base class
        """Note the path."""
        self.asked.add(self.path.strip("/").partition("?")[0])
        self.send_response(204)
        self.end_headers()

    do_POST = do_GET  # noqa: N815 - named by the base class


@pytest.fixture
def outside() -> Iterator[tuple[str, set[str]]]:
    asked: set[str] = set()
    with answering(type("Noting", (Outside,), {"asked": asked})) as host:
        yield host, asked


def attacked(site: Path, folder: Path, host: str, *, ruled: bool) -> None:
    """Make a copy of the first page, with what must not run, and with or without its policy."""
    page = (site / "index.html").read_text(encoding="utf-8")
    if not ruled:
        page = page.replace(f'http-equiv="{NAME}"', 'name="none"')
    slipped = (ATTACKS / "attacks.html").read_text(encoding="utf-8").replace("OUTSIDE", host)
    script = (ATTACKS / "attacks.js").read_text(encoding="utf-8").replace("OUTSIDE", host)
    (folder / "assets").mkdir()
    (folder / "assets" / "attacks.js").write_text(script, encoding="utf-8")
    text = page.replace("</body>", f"{slipped}</body>")
    (folder / "index.html").write_text(text, encoding="utf-8")


@pytest.mark.parametrize("ruled", [True, False])
@pytest.mark.parametrize("over", ["file", "http"])
def test_what_is_slipped_into_a_page_does_not_run(  # noqa: PLR0913 - five of them are fixtures
    site: Path, tmp_path: Path, chromium: Browser, outside: tuple[str, set[str]], over: str, *,
    ruled: bool,
) -> None:  # fmt: skip
    host, asked = outside
    attacked(site, tmp_path, host, ruled=ruled)
    with hosted(tmp_path) as served:
        page = chromium.new_context().new_page()
        page.goto(f"{served if over == 'http' else tmp_path.as_uri()}/index.html")
        page.locator("#address").click()
        page.locator("#send").click()
        page.wait_for_timeout(300)
        marks = page.evaluate("({...document.documentElement.dataset})")
        position = "e => getComputedStyle(e).position"
        styled = {page.locator(selector).evaluate(position) for selector in ("#styled", "#sheet")}
        page.context.close()

    assert marks.pop("own") == "ran"
    for typed in ("guide", "page", "mdColorScheme"):  # on every page
        del marks[typed]
    assert marks.keys() == (set() if ruled else MARKS)
    assert asked == (set() if ruled else ASKED)
    assert styled == ({"static"} if ruled else {"fixed"})
