"""The door to MkDocs: turns its pages into strings, calls the core, and logs what it finds."""

import logging
import math
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache, partial
from pathlib import Path
from posixpath import dirname, join, normpath
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url

from annotated import (
    audit,
    backlinks,
    bibliography,
    coverage,
    cross_references,
    disk,
    footnotes,
    linking,
    listings,
    note_text,
    paragraphs,
    project,
    references,
    tooltips,
)
from annotated.editor_notes import EditorNotes
from annotated.entities import KINDS, Entity, Event, Place, kind_of
from annotated.entity_pages import Pages, search_forms
from annotated.entry_links import EntryLinks
from annotated.mentions import Matcher
from annotated.problems import Problem
from annotated.project import Project
from annotated.registry import PrintedReferences
from annotated.spans import SpanExtension

log = logging.getLogger("mkdocs.hooks.annotated")

DOCS = "docs/"
SOURCES = "sources/index.md"
AUDIT = "sources/audit.md"
SOURCES_PAGE = "sources/index.html"


@dataclass
class Build:
    """What one build knows; made anew for each, so that nothing outlives it."""

    project: Project
    texts: Mapping[str, str]
    problems: list[Problem]
    entry_links: EntryLinks
    matcher: Matcher
    notes: Mapping[str, str]
    references: Mapping[str, str]
    urls: dict[str, str] = field(default_factory=dict)
    ids: dict[str, str] = field(default_factory=dict)
    anchors: dict[str, str] = field(default_factory=dict)
    mentions: dict[str, list[backlinks.Located]] = field(default_factory=lambda: defaultdict(list))
    named: set[str] = field(default_factory=set)
    unlinked: set[str] = field(default_factory=set)
    linked: dict[str, str] = field(default_factory=dict)

    @property
    def entities(self) -> Mapping[str, Entity]:
        """Return all entities by id."""
        return self.project.catalogue.entities


current: Build


@event_priority(100)
def on_config(config: MkDocsConfig) -> None:
    """Read the content before any plugin does, and add our Markdown extensions."""
    global current  # noqa: PLW0603 - the host calls plain functions; this is all their state
    texts = disk.texts(Path(config.config_file_path).parent)
    content, problems = project.read(texts)
    entries = {
        entity.path.removeprefix(DOCS): f"{kind_of(entity).folder}/index.md#{entity.id}"
        for entity in content.catalogue.entities.values()
        if kind_of(entity).gathered
    }
    notes = {note.note: note_text.markdown(note) for note in content.endnotes.notes.values()}
    known = {key: references.with_kind(source) for key, source in content.sources.items()}
    current = Build(content, texts, problems, EntryLinks(entries), content.matcher, notes, known)
    plugin = config.plugins.get("bibtex")
    if plugin is not None:
        # The plugin reads the files anew when they are younger than this: ours are read already.
        plugin.last_configured = math.inf
        plugin.registry = PrintedReferences(known.keys())
    # The host takes instances as well as names, though it declares names only.
    extensions: list[Any] = [one for one in config.markdown_extensions if isinstance(one, str)]
    extensions.extend((SpanExtension(), footnotes.PrintedNumbersExtension(), EditorNotes()))
    extensions.append(current.entry_links)
    config.markdown_extensions = extensions


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Take out the files of gathered entries, and note the address of every entity."""
    for entity in current.entities.values():
        kind = kind_of(entity)
        file = files.get_file_from_path(entity.path.removeprefix(DOCS))
        if kind.gathered:
            if file:
                files.remove(file)
            index = files.get_file_from_path(f"{kind.folder}/index.md")
            current.urls[entity.id] = f"{index.url}#{entity.id}" if index else ""
        elif file:
            current.urls[entity.id] = file.url
    current.ids = {url: id_ for id_, url in current.urls.items()}
    for chapter in current.project.chapters:
        page = files.get_file_from_path(chapter.path.removeprefix(DOCS))
        if page:
            current.anchors |= {anchor: f"{page.url}#{anchor}" for anchor in chapter.anchors}
    return files


@event_priority(100)
def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Add what is not typed: the notes below a chapter, the facts of an entity, the lists."""
    uri = page.file.src_uri
    current.entry_links.page = uri
    pages = Pages(current.entities)
    entity = current.entities.get(current.ids.get(page.file.url, ""))
    if entity:
        # The search weighs tags most: a page comes first for the names of what it is about.
        page.meta["tags"] = search_forms(entity)
        return pages.page(entity)
    if uri == AUDIT:
        return markdown + audit.page(current.project, current.texts)
    if uri == SOURCES:
        sources = list(current.project.sources.values())
        return markdown + bibliography.page(sources, current.project.endnotes)
    folder, _, name = uri.rpartition("/")
    kind = next((kind for kind in KINDS if kind.folder == folder and name == "index.md"), None)
    if kind:
        return f"{markdown}\n\n{_listing(kind.type, pages, config)}"
    return markdown + footnotes.definitions(markdown, current.notes)


