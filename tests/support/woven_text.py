"""The texts of a reader's own copy, read from the pages that they are woven into."""

import re
from html.parser import HTMLParser
from pathlib import Path

from originals import compared


class Originals(HTMLParser):
    """Reads a woven page: the texts of its originals, without what the guide has added."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []
        self._inside = self._silent = 0

    def handle_starttag(
        self,
        tag: str,  # noqa: ARG002 - named by the base class
        attrs: list[tuple[str, str | None]],
    ) -> None:
        """Begin a text, or what is ours in it."""
        class_ = dict(attrs).get("class") or ""
        if class_.split(" ")[0] in {"original-text", "original-heading", "original-note"}:
            self._inside = 1
            self.texts.append("")
        elif self._inside:
            self._inside += 1
        ours = class_ in {"margin", "footnote-backref"}
        self._silent += bool(self._silent or ours)

    def handle_endtag(self, tag: str) -> None:  # noqa: ARG002 - named by the base class
        """End it."""
        self._inside -= self._inside > 0
        self._silent -= self._silent > 0

    def handle_data(self, data: str) -> None:
        """Keep the text."""
        if self._inside and not self._silent:
            self.texts[-1] += data


def originals(site: Path) -> list[str]:
    found = Originals()
    for page in sorted((site / "chapters").glob("0*.html")):
        found.feed(page.read_text(encoding="utf-8"))
    return [compared(text) for text in found.texts]


def lost(copy: Path, site: Path) -> list[str]:
    """Return the lines of a copy, but for those named as left out, that the site does not have."""
    woven = originals(site)
    lines = [compared(line) for line in copy.read_text(encoding="utf-8").split("\n")]
    without_number = [re.sub(r"^(?:\d{1,2}|[ab]) (?=\S)", "", line) for line in lines]
    return [line for line in without_number if line and line not in woven]
