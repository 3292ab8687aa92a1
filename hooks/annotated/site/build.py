"""One build of a site: each step from the text of a file to its page, but for the template.

The steps of a page are methods, in the order in which they are called; the story of all steps is
told at the head of `annotated`. A page is named by its path below `docs/`.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, MutableMapping
from dataclasses import dataclass, field
from functools import cached_property

from annotated.authoring import mention_coverage
from annotated.content import front_matter
from annotated.core import placeholders
from annotated.core.problems import Problem
from annotated.evidence import citations, lens_marks, references
from annotated.linking import backlinks
from annotated.linking.linker import Mention
from annotated.maps.map_page import MapPage
from annotated.markdown_ext import printed_footnotes
from annotated.model.anchors import paragraph_anchor
from annotated.model.entities import Entity
from annotated.safety import sanitizer
from annotated.site import (
    chapter_page,
    entry_rows,
    facing_pages,
    front_page,
    generated_files,
    lens_bar,
    paragraph_run,
    read_aloud,
)
from annotated.site.chapter_page import Edit
from annotated.site.front_page import FrontPage
from annotated.site.generated_files import GeneratedFile
from annotated.site.generated_pages import Writer
from annotated.site.guide_index import DOCS, GuideIndex
from annotated.site.page_footer import PageFooter
from annotated.site.search_files import SearchFiles
from annotated.site.site_settings import ChapterUrls, SiteSettings
from annotated.site.urls import FolderUrls, SiteLinker, SiteUrls
from annotated.study.chapter_marks import ChapterMarks


@dataclass
class Build:
    """A build, which knows all that was read, and collects what the pages show of each other.

    It is new for each build, so that nothing outlives it but what the cache of `index` holds.
    `texts` makes what keeps pages until all are linked: in memory, or on disk.
    """

    index: GuideIndex
    settings: SiteSettings
    texts: Callable[[], MutableMapping[str, str]] = dict
    _problems: set[Problem] = field(default_factory=set)
    # By id of the entity, in order of pages: first all pages are linked, then lists are filled.
    _mentions: dict[str, list[backlinks.LocatedMention]] = field(
        default_factory=lambda: defaultdict(list)
    )
    _unlinked_phrases: set[str] = field(default_factory=set)
    # By path: raw HTML of pages that Markdown reads at the moment, and pages that are linked, with
    # what they are without links, and their titles.
    _stashes: dict[str, list[str]] = field(default_factory=dict)
    _linked: MutableMapping[str, str] = field(init=False)
    _unlinked: MutableMapping[str, str] = field(init=False)
    _titles: dict[str, str] = field(default_factory=dict)
    # By folder of chapters.
    _marks: dict[str, ChapterMarks] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._linked, self._unlinked = self.texts(), self.texts()

    def part(self) -> None:
        """Keep further pages apart from those of the process that this one was forked from."""
        self._linked, self._unlinked = self.texts(), self.texts()

    @cached_property
    def urls(self) -> SiteUrls:
        """Return the URL of everything."""
        return SiteUrls.locate(self.index, self.settings.pages, self.settings.release.address)

    @property
    def _edit(self) -> Edit:
        return Edit(self.settings.edit_url)

    @cached_property
    def _linker(self) -> SiteLinker:
        return SiteLinker(self.index, self.urls)

    def generate(self, path: str) -> str:
        """Return the Markdown of a page with all that is generated: facts, lists, notes.

        Raw HTML is stashed, and citations are prepared for mkdocs-bibtex.
        """
        markdown = front_matter.split(self.index.texts[f"{DOCS}{path}"])[1]
        writer = Writer(self.index, self._edit, self.urls_of(path))
        entity = self._entity_at(self.settings.pages[path])
        generated = writer.page_of(entity) if entity else writer.page(path, markdown)
        if not generated:
            if path in self.index.chapters:
                markdown = self.index.remark_blocks.in_chapter(markdown)
            generated = markdown + printed_footnotes.definitions(markdown, self.index.notes)
        generated, self._stashes[path] = placeholders.stash(generated)
        return citations.prepare(generated, self.index.guide.sources.keys())

    def link(self, path: str, html: str, title: str) -> None:
        """Sanitize, complete and link the HTML that Markdown gives of a page, and keep it."""
        index, urls, url = self.index, self.urls_of(path), self.settings.pages[path]
        html, lost = index.build_cache.run(sanitizer.clean, citations.restore(html))
        self._problems |= {*sanitizer.problems(f"{DOCS}{path}", lost)}
        html = placeholders.restore(html, self._stashes.pop(path, []))
        html = references.fill(html, index.references, urls.source_page)
        linked = self._linker.link(html, url)
        self._collect(linked.mentions, url, title)
        self._unlinked_phrases |= linked.unlinked
        page = chapter_page.complete(index, path, linked.html, self._edit)
        if chapter := index.chapters.get(path):
            page = self._marks_seen_from(urls).complete(page, chapter)
        if entry_rows.HEADING in page:
            page = index.build_cache.run_on(
                self._rows.row, entry_rows.fold_entries, page, index.rest
            )
        context = self._linker.context(url)
        self._linked[path] = facing_pages.weave(page, index, path, context, urls.url("assets"))
        self._unlinked[path], self._titles[path] = html, title

    def _marks_seen_from(self, urls: FolderUrls) -> ChapterMarks:
        """Return what marks the chapters of a folder, prepared once."""
        if urls.folder not in self._marks:
            voices = self.index.voices(urls.page)
            self._marks[urls.folder] = ChapterMarks(self.index.guide.study, voices)
        return self._marks[urls.folder]

    @cached_property
    def _rows(self) -> entry_rows.Rows:
        guide = self.index.guide
        return entry_rows.Rows(self.index.entities, guide.sources, guide.endnotes)

    def _collect(self, mentions: tuple[Mention, ...], url: str, title: str) -> None:
        for mention in mentions:
            self._mentions[mention.id].append(backlinks.LocatedMention(mention, url, title))

    def fill(self, path: str) -> str:
        """Return the linked page with its maps and mentions, now that all pages are linked."""
        urls, page = self.urls_of(path), self._linked[path]
        # Most of the text of a guide is on pages without any.
        waits = placeholders.WAITING.search(page)
        page = self._with_mentions(page, urls) if waits else page
        page = lens_marks.date_events(page, self.index.known_since)
        page = FrontPage(self.index, self._linked, urls).fill(page) if waits else page
        labels = self.index.guide.speaker_labels
        of_chapter = "switches" if path in self.index.parts_of else ""
        bar = self.index.build_cache.run(lens_bar.html, page, labels, of_chapter)
        if front_page.LENSES in page:
            return page.replace(front_page.LENSES, bar, 1)
        run, end, text = page.rpartition(paragraph_run.END)
        return f"{run}{end}{bar}{text}"

    def _with_mentions(self, page: str, urls: FolderUrls) -> str:
        sheets = MapPage(self.index.atlas, urls, self.index.speakers_at)
        page = backlinks.fill(sheets.fill(page), self._mentions, urls.url, self._item_marks)
        return self.index.locator_names.fill(page)

    def _item_marks(self, id_: str) -> tuple[str, str]:
        mark = self.index.mark_of.get(id_)
        return (mark.of_item, mark.said) if mark else ("", "")

    def complete(self, path: str, output: str) -> str:
        """Return a page that a template holds, with the panel and the cards that it links to."""
        output = read_aloud.tell(self._footer.add(output, self.urls_of(path)))
        return self._short_ways(path, facing_pages.unindexed(output))

    def _short_ways(self, path: str, output: str) -> str:
        """Return a page whose links to places of its own name these alone.

        Followed, such a link keeps what else stands in the address, such as a lens.
        """
        own = self.settings.pages[path].rpartition("/")[2]
        for name in ("href", "data-to") if own else ():
            output = output.replace(f' {name}="{own}#', f' {name}="#')
        return output

    def footer_inputs(self, path: str, page: str) -> object:
        """Return all that `complete` adds to a page beside what is the same for every build."""
        return self._footer.inputs(page, self.urls_of(path))

    @cached_property
    def problems(self) -> list[Problem]:
        """Return all problems of the pages, sorted; ask once every page has been linked."""
        named = {
            id_
            for id_, located in self._mentions.items()
            if not all(mention.mention.by_editor for mention in located)
        }
        coverage = mention_coverage.check(self.index.guide, named, self._unlinked_phrases)
        return sorted({*self._problems, *coverage})

    def generated_files(self) -> Iterator[GeneratedFile]:
        """Yield the path of each file of data and style, and the function that returns its text."""
        release = self.settings.release
        yield from generated_files.files(self.index, self.urls, release, self._chapters)

    def _chapters(self) -> Iterator[tuple[str, str]]:
        """Yield path and HTML of the chapters, unless a reader’s own copy is woven in."""
        for path in () if self.index.copy.paragraphs else self.index.chapters:
            if path in self._linked:
                yield f"{DOCS}{path}", self._linked[path]

    def chapter_urls(self) -> Iterator[ChapterUrls]:
        """Yield the chapters with the URLs of their paragraphs, from the root of the site."""
        for path, chapter in self.index.chapters.items():
            numbers = [paragraph.number for paragraph in chapter.paragraphs]
            urls = [self.urls.anchors[paragraph_anchor(number)] for number in numbers]
            yield ChapterUrls(
                chapter.title, self.settings.pages[path], [*zip(numbers, urls, strict=True)]
            )

    def search_files(self) -> Iterator[GeneratedFile]:
        """Yield the same of the search; ask for a text once every page has been linked."""
        args = (self._mentions, self._titles, self._unlinked)
        yield from SearchFiles(self.index, self.urls, *args).files()

    def card_files(self) -> Iterator[GeneratedFile]:
        """Yield the same of the cards, once every page has been linked."""
        yield from self._footer.shelves.files()

    @cached_property
    def _footer(self) -> PageFooter:
        return PageFooter(self.index, self._mentions, self.settings.name, self.urls)

    def urls_of(self, path: str) -> FolderUrls:
        """Return the URLs as a page reaches them."""
        return self.urls.seen_from(self.settings.pages[path])

    def _entity_at(self, url: str) -> Entity | None:
        return self.index.entities.get(self.urls.id_at(url))
