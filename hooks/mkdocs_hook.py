"""The door to MkDocs: turns its pages into strings, calls the core, and logs what it finds."""

import logging
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from annotated.content import source_files
from annotated.core.build_cache import BuildCache
from annotated.exports import service_worker
from annotated.markdown_ext.registration import with_ours
from annotated.mkdocs_host import bibtex_registry, page_cache, search_index
from annotated.mkdocs_host.dev_server import Shown, beside
from annotated.mkdocs_host.error_overlay import noticed
from annotated.mkdocs_host.files import fit
from annotated.mkdocs_host.lazy_rendering import PutOff
from annotated.mkdocs_host.theme_fixes import tidy
from annotated.own_copy import copy_store
from annotated.safety import content_security_policy, input_check
from annotated.site import facing_pages, urls
from annotated.site.build import Build

log = logging.getLogger("mkdocs.hooks.annotated")

# All state of the functions below. New in each build, but for what `make serve` keeps: `memory`,
# which is keyed by content, and the site that is shown.
site: Build
build_cache = BuildCache()
shows = Shown(log.error)
serving = False


def on_startup(command: str, dirty: bool) -> None:  # noqa: FBT001 - as the host calls it
    """Note whether the site is served, and so built again and again."""
    global serving  # noqa: PLW0603 - see above
    serving = command == "serve"


@event_priority(100)
def on_config(config: MkDocsConfig) -> None:
    """Read the content before any plugin does, and add our Markdown extensions."""
    global site  # noqa: PLW0603 - see above
    root = Path(config.config_file_path).parent
    texts = source_files.texts(root)
    if unsafe := input_check.check(texts, build_cache):
        raise Abort("\n".join(map(str, unsafe)))
    site = Build.read(texts, copy_store.load(root), build_cache)
    site.guide = f"“{config.site_name}”{source_files.version(root)}"
    if serving:
        config.site_dir = beside(config.site_dir)
    if many := len(site.index.copy.paragraphs):
        log.info(facing_pages.SAID, many, copy_store.FOLDER)
        config.watch.append(str(root / copy_store.FOLDER))
    elif not serving:
        config.extra_javascript.append(service_worker.STATE)
    page_cache.keep_templates(build_cache, config)
    if plugin := config.plugins.get("bibtex"):
        bibtex_registry.take_over(plugin, site.index.guide.sources.keys())
    config.markdown_extensions = with_ours(config.markdown_extensions, site.entry_links)


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Take out and join files, add those of data, and note every address."""
    fit(files, site, config.extra_css, partial(File.generated, config), put_off=serving)
    site.edit = urls.folder(config.repo_url, config.edit_uri)
    site.links.locate(addresses := {file.src_uri: file.url for file in files})
    site.ground = page_cache.ground(config, addresses, site.index.entries)
    return files


def on_nav(nav: object, config: MkDocsConfig, files: Files) -> None:
    """Have no page read again that would come out as before."""
    for file in files.documentation_pages():
        page_cache.keep(build_cache, site.ground, file.page or Page(None, file, config))


@event_priority(100)
def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Add what is not typed, before mkdocs-bibtex looks for citations."""
    return site.markdown(page.file.src_uri, markdown, page.file.url)


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Link the page; what comes back is the page without links, for the search index."""
    return site.html(page.file.src_uri, html, page.file.url, str(page.title))


@event_priority(-100)
def on_env(env: object, config: MkDocsConfig, files: Files) -> object:
    """Log every problem of the build; stop a strict build before it writes a page."""
    for problem in site.problems:
        log.log(logging.INFO if problem.for_editor else logging.WARNING, "%s", problem)
    if config.strict and any(not problem.for_editor for problem in site.problems):
        raise Abort(f"Stopped: {len(site.problems)} problems in the content.")
    later = dict(site.data())
    if search := config.plugins.get("material/search"):
        index = search_index.take_over(search, build_cache, site.search_names, put_off=serving)
        later[search_index.FILE] = index.text
    if serving:
        shows.begin(files, later)
    return PutOff(env, put_off) if serving else env


def on_page_context(
    context: Mapping[str, object], page: Page, config: MkDocsConfig, nav: object
) -> None:
    """Put in the linked page with its lists of mentions: the search index has been filled."""
    if not serving:
        page.content = site.finished(page.file.url)


def put_off(page: Page, fill_in: Callable[[str], str]) -> None:
    """Have a page made whole when it is asked for."""
    shows.put_off(page.file.dest_uri, partial(shown, fill_in, page.file.url))


def shown(fill_in: Callable[[str], str], url: str) -> str:
    """Return a whole page with every problem; `fill_in` puts its words into a template."""
    return noticed(site.whole(tidy(fill_in(site.finished(url))), url), site.problems, url)


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Put the panel and the cards into the page, out of reach of the search index."""
    return output and content_security_policy.add(
        site.whole(tidy(output), page.file.url), page.content or ""
    )


def on_post_template(output_content: str, template_name: str, config: MkDocsConfig) -> str:
    """Give its policy to what is no page of words, such as the page of a wrong address."""
    is_page = template_name.endswith(".html") and not serving
    return content_security_policy.add(tidy(output_content)) if is_page else output_content


@event_priority(-100)
def on_post_build(config: MkDocsConfig) -> None:
    """Show the new site, where it is served, or else let readers save it; forget the rest."""
    build_cache.evict_unused()
    if serving:
        shows.replace(config.site_dir)
    elif not site.index.copy.paragraphs:
        service_worker.write(Path(config.site_dir))


def on_serve(server: Any, config: MkDocsConfig, builder: object) -> Any:  # noqa: ANN401
    """Keep the server alive where a build breaks off, and have it finish what it is asked for."""
    shows.take_over(server, config.docs_dir, config.config_file_path)
    return server
