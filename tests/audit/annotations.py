"""Whether a library that reads annotations finds the words of each: Apache Annotator, in a browser.

It is put together for the page by esbuild, and looks for every quotation in the whole document.
"""

import json
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from playwright.sync_api import Browser, sync_playwright

import browser as browsers
from audit.report import Found

FILE = "data/annotations.jsonld"
QUOTE = "TextQuoteSelector"
LIBRARY = "@apache-annotator/dom"
# Asks for each selector what it leads to, and where that stands in the text of its element.
FIND = """async (selectors) => {
  const found = [];
  for (const selector of selectors) {
    const match = annotator.createTextQuoteSelectorMatcher(selector);
    const words = [];
    for await (const range of match(document.body)) words.push(range.toString());
    found.push(words);
  }
  return found;
}"""
Selector = dict[str, str]


def annotator(node: Path, site: Path) -> Found:
    """Return the annotations of `site` whose words are not found, or more than once."""
    collection = json.loads((site / FILE).read_text(encoding="utf-8"))
    wanted = _by_page(collection)
    with sync_playwright() as playwright, browsers.run(playwright) as running:
        lines = tuple(_astray(running, _library(node), site, wanted))
    count = sum(map(len, wanted.values()))
    return Found("Apache Annotator", f"{count} annotations", lines)


def _by_page(collection: Mapping[str, Any]) -> dict[str, list[Selector]]:
    """Return the quotations by the path of the page that they are of."""
    root = collection["id"].removesuffix(FILE) if collection["id"].endswith(FILE) else "../"
    found: dict[str, list[Selector]] = {}
    for item in collection["first"]["items"]:
        target = item["target"]
        given = target["selector"]
        quotes = [selector for selector in (given if isinstance(given, list) else [given])
                  if selector["type"] == QUOTE]  # fmt: skip
        found.setdefault(target["source"].removeprefix(root), []).extend(quotes)
    return found


def _astray(
    running: Browser, library: str, site: Path, wanted: Mapping[str, Sequence[Selector]]
) -> Iterator[str]:
    for path, selectors in wanted.items():
        page = running.new_page()
        page.goto((site / path).as_uri())
        page.evaluate(library)
        for selector, words in zip(selectors, page.evaluate(FIND, selectors), strict=True):
            if words != [selector["exact"]]:
                yield f"{path}: {selector['exact']!r} is found as {words}"
        page.close()


def _library(node: Path) -> str:
    """Return the library as one script that a page can run."""
    with TemporaryDirectory() as folder:
        begin = Path(folder) / "begin.js"
        begin.write_text(f'export * from "{LIBRARY}"', encoding="utf-8")
        asked = ("--bundle", "--format=iife", "--global-name=annotator", "--log-level=error")
        done = subprocess.run(
            [node / ".bin" / "esbuild", begin, *asked],
            env={"NODE_PATH": str(node)}, check=True, capture_output=True, encoding="utf-8",
        )  # fmt: skip
    return f"{done.stdout}\nwindow.annotator = annotator;"
