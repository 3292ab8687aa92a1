"""One build of the site: what is known before a page is made, and what the pages show."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property, partial
from posixpath import dirname
from urllib.parse import urljoin

from annotated.authoring import cross_checks
from annotated.authoring import mention_coverage as coverage
from annotated.content import content as project
from annotated.core import placeholders as held
from annotated.core.build_cache import Memory
from annotated.core.problems import Problem
from annotated.evidence import references
from annotated.linking import backlinks
from annotated.linking import search_aliases as search_names
from annotated.maps.page import TIMELINE, MapPage
from annotated.markdown_ext import printed_footnotes as footnotes
from annotated.markdown_ext.entry_links import EntryLinks
from annotated.model.entities import Entity
from annotated.own_copy import store as chapter_files
from annotated.safety import sanitizer
from annotated.site import chapter_page as chapter_pages
from annotated.site import facing_pages as weaving
from annotated.site import generated_files as exports
from annotated.site import generated_files_made_styles as made_styles
from annotated.site import settings_panel as panel
from annotated.site.derived import DOCS, Knowledge
from annotated.site.generated_pages import Writer
from annotated.site.page_footer import PageEnd
from annotated.site.urls import SiteLinks, relative


@dataclass
class Site:
    """Made anew for each build, so that nothing outlives it. Addresses start at the root.

    `edit` is where the folder of words can be edited, with a slash at the end, or nothing;
    `guide` is the name of the site with its version; `ground` stands for all that a page comes
    out of besides its own words.
    """

    known: Knowledge
    found: list[Problem]
    edit: str = ""
    guide: str = ""
    ground: str = ""
    mentions: dict[str, list[backlinks.Located]] = field(default_factory=lambda: defaultdict(list))
    named: set[str] = field(default_factory=set)
    unlinked: set[str] = field(default_factory=set)
    linked: dict[str, str] = field(default_factory=dict)
    made: dict[str, list[str]] = field(default_factory=dict)

    @classmethod
    def read(cls, texts: Mapping[str, str], copied: Mapping[str, str], memory: Memory) -> "Site":
        """Read the files (path from the root to text), and those of the reader's own copy."""
        content, problems = project.read(texts, memory)
        known = Knowledge(content, texts, chapter_files.read(copied), memory)
        problems += [*cross_checks.check(content, texts, memory), *known.atlas.problems()]
        return cls(known, problems)

    @cached_property
    def links(self) -> SiteLinks:
        """Return where everything is, once it has been located."""
        return SiteLinks(self.known)

    @cached_property
    def entry_links(self) -> EntryLinks:
        """Return what leads links to entries, while a page is read."""
        return EntryLinks(self.known.entries)

    def typed(self, path: str) -> str:
        """Return a file of words as it was read when the build began."""
        return self.known.texts[f"{DOCS}{path}"]

    def markdown(self, path: str, markdown: str, url: str) -> str:
        """Return the Markdown of a page with what is not typed: facts, lists, notes."""
        self.entry_links.page = path
        writer = Writer(self.known, self.edit_address)
        entity = self.about(url)
        written = writer.page_of(entity) if entity else writer.page(path, markdown)
        written = written or markdown + footnotes.definitions(markdown, self.known.notes)
        written, self.made[url] = held.hold(written)
        return written

    def about(self, url: str) -> Entity | None:
        """Return the entity that a page is about."""
        return self.known.entities.get(self.links.ids.get(url, ""))

    def search_names(self, address: str) -> list[str]:
        """Return the names under which a page, its sections or an entry of one are found."""
        entity = self.about(address) or self.about(address.partition("#")[0])
        return search_names.forms(entity) if entity else []

    def html(self, path: str, html: str, url: str, title: str) -> str:
        """Link a page, keep it, and return it without the links: so the search index reads it."""
        html, changed = self.known.memory.recall(("clean", html), partial(sanitizer.clean, html))
        self.found += sanitizer.problems(f"{DOCS}{path}", changed)
        html = held.fill(html, self.made.pop(url, []))
        html = references.fill(html, self.known.references, relative("sources/index.html", url))
        page = self.links.link(html, url)
        self.unlinked |= page.unlinked
        self.named |= {mention.id for mention in page.mentions if not mention.by_editor}
        for mention in page.mentions:
            self.mentions[mention.id].append(backlinks.Located(mention, url, title))
        whole = self.links.refer(page.html, url)
        whole = chapter_pages.dress(self.known, path, whole, self.edit_address)
        names = self.links.names(dirname(url))
        self.linked[url] = weaving.weave(whole, self.known, path, names, relative("assets", url))
        return html

    def edit_address(self, path: str, line: int) -> str:
        """Return where a line of a file (path from the root) can be edited, or ""."""
        return urljoin(self.edit, f"../{path}#L{line}") if self.edit else ""

    def finished(self, url: str) -> str:
        """Return the linked page, now that every mention on every page is known."""
        to = cache(partial(relative, page=url))
        page = MapPage(self.known.atlas, self.links.names(dirname(url)).href, to(TIMELINE))
        return backlinks.fill(panel.BUTTON + page.fill(self.linked[url]), self.mentions, to)

    @cached_property
    def _end(self) -> PageEnd:
        return PageEnd(self.known, self.mentions, self.guide, self.links.addresses)

    def whole(self, output: str, url: str) -> str:
        """Return a whole page with the panel, and the cards of what it links to, at its end."""
        folder, anchor = dirname(url), partial(self.links.anchor, page=url)
        href = self.links.names(folder).href
        return weaving.unindexed(self._end.add(output, folder, href, anchor))

    @cached_property
    def problems(self) -> list[Problem]:
        """Return all problems, sorted; ask once every page has been linked."""
        return sorted({*self.found, *coverage.check(self.known.project, self.named, self.unlinked)})

    def data(self) -> Iterator[tuple[str, Callable[[], str]]]:
        """Yield the address of each file of data and style, and what makes its text."""
        yield from exports.files(self.known)
        yield from made_styles.files(self.known)
