"""Session of MkDocs: its methods are the events of MkDocs, which call the steps of the core.

A session outlives a build in `make serve`, where MkDocs builds again and again in one process.
Numbers are priorities: plugins with a higher one are called earlier, with none at 0. MkDocs calls
the events of a build in the order of the methods: https://www.mkdocs.org/dev-guide/plugins/#events
"""

import logging
import os
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import jinja2
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from annotated.content import change_time, release, site_config, source_files
from annotated.core import consequences, cycles
from annotated.core.build_cache import BuildCache, NoCache
from annotated.core.disk_cache import RESULTS, DiskCache
from annotated.core.disk_texts import DiskTexts
from annotated.core.input_keys import Inputs
from annotated.core.problems import Problem
from annotated.exports import deck_package, recall_cards, service_worker
from annotated.mkdocs_host import (
    bibtex_registry,
    dev_server,
    error_overlay,
    finished_pages,
    known_scripts,
    missing_page,
    page_cache,
    page_source,
    search_index,
    settings_check,
    theme_fixes,
    theme_styles,
    theme_templates,
)
from annotated.mkdocs_host import (
    files as host_files,
)
from annotated.mkdocs_host.doors import Doors
from annotated.mkdocs_host.finished_pages import PageInputs
from annotated.mkdocs_host.page_rendering import PageEnvironment, Render
from annotated.mkdocs_host.pages_beside import PagesBeside
from annotated.own_copy import copy_store, publish_guard
from annotated.site import build, check, facing_pages, urls
from annotated.site.build import Build, SiteSettings
from annotated.site.guide_index import GuideIndex

if TYPE_CHECKING:
    from mkdocs.livereload import LiveReloadServer

# MkDocs counts the warnings of loggers below its own: in a strict build there may be none.
log = logging.getLogger("mkdocs.hooks.annotated")


class Session:
    """The state of a process: what is kept from one build to the next, and the current build.

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
        self._index, self._reading_problems = build.read(texts, own_copy, self._cache)
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

    # Before mkdocs-bibtex looks for citations, which the notes that are added here hold.
    @event_priority(100)
    def on_page_markdown(
        self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files
    ) -> str:
        """Return the Markdown of the page, as read and generated by the core."""
        self._beside.reach(page.file.src_uri)
        return self._build.generate(page.file.src_uri)

    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Link the page, which is put in its place once all are linked."""
        self._build.link(page.file.src_uri, html, str(page.title))
        if page.file.src_uri in self._index.chapters:
            self._beside.begin(files, config, self._build)
        # From here on the build holds the page.
        page.markdown = ""
        return ""

    # After all plugins, as a strict build stops here before it writes a page.
    @event_priority(-100)
    def on_env(
        self, env: jinja2.Environment, *, config: MkDocsConfig, files: Files
    ) -> PageEnvironment:
        """Log every problem, and choose what is rendered now and what on request."""
        self._beside.end()
        self._log_problems(config)
        made = self._build
        found = {**dict(made.search_files()), **dict(made.card_files())}
        host_files.add_texts(files, found, config, lazy=self._serving)
        env.globals["release"] = self._build.settings.release
        env.globals["chapters"] = frozenset(self._index.chapters)
        env.globals["doors"] = Doors(self._navigation, config.extra.get("foot") or ())
        search_index.silence(config)
        if not self._serving:
            args = (config, self._navigation, self._build, self._templates)
            self._site = finished_pages.of_site(*args)
            return PageEnvironment(env, self._finished)
        self._server.begin(files, {**dict(self._build.generated_files()), **found})
        return PageEnvironment(env, self._defer)

    def on_template_context(
        self, context: Mapping[str, object], *, template_name: str, config: MkDocsConfig
    ) -> Mapping[str, object]:
        """Tell the page of a wrong URL where all paragraphs are."""
        chapters = self._build.chapter_urls() if template_name.endswith(".html") else ()
        return {**context, "missing": missing_page.Missing(tuple(chapters))}

    def on_post_template(
        self, output_content: str, *, template_name: str, config: MkDocsConfig
    ) -> str:
        """Give its policy to a page without a source, such as that of a wrong URL."""
        if self._serving or not template_name.endswith(".html"):
            return output_content
        self._classes.update(theme_styles.classes_of(output_content))
        try:
            return known_scripts.add_policy(theme_fixes.apply(output_content))
        except ValueError as error:
            raise PluginError(f"{template_name}: {error}") from error

    # After all plugins: the worker lists the files that they have written.
    @event_priority(-100)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Publish the new site, where it is served, or else list it for readers who save it."""
        search_index.remove(Path(config.site_dir))
        self._write_deck(config)
        if self._serving:
            self._server.publish(config.site_dir)
        else:
            sheet = host_files.JOINED_SHEET
            code = Path(config.docs_dir) / "assets"
            theme_styles.trim_file(self._cache, Path(config.site_dir), sheet, self._classes, code)
            if not self._index.copy.paragraphs:
                service_worker.write(Path(config.site_dir))
        self._cache.evict_unused()
        self._kept.evict_unused()
        if isinstance(self._cache, DiskCache):
            self._cache.save()

    def on_serve(
        self, server: "LiveReloadServer", *, config: MkDocsConfig, builder: object
    ) -> "LiveReloadServer":
        """Keep the server alive where a build fails, and let it render what is asked for."""
        self._server.attach(server, config.docs_dir, config.config_file_path)
        return server

    def _cache_of(self, root: Path) -> BuildCache:
        """Return the cache of this build: what our own command has kept of the last one."""
        if self._serving:
            return self._cache
        return DiskCache(root / check.CACHE, "build") if os.environ.get(RESULTS) else NoCache()

    def _write_deck(self, config: MkDocsConfig) -> None:
        if cards := self._index.cards:
            root = Path(config.config_file_path).parent
            if deck_package.is_available():
                changed = change_time.changed_at(root, recall_cards.MADE_OF)
                deck_package.write(Path(config.site_dir), cards, changed)
            else:
                log.info(deck_package.LEFT_OUT)

    @property
    def _problems(self) -> list[Problem]:
        return consequences.fold([*self._reading_problems, *self._build.problems])

    def _log_problems(self, config: MkDocsConfig) -> None:
        problems = self._problems
        for problem in problems:
            log.log(logging.INFO if problem.for_editor else logging.WARNING, "%s", problem)
        if config.strict and any(not problem.for_editor for problem in problems):
            raise Abort(f"Stopped: {len(problems)} problems in the content.")

    def _finished(self, page: Page, render: Render) -> str:
        """Return a whole page, with what is ours; break off where it holds what no page may."""
        path, made = page.file.src_uri, self._build
        content = made.fill(path)
        inputs = PageInputs(page, content, self._site, partial(made.footer_inputs, path, content))
        try:
            output, classes = self._cache.run_on(
                (render, partial(made.complete, path)), finished_pages.finish, inputs
            )
        except ValueError as error:
            raise PluginError(f"{path}: {error}") from error
        self._classes.update(classes)
        return output

    def _defer(self, page: Page, render: Render) -> str:
        path = page.file.src_uri
        self._server.defer(page.file.dest_uri, partial(self._deferred_page, path, render))
        return ""

    def _deferred_page(self, path: str, render: Render) -> str:
        """Return a whole page of the server, with all problems of the guide."""
        page = self._build.complete(path, theme_fixes.apply(render(self._build.fill(path))))
        _ = [*known_scripts.inline(page)]  # raises where something unknown would run
        return error_overlay.add_problems(page, self._problems, self._build.urls_of(path))
