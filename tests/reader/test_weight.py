"""What a chapter, the cards and the map weigh: what a first view loads, as a server sends it."""

import gzip
import re
from importlib.metadata import distributions
from pathlib import Path
from urllib.parse import urlparse

import pytest

from annotated.mkdocs_host.files import sent_script, sent_sheet
from conftest import ROOT, Open
from pages import CLOCKS, MAP, TIMELINE

CHAPTERS = sorted(f"chapters/{path.stem}.html" for path in Path("docs/chapters").glob("0*.md"))
MOST = dict.fromkeys(CHAPTERS, 100_000) | {
    "index.html": 90_000,
    TIMELINE: 115_000,
    CLOCKS: 100_000,
    MAP: 130_000,
    "claims/statements.html": 120_000,
    "glossary/index.html": 130_000,
    "groups/index.html": 125_000,
    "sources/index.html": 130_000,
    "sources/audit.html": 130_000,
    "places/mayedin.html": 100_000,
}
# With the cards, which come when the page is quiet.
REQUESTS = dict.fromkeys(MOST, 15) | dict.fromkeys(CHAPTERS, 10)
# What comes when the page is quiet, once for all pages.
CARDS = 45_000
PACKED = {".woff2", ".png"}
# Promised of the stack that the guide is published with: the script of MaterialX is larger.
IS_MATERIALX = any(found.name == "mkdocs-materialx" for found in distributions())
BAR = r'<div class="lens-bar.*?</form></div>'


def packed(text: str) -> int:
    """Return the bytes of a text on the way to the reader."""
    return len(gzip.compress(text.encode(), mtime=0))


def weight(path: Path) -> int:
    """Return the bytes of a file on the way to the reader."""
    content = path.read_bytes()
    return len(content) if path.suffix in PACKED else len(gzip.compress(content, mtime=0))


@pytest.mark.skipif(IS_MATERIALX, reason="its bars are those of Material")
@pytest.mark.parametrize("path", MOST)
def test_a_first_view_is_light_with_its_fonts(
    open_page: Open, site: Path, served: str, path: str
) -> None:
    page = open_page("")
    loaded: set[str] = set()
    page.on("request", lambda request: loaded.add(request.url))

    page.goto(f"{served}/{path}", wait_until="networkidle")

    paths = [urlparse(url).path.lstrip("/") for url in loaded if url.startswith(served)]
    cards = {file for file in paths if file.startswith("assets/cards/")}
    at_once = set(paths) - cards
    assert any(file.endswith(".woff2") for file in paths)
    assert sum(weight(site / path) for path in at_once) <= MOST[path]
    assert len(set(paths)) <= REQUESTS[path]
    assert sum(weight(site / card) for card in cards) <= CARDS


def test_the_bar_of_lenses_is_small(site: Path) -> None:
    """The bar with its style and scripts: what a first view weighs with them, and without."""
    joined = {
        ".css": ("lens.css", "lens-text.css"),
        ".js": ("lens.js", "gutter.js"),
    }
    added = 0
    for suffix, own in joined.items():
        whole = (site / f"assets/guide{suffix}").read_text(encoding="utf-8")
        without = whole
        for name in own:
            shortened = sent_sheet if suffix == ".css" else sent_script
            part = shortened((ROOT / "docs" / "assets" / name).read_text(encoding="utf-8"))
            assert part in without
            without = without.replace(part, "")
        added += packed(whole) - packed(without)
    pages = [(site / path).read_text(encoding="utf-8") for path in CHAPTERS]
    bars = [packed(page) - packed(re.sub(BAR, "", page, flags=re.DOTALL)) for page in pages]

    assert added + max(bars) <= 4_000


def test_the_scripts_of_the_cards_are_small() -> None:
    scripts = list((ROOT / "docs" / "assets").glob("*card*.js"))

    assert {"cards.js", "card-shelves.js", "note-cards.js"} <= {path.name for path in scripts}
    written = [sent_script(path.read_text(encoding="utf-8")).encode() for path in scripts]
    assert sum(len(gzip.compress(text, mtime=0)) for text in written) < 6_900


def test_what_the_search_reads_before_it_answers_is_light(site: Path) -> None:
    """On a slow phone the first answer waits for the names alone; the text follows in parts."""
    script = (site / "assets" / "guide.js").read_text(encoding="utf-8")
    listed = re.search(r"const SCRIPTS = \[([^\]]+)\]", script)
    assert listed
    *first, text, rest = (f"assets/{path}" for path in re.findall(r'"([^"]+)"', listed[1]))

    assert sum(weight(site / path) for path in first) < 70_000
    assert weight(site / text) < 35_000
    assert weight(site / rest) < 200_000


def test_the_site_stays_small(site: Path) -> None:
    """What a reader saves or carries away: pages, cards, search and the data to download."""
    assert sum(path.stat().st_size for path in site.rglob("*") if path.is_file()) < 11_900_000


def test_the_page_of_the_map_stays_light(site: Path) -> None:
    page = (site / MAP).read_text(encoding="utf-8")
    own = re.findall(r'(?:href|src)="\.\./(assets/map/[a-z]+\.[a-z]+)"', page)

    assert len(own) == 4
    total = sum(weight(site / path) for path in (MAP, *own))
    assert total < 60_000
