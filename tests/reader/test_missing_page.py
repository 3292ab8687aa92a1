"""The page of a wrong address: what it offers, wherever the site lies."""

import re
from collections.abc import Iterator
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from playwright.sync_api import Browser, expect

from conftest import build
from searching import search

SUB_PATH = "/a/guide/"
WRONG = HTTPStatus.BAD_REQUEST


class HandlerOfHost(SimpleHTTPRequestHandler):
    """Serves the site below SUB_PATH, and its 404 page at every wrong address there."""

    def translate_path(self, path: str) -> str:
        """Return the file of an address, as the site lies below a path."""
        return super().translate_path(path.removeprefix(SUB_PATH))

    def send_error(self, code: int, *_: object) -> None:
        """Send the page of a wrong address."""
        self.send_response(code)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        self.wfile.write(Path(self.directory, "404.html").read_bytes())

    def log_message(self, *_: object) -> None:
        """Write no line for a request."""


@pytest.fixture(scope="module")
def host(guide: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Return the address of another guide that is served below a path."""
    folder = tmp_path_factory.mktemp("below")
    build(guide, folder, SITE_URL=f"https://host.invalid{SUB_PATH}")
    handler = partial(HandlerOfHost, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}{SUB_PATH}"
        server.shutdown()


def test_the_words_of_a_wrong_address_are_searched(host: str, chromium: Browser) -> None:
    page = chromium.new_page()
    wrong: list[str] = []
    page.on("response", lambda one: wrong.append(one.url) if one.status >= WRONG else None)

    answer = page.goto(f"{host}places/old/hallow-isles.html")

    assert answer
    assert answer.status == HTTPStatus.NOT_FOUND
    expect(page.locator(".md-search__input")).to_have_value("hallow isles")
    expect(page).to_have_title(re.compile("^Nothing stands at this address - "))
    expect(page.get_by_role("status").filter(has_text="“hallow isles”")).to_have_text(
        re.compile(r"^Its words, “hallow isles”, find \d+ things? in the guide\.$")
    )
    hit = page.locator(".missing-found .hit").first
    expect(hit.locator(".hit-name")).to_have_text("Hallow Isle")
    hit.click()
    page.wait_for_url(f"{host}places/hallow-isle.html")
    assert wrong == [f"{host}places/old/hallow-isles.html"]
    page.close()


def test_it_is_told_that_the_words_of_an_address_find_nothing(host: str, chromium: Browser) -> None:
    page = chromium.new_page()
    page.goto(f"{host}qqqqxxxx")

    told = page.get_by_role("status").filter(has_text="qqqqxxxx")
    expect(told).to_have_text("Its words, “qqqqxxxx”, find nothing in the guide.")
    expect(told).to_be_visible()
    expect(page.locator(".missing-found")).to_be_hidden()
    page.close()


# Its addresses begin at the root of a host; there a disk has nothing, until they are changed.
def test_the_page_is_whole_when_it_is_opened_from_a_disk(site: Path, chromium: Browser) -> None:
    page = chromium.new_page()
    page.goto((site / "404.html").as_uri())

    expect(page.locator("h1")).to_have_css("font-family", re.compile("Literata"))
    assert page.locator(".missing-doors a").count() >= 4
    expect(page.locator(".missing-found")).to_be_hidden()
    links = page.locator("main a").evaluate_all("all => all.map(one => one.href)")
    assert [url for url in links if not url.startswith(site.as_uri())] == []
    assert search(page, "Rawa")[0] == (site / "places/rawa.html").as_uri()
    page.keyboard.press("Escape")
    page.locator(".missing-paragraphs a", has_text="¶49").click()
    expect(page.locator("#p49")).to_be_in_viewport()
    page.close()
