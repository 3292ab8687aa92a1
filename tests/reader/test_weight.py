"""What a chapter and the map weigh: what a first view loads, as a server sends it."""

import gzip
import re
from pathlib import Path
from urllib.parse import urlparse

import pytest

from conftest import ROOT, Open
from pages import MAP

MOST = 160_000
CHAPTERS = sorted(path.stem for path in Path("docs/chapters").glob("0*.md"))
PACKED = {".woff2", ".png"}


def weight(path: Path) -> int:
    """Return the bytes of a file on the way to the reader."""
    content = path.read_bytes()
    return len(content) if path.suffix in PACKED else len(gzip.compress(content, mtime=0))


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_a_chapter_weighs_at_most_160_kilobytes_with_fonts(
    open_page: Open, site: Path, served: str, chapter: str
) -> None:
    page = open_page("index.html")
    page.context.set_offline(False)
    loaded: set[str] = set()
    page.on("request", lambda request: loaded.add(request.url))

    page.goto(f"{served}/chapters/{chapter}.html", wait_until="networkidle")

    paths = [urlparse(url).path.lstrip("/") for url in loaded if url.startswith(served)]
    assert any(path.endswith(".woff2") for path in paths)
    assert sum(weight(site / path) for path in paths) <= MOST


def test_the_scripts_of_the_cards_are_small() -> None:
    scripts = list((ROOT / "docs" / "assets").glob("*card*.js"))

    assert {"cards.js", "note-cards.js"} <= {path.name for path in scripts}
    assert sum(weight(path) for path in scripts) < 7_000


def test_the_page_of_the_map_stays_light(site: Path) -> None:
    page = (site / MAP).read_text(encoding="utf-8")
    own = re.findall(r'(?:href|src)="\.\./(assets/map/[a-z]+\.[a-z]+)"', page)

    assert len(own) == 5
    total = sum(weight(site / path) for path in (MAP, *own))
    assert total < 60_000
