"""What `make serve` shows: after a build, a page is finished when it is first asked for.

Of hundreds of pages a contributor looks at one or two. All are read and linked in each build, so
that every list of mentions is right; what only makes a page whole waits until somebody opens it,
and so do the files of data.
"""

import gc
import logging
import shutil
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from threading import Lock
from typing import Any, TypeAlias
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

from watchdog.observers.polling import PollingObserver

from annotated.mkdocs_host import error_overlay

# Objects of the host.
File: TypeAlias = Any
Files: TypeAlias = Any
Server: TypeAlias = Any
Finish: TypeAlias = Callable[[], str]

# The folder in which the next site is built is that of the site with this behind its name.
NEXT = ".next"
# Seconds between two looks at all files, which take a few milliseconds: MkDocs leaves a second.
POLLING_INTERVAL = 0.1
# Seconds without a further change before a build begins: an editor may write a file in steps.
BUILD_DELAY = 0.05


class Shown:
    """The site that a server shows, from one build to the next.

    `report` is told, in words, why a build broke off or a page could not be finished.
    """

    def __init__(self, report: Callable[[str], None]) -> None:
        self._report = report
        self._working = Lock()
        self._later: dict[str, Finish] = {}
        self._copied: dict[str, object] = {}
        self._next_later: dict[str, Finish] = {}
        self._next_copied: dict[str, object] = {}
        self._asked: set[str] = set()
        self._written: set[str] = set()
        self._broken = ""

    def begin(self, files: Files, later: Mapping[str, Finish]) -> None:
        """Begin a new site of `files`; take out of them what is shown already, as it is.

        `later` are files of data, by address, whose text is made when it is asked for.
        """
        logging.getLogger("mkdocs.commands.build").addFilter(_is_news)
        self._next_later, self._next_copied = dict(later), {}
        for file in [file for file in files if not file.is_documentation_page()]:
            self._next_copied[file.dest_uri] = stamp = _stamp(file)
            if self._copied.get(file.dest_uri) == stamp:
                files.remove(file)

    def put_off(self, page: str, finish: Finish) -> None:
        """Note how the page at an address, from the root, of the new site is finished."""
        self._next_later[page] = finish

    def replace(self, folder: str) -> None:
        """Show the new site: its files, which were built in `folder`, and what is put off."""
        site = Path(shown_from(folder))
        for page in self._later.keys() - self._next_later.keys():
            (site / page).unlink(missing_ok=True)
        move(Path(folder), site)
        self._later, self._copied = self._next_later, self._next_copied
        self._broken = ""

    def build(self, build: Callable[[], None], site: str) -> None:
        """Build; where that breaks off, say so on every page of the last `site`."""
        with self._working:
            try:
                build()
            except (Exception, SystemExit) as error:  # noqa: BLE001 - a server must outlive its builds
                self._broken = self._told(error)
                shutil.rmtree(beside(site), ignore_errors=True)
            self._written = set()
            asked, self._asked = self._asked, set()
            for page in filter(_is_page, asked):
                self._write(page, Path(site))

    def take_over(self, server: Server, *watched: str) -> None:
        """Have a server, which watches some paths, build through this and finish what is asked."""
        # Most of what the first build has made stays: it is not looked through for waste again.
        gc.collect()
        gc.freeze()
        quicken(server, *watched)
        build, answer = server.builder, server.get_app()
        server.builder = lambda: self.build(build, server.root)
        server.set_app(self.answering(answer, server.root, server.mount_path))

    def answering(self, answer: WSGIApplication, site: str, root: str) -> WSGIApplication:
        """Return an application that does as `answer` does, but finishes the page asked for.

        `answer` takes its files from the folder `site`; `root` is the path that stands for it.
        """

        def finishing(environ: WSGIEnvironment, start: StartResponse) -> Iterable[bytes]:
            page = environ["PATH_INFO"].removeprefix(root)
            page += "index.html" if not page or page.endswith("/") else ""
            # Noted first: a page that is asked for while a build runs is finished by that build.
            self._asked.add(page)
            with self._working:
                self._write(page, Path(site))
            return answer(environ, start)

        return finishing

    def _write(self, page: str, site: Path) -> None:
        if page in self._written or page not in self._later:
            return
        self._written.add(page)
        (site / page).parent.mkdir(parents=True, exist_ok=True)
        (site / page).write_bytes(self._finished(page).encode())

    def _finished(self, page: str) -> str:
        broken, html = self._broken, error_overlay.EMPTY if _is_page(page) else ""
        try:
            html = self._later[page]()
        except Exception as error:  # noqa: BLE001 - as above
            broken = self._told(error)
        if not broken or not _is_page(page):
            return html
        return error_overlay.insert(html, error_overlay.broken_off(broken, page))

    def _told(self, error: BaseException) -> str:
        what = f"{type(error).__name__}: {error}"
        self._report(what)
        return what


def _is_page(path: str) -> bool:
    return path.endswith(".html")


def _stamp(file: File) -> object:
    if file.abs_src_path is None:
        return file.content_bytes
    about = Path(file.abs_src_path).stat()
    return file.abs_src_path, about.st_mtime_ns, about.st_size


def _is_news(record: logging.LogRecord) -> bool:
    """Tell what the host says from what it says of each page that is put off."""
    return not record.getMessage().startswith("Page skipped:")


def beside(site: str) -> str:
    """Return the folder in which the next site is built while `site` is shown."""
    return site + NEXT


def shown_from(folder: str) -> str:
    """Return the folder from which the site is shown that is built in `folder`."""
    return folder.removesuffix(NEXT)


def move(files: Path, to: Path) -> None:
    """Move all files below a folder to the same places below another, and remove the folder."""
    for path in [path for path in files.rglob("*") if path.is_file()]:
        target = to / path.relative_to(files)
        target.parent.mkdir(parents=True, exist_ok=True)
        path.replace(target)
    shutil.rmtree(files)


def quicken(server: Any, *paths: str) -> None:  # noqa: ANN401 - an object of the host
    """Have a server, which watches `paths` but has not begun, look for changes more often."""
    for path in paths:
        server.unwatch(path)
    server.build_delay = BUILD_DELAY
    server.observer = PollingObserver(timeout=POLLING_INTERVAL)
    for path in paths:
        server.watch(path)
