"""The door to MkDocs: turns its pages into strings, calls the core, and logs what it finds."""

import logging
import math
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from annotated import disk
from annotated.editor_notes import EditorNotes
from annotated.entry_links import EntryLinks
from annotated.footnotes import PrintedNumbersExtension
from annotated.original import folder, weaving
from annotated.problems import Problem
from annotated.registry import PrintedReferences
from annotated.site import Site
from annotated.spans import SpanExtension

log = logging.getLogger("mkdocs.hooks.annotated")

# The host calls plain functions: these two are all their state, made anew for each build.
site: Site
entry_links: EntryLinks


@event_priority(100)
def on_config(config: MkDocsConfig) -> None:
    """Read the content before any plugin does, and add our Markdown extensions."""
    global site, entry_links  # noqa: PLW0603 - see above
    root = Path(config.config_file_path).parent
    site = Site.read(disk.texts(root), folder.read(root))
    site.guide = f"“{config.site_name}”{_version(root)}"
    if any(problem.code == "file-not-utf8" for problem in site.found):
        # The host stops with a traceback at such a file: better to say what is wrong first.
        _report(site.found)
        raise Abort("Stopped: a file is not UTF-8.")
    if site.known.copy.paragraphs:
        many = f"{len(site.known.copy.paragraphs)} paragraphs of your own copy, from {folder.NAME}/"
        log.info("Weaving in %s: this site is for this machine only.", many)
        config.watch.append(str(root / folder.NAME))
    entry_links = EntryLinks(site.known.entries)
    plugin = config.plugins.get("bibtex")
    if plugin is not None:
        # The plugin reads the files anew when they are younger than this: ours are read already.
        plugin.last_configured = math.inf
        plugin.registry = PrintedReferences(site.known.project.sources.keys())
    # The host takes instances as well as names, though it declares names only.
    extensions: list[Any] = [one for one in config.markdown_extensions if isinstance(one, str)]
    extensions.extend((SpanExtension(), PrintedNumbersExtension(), EditorNotes(), entry_links))
    config.markdown_extensions = extensions


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Take out the files of gathered entries, add those of data, and note every address."""
    for path in site.known.entries:
        entry = files.get_file_from_path(path)
        if entry:
            files.remove(entry)
    for path, text in site.data():
        files.append(File.generated(config, path, content=text))
    site.edit = _edit_address(config)
    site.locate({file.src_uri: file.url for file in files})
    return files


@event_priority(100)
def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Add what is not typed, before mkdocs-bibtex looks for citations."""
    entry_links.page = page.file.src_uri
    return site.markdown(page.file.src_uri, markdown, page.file.url)


def _version(root: Path) -> str:
    settings = root / "pyproject.toml"
    if not settings.exists():
        return ""
    return f", version {tomllib.loads(settings.read_text('utf-8'))['project']['version']}"


def _edit_address(config: MkDocsConfig) -> str:
    if not (config.repo_url and config.edit_uri):
        return ""
    return f"{config.repo_url.rstrip('/')}/{config.edit_uri.strip('/')}/"


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Link the page; what comes back is the page without links, for the search index."""
    return site.html(page.file.src_uri, html, page.file.url, str(page.title))


def on_env(env: object, config: MkDocsConfig, files: Files) -> None:
    """Log every problem of the build; stop a strict build before it writes a page."""
    problems = site.problems()
    _report(problems)
    if config.strict and any(not problem.for_editor for problem in problems):
        raise Abort(f"Stopped: {len(problems)} problems in the content.")


def _report(problems: list[Problem]) -> None:
    for problem in sorted(problems):
        log.log(logging.INFO if problem.for_editor else logging.WARNING, "%s", problem)


def on_page_context(
    context: Mapping[str, object], page: Page, config: MkDocsConfig, nav: object
) -> None:
    """Put in the linked page with its lists of mentions: the search index has been filled."""
    page.content = site.finished(page.file.url)


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Put the panel and the cards into the page, out of reach of the search index."""
    return weaving.unindexed(site.whole(output, page.file.url))


@event_priority(100)
def on_post_build(config: MkDocsConfig) -> None:
    """Give the search the names of each entity, before it writes what it has read.

    The search weighs tags most, so that an entity comes first for any of its names.
    """
    search = config.plugins.get("material/search")
    for entry in search.search_index.entries if search else ():
        names = site.search_names(entry["location"])
        if names:
            entry["tags"] = names
