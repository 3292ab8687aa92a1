"""Front page: its generated parts, put where placeholders in its text ask for them."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from html import escape

from annotated.core.placeholders import FRONT, FRONT_WORDS
from annotated.site import live_paragraph
from annotated.site.guide_index import GuideIndex
from annotated.site.statement_grid import WORDS, StatementGrid
from annotated.site.urls import FolderUrls

# Words that are read in a minute.
PACE = 220
# Where the bar of lenses is to stand; `Build.fill` puts it there.
LENSES = FRONT.html("lenses")


@dataclass(frozen=True)
class FrontPage:
    """Writes the parts; `chapters` are the linked chapters by path, `urls` those of the page."""

    index: GuideIndex
    chapters: Mapping[str, str]
    urls: FolderUrls

    def fill(self, html: str) -> str:
        """Return a page with all that it asks for; one that asks for nothing comes back as is."""
        html = FRONT_WORDS.pattern.sub(lambda match: self._words(match[1]), html)
        return FRONT.pattern.sub(self._part, html)

    def _part(self, match: re.Match[str]) -> str:
        parts: Mapping[str, Callable[[], str]] = {
            "grid": lambda: StatementGrid(self.index, self.urls.page).html(self.urls.url(WORDS)),
            "original": self._original,
            "paragraph": lambda: self._paragraph(match[2] or ""),
        }
        return parts[match[1]]() if match[1] in parts else match[0]

    def _words(self, name: str) -> str:
        """Return words or a number within a sentence, or "" for an unknown name."""
        argument = self.index.guide.study.argument.nodes.values()
        words: Mapping[str, Callable[[], object]] = {
            "minutes": lambda: _minutes(part.text for part in self.index.parts),
            "argument-minutes": lambda: _minutes(node.says for node in argument),
            "remarks": lambda: len(self.index.guide.remarks),
            "continue": lambda: '<a class="stopped-at" href="#" hidden></a>',
        }
        return str(words[name]()) if name in words else ""

    def _paragraph(self, anchor: str) -> str:
        for path, chapter in self.index.chapters.items():
            if anchor in chapter.anchors:
                url = self.urls.site.pages.get(path, "")
                part = live_paragraph.cut(self.chapters.get(path, ""), anchor)
                shown = live_paragraph.moved(part, url, self.urls)
                return f'<div class="example" data-search-exclude>{LENSES}{shown}</div>'
        return ""

    def _original(self) -> str:
        about = self.index.guide.article
        if not about:
            return ""
        address = escape(about.address)
        return (
            f'<p class="original-at">The article itself: {escape(about.citation)}. '
            f'<a href="{address}" rel="noreferrer">Read it at its publisher</a>.</p>'
        )


def has_grid(texts: Iterable[str]) -> bool:
    """Tell whether any of the texts of pages asks for the grid of statements."""
    asked = (match[1] for text in texts for match in FRONT.pattern.finditer(text))
    return "grid" in asked


def _minutes(texts: Iterable[str]) -> int:
    words = sum(len(text.split()) for text in texts)
    return max(1, round(words / PACE))
