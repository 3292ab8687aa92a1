"""What a guide has many of, as the script of the search reads it: paragraphs, notes and sources.

They stand by their page, and without what the script makes of a number or of a title: names,
addresses, forms and, of a source, the notes that cite it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from typing import TypeAlias

from annotated.content.endnotes import Endnote
from annotated.content.sources import Source
from annotated.evidence.references import date_in_words
from annotated.model.anchors import note_anchor, paragraph_anchor
from annotated.site.guide_index import GuideIndex
from annotated.site.urls import SiteUrls

LONGEST = 140
# What a script reads: texts and numbers in lists, of which each item says what it holds.
Record: TypeAlias = list[object]


@dataclass(frozen=True)
class SearchMany:
    """Makes the records of a site."""

    index: GuideIndex
    urls: SiteUrls

    def paragraphs(self) -> Iterator[Record]:
        """Yield each chapter: its page and title, then the number and first words of each."""
        for chapter in self.index.guide.chapters:
            numbers = [paragraph.number for paragraph in chapter.paragraphs]
            if numbers:
                page = _page(self.urls.anchors[paragraph_anchor(numbers[0])])
                anchors = map(paragraph_anchor, numbers)
                lines = [self._beginnings.get(anchor, "") for anchor in anchors]
                yield [page, chapter.title, *map(list, zip(numbers, lines, strict=True))]

    def notes(self) -> Iterator[Record]:
        """Yield pages with their notes: number, paragraph, a line, and the keys of its sources.

        Notes that no page shows, whose sources they cite all the same, stand under no page.
        """
        notes = self.index.guide.endnotes.notes.items()
        placed = ((self._page_of_note(number), number, note) for number, note in notes)
        for page, group in groupby(placed, key=lambda item: item[0]):
            yield [
                page,
                *(
                    [number, note.paragraph, self._line(number, note.supports), *_keys(note)]
                    for _, number, note in group
                ),
            ]

    def sources(self) -> Record:
        """Return the pages of sources, then each: key, its page, title, what it is in, authors."""
        pages: dict[str, int] = {}
        listed: list[object] = [
            [
                source.key,
                pages.setdefault(_page(self.urls.source(source.key)), len(pages)),
                source.title,
                _published(source),
                *source.authors,
            ]
            for source in self.index.guide.sources.values()
        ]
        return [[*pages], *listed]

    def _page_of_note(self, number: str) -> str:
        return _page(self.urls.anchors.get(note_anchor(number), ""))

    def _line(self, number: str, supports: str) -> str:
        return supports or self._beginnings.get(note_anchor(number), "")

    @cached_property
    def _beginnings(self) -> dict[str, str]:
        """Return the first words of each paragraph and substantive note by its anchor."""
        return {part.anchor: short(part.text) for part in reversed(self.index.parts)}


def short(text: str) -> str:
    """Return the text, or as many of its words as fit in a line or two."""
    return text if len(text) <= LONGEST else f"{text[:LONGEST].rpartition(' ')[0]} …"


def _published(source: Source) -> str:
    date = date_in_words(source.year, source.month, source.day)
    return ", ".join(filter(None, (source.container, date)))


def _keys(note: Endnote) -> dict[str, None]:
    """Return the keys of the sources that a note cites."""
    return dict.fromkeys(cite.text for cite in note.cites)


def _page(url: str) -> str:
    return url.partition("#")[0]
