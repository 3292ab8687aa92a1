"""What a server shows between builds: pages finished when asked for, and files that stay."""

from collections.abc import Callable, Iterable
from pathlib import Path
from threading import Event, Thread
from typing import Any

import pytest
from mkdocs.livereload import LiveReloadServer
from mkdocs.structure.files import File, Files

from annotated.next_site import beside
from annotated.shown import Shown


class Showing:
    """A folder that is shown, what builds into it, and what was reported and copied."""

    def __init__(self, folder: Path) -> None:
        self.site = folder / "site"
        self.reports: list[str] = []
        self.copied: list[str] = []
        self.finished: list[str] = []
        self.shown = Shown(self.reports.append)

    def build(
        self,
        pages: Iterable[str],
        words: str = "",
        files: Iterable[File] = (),
        data: Iterable[str] = (),
    ) -> None:
        """Build pages and files of data that say their address and `words`, and copy `files`."""
        self.shown.build(lambda: self._build(pages, words, Files([*files]), data), str(self.site))

    def _build(
        self, pages: Iterable[str], words: str, files: Files, data: Iterable[str] = ()
    ) -> None:
        folder = Path(beside(str(self.site)))
        folder.mkdir(parents=True)
        self.shown.begin(files, {path: self._finish(path, words) for path in data})
        for file in files:
            file.dest_dir = str(folder)
            file.copy_file()
            self.copied.append(file.src_uri)
        for page in pages:
            self.shown.put_off(page, self._finish(page, words))
        self.shown.replace(str(folder))

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
            Path(beside(str(self.site))).mkdir(parents=True)
            self.shown.begin(Files([]), {})
            self.shown.put_off("a.html", self._finish("a.html", "half"))
            raise ValueError("cannot be read")

        self.shown.build(breaking, str(self.site))

    def ask(self, path: str, root: str = "/") -> str:
        """Return what a browser is given for the path of an address, or nothing."""

        def answer(environ: dict[str, Any], _: object) -> list[bytes]:
            page = environ["PATH_INFO"].removeprefix(root)
            file = self.site / (page or "index.html")
            return [file.read_bytes()] if file.is_file() else []

        answering = self.shown.answering(answer, str(self.site), root)
        return b"".join(answering({"PATH_INFO": path}, lambda *_: lambda _: None)).decode()


@pytest.fixture
def showing(tmp_path: Path) -> Showing:
    return Showing(tmp_path)


def _file(path: str, content: str) -> File:
    file = File(path, src_dir=None, dest_dir="", use_directory_urls=False)
    file.content_string = content
    return file


def test_only_a_page_that_is_asked_for_is_finished(showing: Showing) -> None:
    showing.build(["a.html", "b/index.html", "c.html"], "new")

    assert showing.finished == []
    assert showing.ask("/a.html") == "<body>a.html new</body>"
    assert showing.ask("/a.html") == "<body>a.html new</body>"
    assert showing.finished == ["a.html"]


@pytest.mark.parametrize("root", ["/", "/guide/"])
def test_a_folder_is_its_first_page(showing: Showing, root: str) -> None:
    showing.build(["index.html"], "new")

    assert showing.ask(root, root) == "<body>index.html new</body>"


def test_what_is_no_page_is_left_to_the_server(showing: Showing) -> None:
    showing.build(["a.html"], files=[_file("sheet.css", "p{}")])

    assert showing.ask("/sheet.css") == "p{}"
    assert showing.ask("/none.html") == ""
    assert showing.finished == []


def test_a_file_of_data_is_made_when_it_is_asked_for(showing: Showing) -> None:
    showing.build([], "old", [_file("a.csv", "")], ["a.csv"])
    assert showing.ask("/a.csv") == "<body>a.csv old</body>"
    showing.build([], "new", [_file("a.csv", "")], ["a.csv"])

    assert showing.finished == ["a.csv"], "nobody has asked again"
    assert showing.ask("/a.csv") == "<body>a.csv new</body>"


