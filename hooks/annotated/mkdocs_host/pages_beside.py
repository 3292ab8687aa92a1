"""Pages beside: in a first build a second process makes files of data and pages, if it has a core.

It fills the cache with what the files are made of, and then from the last page backwards, until the
first process comes to a page that is there already. So neither waits for the other.
"""

from functools import partial

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from annotated.core import second_process
from annotated.core.build_cache import BuildCache
from annotated.core.disk_cache import DiskCache
from annotated.core.second_process import SecondProcess, Tasks
from annotated.site.build import Build


class PagesBeside:
    """The second process of a build, where there is one."""

    def __init__(self, build_cache: BuildCache) -> None:
        self._cache = build_cache
        self._is_wanted = second_process.is_of_use()
        self._process: SecondProcess | None = None

    def begin(self, files: Files, config: MkDocsConfig, made: Build) -> None:
        """Begin the process, once what all pages need has been made in this one."""
        is_wanted, self._is_wanted = self._is_wanted, False
        if is_wanted and isinstance(self._cache, DiskCache) and self._cache.is_empty:
            pages = (file.page for file in files.documentation_pages())
            of_pages = {
                page.file.src_uri: partial(_populate, page, config, files) for page in pages if page
            }
            tasks: Tasks = {**of_pages, **dict(made.generated_files())}
            self._process = SecondProcess(self._cache, tasks, made.part)

    def reach(self, path: str) -> None:
        """End the process if it has done the page that the first comes to, as then all are done."""
        if self._process and self._process.has_done(path):
            self.end()

    def end(self) -> None:
        """End the process, if it is still there."""
        if self._process:
            self._process.end()
            self._process = None


def _populate(page: Page, config: MkDocsConfig, files: Files) -> None:
    """Take the steps of MkDocs from the file of a page to its HTML."""
    plugins = config.plugins
    page.read_source(config)
    markdown = page.markdown or ""
    page.markdown = plugins.on_page_markdown(markdown, page=page, config=config, files=files)
    page.render(config, files)
    plugins.on_page_content(page.content or "", page=page, config=config, files=files)
