"""Server of `make serve`: after a build, a page is rendered when it is first asked for.

All pages are read and linked in each build, so that every list of mentions is right; what only
completes a page, and the files of data, waits until somebody asks: of hundreds of pages a
contributor looks at one or two. The next site is built in a folder of its own, so that a build
which fails changes nothing.
"""

import gc
import logging
import os
import shutil
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from posixpath import dirname, relpath
from threading import Lock
from typing import TYPE_CHECKING, TypeAlias

import mkdocs.commands.build
from mkdocs.structure.files import File, Files

from annotated.core import packed_files
from annotated.mkdocs_host import error_overlay

if TYPE_CHECKING:
    from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

    from mkdocs.livereload import LiveReloadServer

# Returns the text of a file of the site.
Render: TypeAlias = Callable[[], str]

# The name of the folder in which the next site is built is that of the site, and this.
NEXT = ".next"
# Seconds between two looks at all files, which take a few milliseconds; MkDocs leaves 0.5.
POLLING_INTERVAL = 0.1
# Seconds without a further change before a build begins: an editor may write a file in steps.
BUILD_DELAY = 0.05


class DevServer:
    """The site that is served, from one build to the next.

    `report` is called with the reason why a build or a page failed.
    """

    def __init__(self, report: Callable[[str], None]) -> None:
        self._report = report
        # One thread builds, others answer requests.
        self._lock = Lock()
        # By path in the site: what is rendered on request, and the state of files when copied.
        self._deferred: dict[str, Render] = {}
        self._copied: dict[str, object] = {}
        self._next_deferred: dict[str, Render] = {}
        self._next_copied: dict[str, object] = {}
        # Since the last build: paths asked for, and paths rendered.
        self._requested: set[str] = set()
        self._rendered: set[str] = set()
        self._failure = ""

    def begin(self, files: Files, deferred: Mapping[str, Render]) -> None:
        """Begin a new site of `files`, and remove those that are unchanged since the last.

        `deferred` are files of data by path.
        """
        mkdocs.commands.build.log.addFilter(_is_news)
        self._next_deferred, self._next_copied = dict(deferred), {}
        for file in [file for file in files if not file.is_documentation_page()]:
            self._next_copied[file.dest_uri] = state = _state(file)
            if self._copied.get(file.dest_uri) == state:
                files.remove(file)

    def defer(self, path: str, render: Render) -> None:
        """Keep the rendering of a page of the new site for later."""
        self._next_deferred[path] = render

    def publish(self, folder: str) -> None:
        """Serve the new site: its files, which were built in `folder`, and what is deferred."""
        site = Path(folder.removesuffix(NEXT))
        for path in self._deferred.keys() - self._next_deferred.keys():
            (site / path).unlink(missing_ok=True)
        _move(Path(folder), site)
        self._deferred, self._copied = self._next_deferred, self._next_copied
        self._failure = ""

    def build(self, build: Callable[[], None], site: str) -> None:
        """Call `build`; where it fails, say so on every page of the last `site`."""
        with self._lock:
            try:
                build()
            except (Exception, SystemExit) as error:  # noqa: BLE001 - a server must outlive its builds
                self._failure = self._reported(error)
                shutil.rmtree(next_to(site), ignore_errors=True)
            self._rendered = set()
            requested, self._requested = self._requested, set()
            for path in filter(_is_page, requested):
                self._render(path, Path(site))

    def attach(self, server: "LiveReloadServer", *watched: str) -> None:
        """Let `server`, which watches some paths, build and answer through this."""
        # Most of what the first build has created stays: the collector need not look at it again.
        gc.collect()
        gc.freeze()
        _poll_more_often(server, *watched)
        build, answer = server.builder, server.get_app()
        server.builder = lambda: self.build(build, server.root)
        if answer:
            server.set_app(self.rendering(answer, server.root, server.mount_path))

    def rendering(self, answer: "WSGIApplication", site: str, root: str) -> "WSGIApplication":
        """Return an application that renders what is asked for, and then answers as `answer`.

        `answer` serves the files of the folder `site` below the path `root`.
        """

        def rendered(environ: "WSGIEnvironment", start: "StartResponse") -> Iterable[bytes]:
            path = environ["PATH_INFO"].removeprefix(root)
            path += "index.html" if not path or path.endswith("/") else ""
            # Noted first: what is asked for while a build runs is rendered by that build.
            self._requested.add(path)
            with self._lock:
                self._render(path, Path(site))
            return answer(environ, start)

        return rendered

    def _render(self, path: str, site: Path) -> None:
        if path in self._rendered or path not in self._deferred:
            return
        self._rendered.add(path)
        (site / path).parent.mkdir(parents=True, exist_ok=True)
        with packed_files.opened(site / path) as file:
            file.write(self._text(path))

    def _text(self, path: str) -> str:
        failure, text = self._failure, error_overlay.EMPTY if _is_page(path) else ""
        try:
            text = self._deferred[path]()
        except Exception as error:  # noqa: BLE001 - as above
            failure = self._reported(error)
        if not failure or not _is_page(path):
            return text
        style = relpath(error_overlay.STYLE, dirname(path) or ".")
        return error_overlay.add_failure(text, failure, style)

    def _reported(self, error: BaseException) -> str:
        reason = f"{type(error).__name__}: {error}"
        self._report(reason)
        return reason


def next_to(site: str) -> str:
    """Return the folder in which the next site is built while `site` is served."""
    return site + NEXT


def _move(files: Path, target: Path) -> None:
    """Move all files below one folder to the same paths below another, and remove the first."""
    for path in [path for path in files.rglob("*") if path.is_file()]:
        moved = target / path.relative_to(files)
        moved.parent.mkdir(parents=True, exist_ok=True)
        path.replace(moved)
    shutil.rmtree(files)


def _poll_more_often(server: "LiveReloadServer", *paths: str) -> None:
    """Let a server, which watches `paths` but has not begun, look for changes more often."""
    from watchdog.observers.polling import PollingObserverVFS  # noqa: PLC0415 - no build watches

    for path in paths:
        server.unwatch(path)
    server.build_delay = BUILD_DELAY
    # A link that leads to a folder above itself would be walked through again and again.
    server.observer = PollingObserverVFS(  # type: ignore[assignment]  # it is never created anew
        os.lstat, os.scandir, polling_interval=POLLING_INTERVAL
    )
    for path in paths:
        server.watch(path)


def _is_page(path: str) -> bool:
    return path.endswith(".html")


def _state(file: File) -> object:
    if file.abs_src_path is None:
        return file.content_bytes
    about = Path(file.abs_src_path).stat()
    return file.abs_src_path, about.st_mtime_ns, about.st_size


def _is_news(record: logging.LogRecord) -> bool:
    """Filter out what MkDocs logs of each page that is deferred."""
    return not record.getMessage().startswith("Page skipped:")
