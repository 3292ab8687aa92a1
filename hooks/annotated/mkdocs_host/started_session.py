"""Start of each build of a session: settings, content and files, before any page is made.

Numbers are priorities: plugins with a higher one are called earlier, with none at 0. MkDocs calls
the events of a build in the order of the methods: https://www.mkdocs.org/dev-guide/plugins/#events
"""

import logging
import os
from pathlib import Path
from typing import Literal

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from annotated.content import release, site_config, source_files
from annotated.core import cycles
from annotated.core.build_cache import BuildCache, NoCache
from annotated.core.disk_cache import RESULTS, DiskCache
from annotated.core.disk_texts import DiskTexts
from annotated.core.input_keys import Inputs
from annotated.core.problems import Problem
from annotated.exports import service_worker
from annotated.mkdocs_host import (
    bibtex_registry,
    dev_server,
    page_cache,
    page_source,
    search_index,
    settings_check,
    theme_templates,
)
from annotated.mkdocs_host import (
    files as host_files,
)
from annotated.mkdocs_host.pages_beside import PagesBeside
from annotated.own_copy import copy_store, publish_guard
from annotated.site import check, facing_pages, reading, urls
from annotated.site.build import Build
from annotated.site.guide_index import GuideIndex
from annotated.site.site_settings import SiteSettings

# MkDocs counts the warnings of loggers below its own: in a strict build there may be none.
log = logging.getLogger("mkdocs.hooks.annotated")


class StartedSession:
    """What is kept from one build to the next, and the current build up to its pages.

    The current build is set by events, so that it is new in each: `_index` and what reading it
    found by `on_config`, `_build` by `on_files`, which knows the URLs.
    """

    _index: GuideIndex
    _reading_problems: list[Problem]
    _build: Build
    _navigation: Navigation
    _templates: list[bytes]
    _beside: PagesBeside
    _site: Inputs

    def __init__(self) -> None:
        self._cache = BuildCache()
        # What belongs to this process alone: the environment of its templates.
        self._kept = BuildCache()
        self._server = dev_server.DevServer(log.error)
        self._serving = False
        # The classes of all pages that have been written.
        self._classes = set[str]()
        self._publishing = False

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Note whether the site is served, and so built again and again, or published."""
        cycles.look_seldom()
        self._serving = command == "serve"
        self._publishing = command == "gh-deploy"

    # Before mkdocs-bibtex would read the sources, and the search would choose its provider.
    @event_priority(100)
    def on_config(self, config: MkDocsConfig) -> None:
        """Read the content before any plugin does."""
        if faults := list(settings_check.faults(config)):
            raise Abort("\n".join(faults))
        root = Path(config.config_file_path).parent
        if self._publishing and (copies := publish_guard.copies(root)):
            raise Abort("\n".join(map(str, copies)))
        self._cache = self._cache_of(root)
        texts = source_files.texts(root)
        settings = Path(config.config_file_path).read_text(encoding="utf-8")
        if found := check.unreadable_files(texts, self._cache):
            # Whoever has just saved a file need not wait for what a check finds in all the others.
            found = found if self._serving else check.problems(texts, settings)
            raise Abort("\n".join(map(str, found)))
        own_copy = copy_store.load(root) if copy_store.is_wanted() else {}
        self._index, self._reading_problems = reading.read(texts, own_copy, self._cache)
        # A check renders Markdown with the same list and settings.
        markdown = site_config.read(settings)
        config.markdown_extensions = [*markdown.extensions]
        config.mdx_configs = {name: dict(values) for name, values in markdown.settings.items()}
        if self._serving:
            config.site_dir = dev_server.next_to(config.site_dir)
        if paragraphs := len(self._index.copy.paragraphs):
            log.info(facing_pages.SAID, paragraphs, copy_store.FOLDER)
            config.watch.append(str(root / copy_store.FOLDER))
        elif not self._serving:
            config.extra_javascript.append(host_files.deferred(service_worker.STATE))
        if not own_copy and copy_store.stored_files(root):
            log.info(copy_store.LEFT_OUT, copy_store.FOLDER)
        self._templates = theme_templates.keep(self._kept, self._cache, config)
        search_index.prefer_lunr(config)
        if plugin := config.plugins.get("bibtex"):
            bibtex_registry.install(plugin, self._index.guide.sources.keys())
            bibtex_registry.keep(self._cache, config, plugin)

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Begin the build, now that all URLs are known, and add the files that it generates."""
        root = Path(config.config_file_path).parent
        host_files.drop_unused(files, config)
        host_files.adjust_pages(files, self._index, config)
        settings = SiteSettings(
            name=f"“{config.site_name}”{source_files.version(root)}",
            edit_url=urls.edit_url(config.repo_url, config.edit_uri),
            pages={file.src_uri: file.url for file in files},
            release=release.read(root, config.site_url or ""),
        )
        # A server fills pages again and again, and shows few.
        texts = dict if self._serving else DiskTexts
        self._build = Build(self._index, settings, texts)
        host_files.add_generated(files, self._build, config, lazy=self._serving)
        return files

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Let no page be read and rendered again whose result would be the same."""
        entries = self._index.entries
        found = {file.src_uri: file.url for file in files}
        inputs = page_cache.inputs(config, sorted(found.items()), sorted(entries.items()))
        for file in files.documentation_pages():
            page = file.page or Page(None, file, config)
            page_source.install(self._cache, page)
            page_cache.keep(self._cache, page, inputs, entries)
        self._navigation = nav
        self._beside = PagesBeside(self._cache)
        return nav

    def _cache_of(self, root: Path) -> BuildCache:
        """Return the cache of this build: what our own command has kept of the last one."""
        if self._serving:
            return self._cache
        return DiskCache(root / check.CACHE, "build") if os.environ.get(RESULTS) else NoCache()
