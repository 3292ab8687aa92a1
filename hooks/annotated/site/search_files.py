"""Files of the search: the names of all entries, the text of the chapters, and that of the rest.

All are scripts that set a constant, as a page opened from a disk may fetch nothing else.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from html import unescape

from annotated.content import front_matter, page_fields
from annotated.content.search_words import SearchWords
from annotated.core import short_json
from annotated.core.long_text import LongText
from annotated.linking import text_sections
from annotated.linking.backlinks import LocatedMention
from annotated.linking.search_folding import TABLE
from annotated.linking.text_sections import Section
from annotated.model.kinds import kind_of
from annotated.site.guide_index import AUDIT, DOCS, GuideIndex
from annotated.site.search_entries import NUMBERED, SearchEntries
from annotated.site.search_entry import KINDS
from annotated.site.search_many import SearchMany
from annotated.site.urls import SiteUrls

NAMES, TEXT, REST = "search/names.js", "search/text.js", "search/rest.js"


@dataclass(frozen=True)
class SearchFiles:
    """Writes the files of a site whose pages are all linked.

    `mentions` are by id of the entity; `titles` and `pages` are, by path below `docs/`, the title
    of a page as HTML, and the HTML of its own text, without links.
    """

    index: GuideIndex
    urls: SiteUrls
    mentions: Mapping[str, Sequence[LocatedMention]]
    titles: Mapping[str, str]
    pages: Mapping[str, str]

    def files(self) -> Iterator[tuple[str, Callable[[], str]]]:
        """Yield the path of each file from the root of the site, and what returns its text."""
        yield NAMES, self._names
        yield TEXT, LongText(partial(self._text, of_chapters=True))
        yield REST, LongText(partial(self._text, of_chapters=False))

    @cached_property
    def _kinds(self) -> dict[str, str]:
        """Return the kind of each page by its path."""
        return dict.fromkeys(self.index.chapters, "chapter") | self._of_entities

    @cached_property
    def _of_entities(self) -> dict[str, str]:
        """Return the same for pages of entities, whose headings alone say nothing of their own."""
        return {
            entity.path.removeprefix(DOCS): kind_of(entity).word
            for entity in self.index.entities.values()
        }

    @property
    def _words(self) -> SearchWords:
        return self.index.guide.search_words

    def _names(self) -> str:
        others = {
            path: unescape(title)
            for path, title in self.titles.items()
            if path not in self._kinds and (self._has(path) or path in self._words.of_pages)
        }
        entries = SearchEntries(self.index, self.urls, self.mentions, others, self._headings)
        many = SearchMany(self.index, self.urls)
        names = {
            "kinds": KINDS,
            "folding": TABLE,
            "alike": self._words.alike,
            "numbered": NUMBERED,
            "entries": [entry.record for entry in entries.all()],
            "statements": entries.statements(),
            "paragraphs": [*many.paragraphs()],
            "notes": [*many.notes()],
            "sources": many.sources(),
        }
        return _script("searchNames", names)

    @cached_property
    def _headings(self) -> dict[str, str]:
        """Return the heading of each section that has synonyms, by its address below `docs/`."""
        paths = {
            address.partition("#")[0] for address in self._words.of_sections
        } & self.pages.keys()
        found = {
            f"{path}#{section.anchor}": section.heading
            for path in paths
            for section in self._sections(path)
        }
        return {address: found[address] for address in self._words.of_sections if address in found}

    def _text(self, *, of_chapters: bool) -> Iterator[str]:
        """Yield the pieces of a script as `_script` returns it, a page each."""
        paths = [path for path in self.pages if (path in self.index.chapters) == of_chapters]
        yield "window.searchText = ["
        for number, path in enumerate(filter(self._has, paths)):
            yield ("," if number else "") + short_json.text(self._page(path))
        yield "];\n"

    def _has(self, path: str) -> bool:
        """Tell whether a page is searched: its head may say that it is not."""
        if path in self._kinds:
            return True
        head, _ = front_matter.read(path, self.index.texts[f"{DOCS}{path}"])
        fields, _ = page_fields.read(path, head)
        return not (fields and fields.search and fields.search.exclude)

    def _page(self, path: str) -> list[object]:
        return [
            self.urls.pages[path],
            unescape(self.titles[path]),
            KINDS.index(self._kinds.get(path, "page")),
            [
                [section.anchor, section.heading, section.text]
                for section in self._sections(path)
                if section.text or path not in self._of_entities
            ],
        ]

    def _sections(self, path: str) -> tuple[Section, ...]:
        with_remarks = AUDIT not in self.urls.pages
        cache = self.index.build_cache
        return cache.run(_sections, self.pages[path], with_remarks=with_remarks)


def _sections(html: str, *, with_remarks: bool) -> tuple[Section, ...]:
    return tuple(text_sections.sections(html, with_remarks=with_remarks))


def _script(name: str, value: object) -> str:
    return f"window.{name} = {short_json.text(value)};\n"