def test_no_notice_is_put_into_a_file_of_data(showing: Showing) -> None:
    showing.build(["a.html"], "good", [_file("a.csv", "")], ["a.csv"])
    showing.fail()
    assert showing.ask("/a.csv") == "<body>a.csv good</body>"

    showing.build(["a.html"], "broken", [_file("a.csv", "")], ["a.csv"])
    assert showing.ask("/a.csv") == ""
    assert showing.reports == ["ValueError: cannot be read", "ValueError: no template"]


def test_an_open_page_is_finished_by_the_next_build(showing: Showing) -> None:
    showing.build(["a.html", "b.html"], "old")
    showing.ask("/a.html")
    showing.build(["a.html", "b.html"], "new")

    assert (showing.site / "a.html").read_text() == "<body>a.html new</body>"
    showing.build(["a.html", "b.html"], "newer")
    assert showing.finished == ["a.html", "a.html"], "nobody looked any more"
    assert showing.ask("/a.html") == "<body>a.html newer</body>"


def test_a_page_that_is_gone_is_not_shown(showing: Showing) -> None:
    showing.build(["a.html", "b.html"])
    showing.ask("/a.html")
    showing.build(["b.html"])

    assert showing.ask("/a.html") == ""


def test_a_file_is_copied_again_only_when_it_has_changed(showing: Showing, tmp_path: Path) -> None:
    (tmp_path / "typed.css").write_text("a{}")

    def files(made: str) -> list[File]:
        return [File("typed.css", str(tmp_path), "", use_directory_urls=False), _file("made", made)]

    showing.build([], files=files("old"))
    showing.build([], files=files("old"))
    assert showing.copied == ["typed.css", "made"]
    showing.build([], files=files("new"))
    (tmp_path / "typed.css").write_text("b{color:red}")
    showing.build([], files=files("new"))

    assert showing.copied == ["typed.css", "made", "made", "typed.css"]
    assert showing.ask("/made") == "new"
    assert showing.ask("/typed.css") == "b{color:red}"


def test_where_a_build_breaks_off_every_page_says_so(showing: Showing) -> None:
    showing.build(["a.html", "b.html"], "good", [_file("made", "good")])
    showing.ask("/a.html")
    showing.fail()

    for page in ("a.html", "b.html"):
        assert f"{page} good" in showing.ask(f"/{page}")
        assert "ValueError: cannot be read" in showing.ask(f"/{page}")
    assert showing.reports == ["ValueError: cannot be read"]
    assert not Path(beside(str(showing.site))).exists()
    showing.build(["a.html", "b.html"], "mended", [_file("made", "good")])
    assert showing.ask("/a.html") == "<body>a.html mended</body>"
    assert showing.ask("/made") == "good"


def test_a_page_that_cannot_be_finished_says_why_and_recovers(showing: Showing) -> None:
    showing.build(["a.html"], "broken")

    assert "ValueError: no template" in showing.ask("/a.html")
    assert showing.ask("/a.html").endswith("</body>"), "the server puts its script before this"
    assert showing.reports == ["ValueError: no template"]
    showing.build(["a.html"], "mended")
    assert showing.ask("/a.html") == "<body>a.html mended</body>"


def test_a_page_asked_for_during_a_build_waits_for_it(showing: Showing) -> None:
    showing.build(["a.html"], "old")
    building, goes_on, answers = Event(), Event(), list[str]()

    def slowly() -> None:
        building.set()
        assert goes_on.wait(10)
        showing._build(["a.html"], "new", Files([]))  # noqa: SLF001 - our own, above

    build = Thread(target=lambda: showing.shown.build(slowly, str(showing.site)))
    build.start()
    assert building.wait(10)
    reader = Thread(target=lambda: answers.append(showing.ask("/a.html")))
    reader.start()
    reader.join(0.1)
    assert reader.is_alive()
    goes_on.set()
    build.join(10)
    reader.join(10)

    assert answers == ["<body>a.html new</body>"]


def test_a_server_looks_for_changes_ten_times_a_second(tmp_path: Path) -> None:
    words = tmp_path / "words"
    words.mkdir()
    server = LiveReloadServer(lambda: None, "127.0.0.1", 0, str(tmp_path))
    server.watch(str(words))

    Shown(lambda _: None).take_over(server, str(words))

    assert {(one.watch.path, one.timeout) for one in server.observer.emitters} == {
        (str(words), 0.1)
    }
    server.server_close()
