# /// script
# dependencies = ["playwright"]
# ///
"""Takes the pictures of the README from the built site, in a Chromium that is installed.

Run from the root of the project, after `make build`:
BROWSER_PATH=/usr/bin/chromium .venv/bin/python recipes/pictures.py
"""

import os
from base64 import b64encode
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

SITE, PICTURES = Path("site").absolute(), Path("docs/assets/pictures")
WIDE, FRAME = {"width": 1280, "height": 800}, {"width": 400, "height": 700}
WHOLE = {
    "front": "index.html",
    "chapter": "chapters/04-post-caliphate-strategy.html?lens=who#p49",
    "place": "places/mayedin.html",
}
# One paragraph under three lenses, side by side: the words stay where they are.
PARAGRAPH = "chapters/04-post-caliphate-strategy.html#p49"
LENSES = ("Plain", "Who says it", "On what")
STRIP = """<style>body{{margin:0;display:flex;gap:2px;background:#d9d3c4}}
img{{display:block;width:{width}px}}</style>{frames}"""


def whole(page: Page) -> None:
    """Take the pictures of whole pages."""
    for name, path in WHOLE.items():
        page.goto(f"{SITE.as_uri()}/{path}")
        page.wait_for_timeout(500)
        page.screenshot(path=PICTURES / f"{name}.png")


def frames(page: Page) -> list[bytes]:
    """Return the pictures of the paragraph under each lens."""
    page.goto(f"{SITE.as_uri()}/{PARAGRAPH}")
    taken = []
    for lens in LENSES:
        page.locator(".lenses label", has_text=lens).click()
        page.wait_for_timeout(500)
        taken.append(page.screenshot())
    return taken


def strip(page: Page, taken: list[bytes]) -> None:
    """Take the picture of these pictures in a row."""
    images = "".join(
        f'<img src="data:image/png;base64,{b64encode(picture).decode()}">' for picture in taken
    )
    page.set_content(STRIP.format(width=FRAME["width"], frames=images))
    page.wait_for_timeout(200)
    page.screenshot(path=PICTURES / "lens.png")


with sync_playwright() as playwright:
    browser = playwright.chromium.launch(executable_path=os.environ.get("BROWSER_PATH"))
    whole(browser.new_page(viewport=WIDE))
    pieces = frames(browser.new_page(viewport=FRAME))
    across = {**FRAME, "width": len(pieces) * (FRAME["width"] + 2) - 2}
    strip(browser.new_page(viewport=across), pieces)
