"""What a browser does before a page can be read: no line moves later, nothing is done in vain."""

import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import CDPSession, Page

from conftest import Open
from pages import CHAPTER, MAP, TIMELINE
from shared_pages import Look

FONTS = {"literata-core-400-normal.woff2", "literata-core-400-italic.woff2"}
ASKED = 'links => links.map((link) => link.href.split("/").at(-1))'
# Where the script in the head of a page looks for the fonts of both styles.
ASKS = re.compile(r"const font = `(\S+)/literata-core-400-\$\{style\}\.woff2`;")
IN_USE = """() => [...document.fonts]
  .filter((font) => font.status === "loaded" && font.unicodeRange.startsWith("U+0-7E"))
  .map((font) => `literata-core-${font.weight.slice(0, 3)}-${font.style}.woff2`)
"""

TOO_SMALL = """boxes => {
  const end = (element) => element.getBoundingClientRect().bottom;
  const over = (box) => Math.max(...[...box.querySelectorAll("*")].map(end)) - end(box);
  return boxes.filter((box) => over(box) > 1).map((box) => box.textContent.slice(0, 40));
}
"""


@pytest.mark.parametrize("path", ["index.html", CHAPTER])
def test_the_fonts_of_a_page_are_asked_for_at_once(open_page: Open, served: str, path: str) -> None:
    page = open_page("", width=360)

    page.goto(f"{served}/{path}", wait_until="networkidle")

    assert set(page.eval_on_selector_all("link[rel=preload]", ASKED)) == FONTS
    assert set(page.evaluate(IN_USE)) >= FONTS, "asked for in vain"


def test_every_page_asks_for_fonts_that_it_uses(look: Look, site: Path, kind: str) -> None:
    [folder] = ASKS.findall((site / kind).read_text(encoding="utf-8"))
    fonts = (site / kind).parent / folder

    assert {path.name for path in fonts.iterdir()} >= FONTS
    page = look(kind, 360)
    page.evaluate("document.fonts.ready.then(() => 0)")
    assert set(page.evaluate(IN_USE)) >= FONTS, "asked for in vain"


def test_a_page_on_a_disk_asks_for_nothing_ahead(look: Look) -> None:
    page = look(CHAPTER)

    assert page.locator("link[rel=preload]").count() == 0
    assert set(page.evaluate(IN_USE)) >= FONTS


def styled(page: Page) -> int:
    """Return for how many elements a style is worked out while the page loads anew."""
    session: CDPSession = page.context.new_cdp_session(page)
    events: list[dict[str, Any]] = []
    ended: set[str] = set()
    session.on("Tracing.dataCollected", lambda data: events.extend(data["value"]))
    session.on("Tracing.tracingComplete", lambda _: ended.add("yes"))
    session.send("Tracing.start", {"categories": "devtools.timeline"})
    page.reload()
    page.wait_for_timeout(500)
    session.send("Tracing.end")
    while not ended:
        page.wait_for_timeout(20)
    counted = [event for event in events if event["name"] == "UpdateLayoutTree"]
    return sum(event["args"].get("elementCount", 0) for event in counted)


# A style that asks of the whole page what it holds, or a script that changes its root, makes a
# browser begin again with every element: four times as many as there are, before that was found.
@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("path", [CHAPTER, MAP, TIMELINE, "places/mayedin.html"])
def test_styles_are_worked_out_once(open_page: Open, path: str, width: int) -> None:
    page = open_page(path, width=width)
    elements = page.evaluate("document.querySelectorAll('*').length")

    # One of three loads: where the machine is busy, a font comes late to some of them.
    counts: list[int] = []
    while len(counts) < 3 and min(counts, default=elements * 2) >= 1.2 * elements:
        counts.append(styled(page))

    assert min(counts) < 1.2 * elements


# Else it would lie over what follows, for whoever asks where things are: a checker, for one.
@pytest.mark.parametrize(("path", "drawn_late"), [(MAP, ".gazetteer tbody tr")])
@pytest.mark.parametrize("width", [360, 412, 1280])
def test_what_is_drawn_late_has_its_room(
    look: Look, path: str, drawn_late: str, width: int
) -> None:
    page = look(path, width=width)

    boxes = page.locator(drawn_late)
    assert boxes.count() > 50
    assert boxes.evaluate_all(TOO_SMALL) == []
