"""One build of the site: what is known before a page is made, and what the pages show."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property, partial
from posixpath import dirname
from urllib.parse import urljoin

from annotated.authoring import cross_checks, mention_coverage
from annotated.content import guide
from annotated.core import placeholders
from annotated.core.build_cache import BuildCache
from annotated.core.problems import Problem
from annotated.evidence import references
from annotated.linking import backlinks, search_aliases
from annotated.maps.map_page import TIMELINE, MapPage
from annotated.markdown_ext import printed_footnotes
from annotated.markdown_ext.entry_links import EntryLinks
from annotated.model.entities import Entity
from annotated.own_copy import copy_store
from annotated.safety import sanitizer
from annotated.site import (
    chapter_page,
    facing_pages,
    generated_files,
    settings_panel,
)
from annotated.site.generated_pages import Writer
from annotated.site.guide_index import DOCS, GuideIndex
from annotated.site.page_footer import PageEnd
from annotated.site.urls import SiteLinks, relative


@dataclass
class Build:
    """Made anew for each build, so that nothing outlives it. Addresses start at the root.

    `edit` is where the folder of words can be edited, with a slash at the end, or nothing;
    `guide` is the name of the site with its version; `ground` stands for all that a page comes
    out of besides its own words.
    """

    index: GuideIndex
    found: list[Problem]
    edit: str = ""
    guide: str = ""
    ground: str = ""
    mentions: dict[str, list[backlinks.LocatedMention]] = field(
        default_factory=lambda: defaultdict(list)
    )
    named: set[str] = field(default_factory=set)
    unlinked: set[str] = field(default_factory=set)
    linked: dict[str, str] = field(default_factory=dict)
    made: dict[str, list[str]] = field(default_factory=dict)

    @classmethod
    def read(
        cls, texts: Mapping[str, str], copied: Mapping[str, str], build_cache: BuildCache
    ) -> "Build":
        """Read the files (path from the root to text), and those of the reader's own copy."""
        content, problems = guide.read(texts, build_cache)
        index = GuideIndex(content, texts, copy_store.from_files(copied), build_cache)
        problems += [*cross_checks.check(content, texts, build_cache), *index.atlas.problems()]
        return cls(index, problems)

    @cached_property
    def links(self) -> SiteLinks:
        """Return where everything is, once it has been located."""
        return SiteLinks(self.index)

    @cached_property
    def entry_links(self) -> EntryLinks:
        """Return what leads links to entries, while a page is read."""
        return EntryLinks(self.index.entries)

    def typed(self, path: str) -> str:
        """Return a file of words as it was read when the build began."""
        return self.index.texts[f"{DOCS}{path}"]

    def markdown(self, path: str, markdown: str, url: str) -> str:
        """Return the Markdown of a page with what is not typed: facts, lists, notes."""
        self.entry_links.page = path
        writer = Writer(self.index, self.edit_address)
        entity = self.about(url)
        written = writer.page_of(entity) if entity else writer.page(path, markdown)
        written = written or markdown + printed_footnotes.definitions(markdown, self.index.notes)
        written, self.made[url] = placeholders.stash(written)
        return written

    def about(self, url: str) -> Entity | None:
        """Return the entity that a page is about."""
        return self.index.entities.get(self.links.ids.get(url, ""))

    def search_names(self, address: str) -> list[str]:
        """Return the names under which a page, its sections or an entry of one are found."""
        entity = self.about(address) or self.about(address.partition("#")[0])
        return search_aliases.forms(entity) if entity else []

    def html(self, path: str, html: str, url: str, title: str) -> str:
        """Link a page, keep it, and return it without the links: so the search index reads it."""
        html, changed = self.index.build_cache.get_or_compute(
            ("clean", html), partial(sanitizer.clean, html)
        )
        self.found += sanitizer.problems(f"{DOCS}{path}", changed)
        html = placeholders.restore(html, self.made.pop(url, []))
        html = references.fill(html, self.index.references, relative("sources/index.html", url))
        page = self.links.link(html, url)
        self.unlinked |= page.unlinked
        self.named |= {mention.id for mention in page.mentions if not mention.by_editor}
        for mention in page.mentions:
            self.mentions[mention.id].append(backlinks.LocatedMention(mention, url, title))
        whole = self.links.refer(page.html, url)
        whole = chapter_page.complete(self.index, path, whole, self.edit_address)
        names = self.links.names(dirname(url))
        self.linked[url] = facing_pages.weave(
            whole, self.index, path, names, relative("assets", url)
        )
        return html

    def edit_address(self, path: str, line: int) -> str:
        """Return where a line of a file (path from the root) can be edited, or ""."""
        return urljoin(self.edit, f"../{path}#L{line}") if self.edit else ""

    def finished(self, url: str) -> str:
        """Return the linked page, now that every mention on every page is known."""
        to = cache(partial(relative, page=url))
        page = MapPage(self.index.atlas, self.links.names(dirname(url)).href, to(TIMELINE))
        return backlinks.fill(
            settings_panel.BUTTON + page.fill(self.linked[url]), self.mentions, to
        )

    @cached_property
    def _end(self) -> PageEnd:
        return PageEnd(self.index, self.mentions, self.guide, self.links.addresses)

    def whole(self, output: str, url: str) -> str:
        """Return a whole page with the panel, and the cards of what it links to, at its end."""
        folder, anchor = dirname(url), partial(self.links.anchor, page=url)
        href = self.links.names(folder).href
        return facing_pages.unindexed(self._end.add(output, folder, href, anchor))

    @cached_property
    def problems(self) -> list[Problem]:
        """Return all problems, sorted; ask once every page has been linked."""
        return sorted(
            {*self.found, *mention_coverage.check(self.index.guide, self.named, self.unlinked)}
        )

    def data(self) -> Iterator[tuple[str, Callable[[], str]]]:
        """Yield the address of each file of data and style, and what makes its text."""
        yield from generated_files.files(self.index)