def _listing(cls: type[Entity], pages: Pages, config: MkDocsConfig) -> str:
    chosen = current.project.catalogue.of_type(cls)
    if cls is Place:
        names = {id_: entity.name for id_, entity in current.entities.items()}
        return listings.gazetteer([one for one in chosen if isinstance(one, Place)], names)
    if cls is Event:
        return listings.chronicle([one for one in chosen if isinstance(one, Event)])
    return "\n\n".join(pages.entry(entity, _edit_url(entity, config)) for entity in chosen)


def _edit_url(entity: Entity, config: MkDocsConfig) -> str:
    if not (config.repo_url and config.edit_uri):
        return ""
    return "/".join(
        [config.repo_url.rstrip("/"), config.edit_uri.strip("/"), entity.path.removeprefix(DOCS)]
    )


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Link names, paragraphs and notes, and remember every mention.

    What comes back is the page without those links: that is what the search index reads.
    """
    url = page.file.url

    def href(anchor: str) -> str:
        to = current.anchors.get(anchor)
        return get_relative_url(to, url) if to else ""

    html = references.fill(html, current.references, get_relative_url(SOURCES_PAGE, url))
    linked = linking.link(html, _names(dirname(url)), frozenset({current.ids.get(url, "")}))
    current.unlinked |= linked.unlinked
    current.named |= {mention.id for mention in linked.mentions if not mention.by_editor}
    for mention in linked.mentions:
        current.mentions[mention.id].append(backlinks.Located(mention, url, str(page.title)))
    current.linked[url] = paragraphs.number(cross_references.link_references(linked.html, href))
    return html


@cache
def _names(folder: str) -> linking.Names:
    build, page = current, f"{folder}/page.html"

    @cache
    def href(id_: str) -> str:
        return get_relative_url(build.urls[id_], page)

    @cache
    def id_of(address: str) -> str:
        return "" if "//" in address else build.ids.get(normpath(join(folder, address)), "")

    return linking.Names(build.entities, build.matcher, href, id_of)


def on_env(env: object, config: MkDocsConfig, files: Files) -> None:
    """Log every problem of the build; stop a strict build before it writes a page."""
    found = coverage.check(current.project, current.named, current.unlinked)
    problems = sorted({*current.problems, *found})
    _report(problems)
    _names.cache_clear()
    if config.strict and any(not problem.for_editor for problem in problems):
        raise Abort(f"Stopped: {len(problems)} problems in the content.")


def _report(problems: list[Problem]) -> None:
    for problem in problems:
        log.log(logging.INFO if problem.for_editor else logging.WARNING, "%s", problem)


def on_page_context(
    context: Mapping[str, object], page: Page, config: MkDocsConfig, nav: object
) -> None:
    """Put in the linked page with its lists of mentions: the search index has been filled."""
    url = page.file.url
    relative = cache(partial(get_relative_url, other=url))
    page.content = backlinks.fill(current.linked.pop(url), current.mentions, relative)


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Put the short meanings into the page, out of reach of the search index."""
    return tooltips.add(output, current.entities)
