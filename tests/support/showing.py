"""A folder that is shown, for tests: what builds into it, what was asked for, what was reported."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from mkdocs.structure.files import File, Files

from annotated.mkdocs_host.dev_server import DevServer, next_to


def generated(path: str, content: str) -> File:
    """Return a file that lies nowhere."""
    file = File(path, src_dir=None, dest_dir="", use_directory_urls=False)
    file.content_string = content
    return file


class Showing:
    """A folder that is shown, what builds into it, and what was reported and copied."""

    def __init__(self, folder: Path) -> None:
        self.site = folder / "site"
        self.reports: list[str] = []
        self.copied: list[str] = []
        self.finished: list[str] = []
        self.server = DevServer(self.reports.append)

    def build(
        self,
        pages: Iterable[str],
        words: str = "",
        files: Iterable[File] = (),
        data: Iterable[str] = (),
    ) -> None:
        """Build pages and files of data that say their address and `words`, and copy `files`."""
        self.server.build(
            lambda: self.build_into(pages, words, Files([*files]), data), str(self.site)
        )

    def build_into(
        self, pages: Iterable[str], words: str, files: Files, data: Iterable[str] = ()
    ) -> None:
        """Do what a build does, once it is asked to."""
        folder = Path(next_to(str(self.site)))
        folder.mkdir(parents=True)
        self.server.begin(files, {path: self._finish(path, words) for path in data})
        for file in files:
            file.dest_dir = str(folder)
            file.copy_file()
            self.copied.append(file.src_uri)
        for page in pages:
            self.server.defer(page, self._finish(page, words))
        self.server.publish(str(folder))

    def _finish(self, page: str, words: str) -> Callable[[], str]:
        def finish() -> str:
            self.finished.append(page)
            if words == "broken":
                raise ValueError("no template")
            return f"<body>{page} {words}</body>"

        return finish

    def fail(self) -> None:
        """Begin a build that breaks off."""

        def breaking() -> None:
            Path(next_to(str(self.site))).mkdir(parents=True)
            self.server.begin(Files([]), {})
            self.server.defer("a.html", self._finish("a.html", "half"))
            raise ValueError("cannot be read")

        self.server.build(breaking, str(self.site))

    def ask(self, path: str, root: str = "/") -> str:
        """Return what a browser is given for the path of an address, or nothing."""

        def answer(environ: dict[str, Any], _: object) -> list[bytes]:
            page = environ["PATH_INFO"].removeprefix(root)
            file = self.site / (page or "index.html")
            return [file.read_bytes()] if file.is_file() else []

        application = self.server.rendering(answer, str(self.site), root)
        return b"".join(application({"PATH_INFO": path}, lambda *_: lambda _: None)).decode()
