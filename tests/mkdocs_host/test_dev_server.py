"""What a server shows between builds: pages finished when asked for, and files that stay."""

from pathlib import Path
from threading import Event, Thread

import pytest
from mkdocs.structure.files import File, Files

from annotated.mkdocs_host.dev_server import next_to
from showing import Showing, generated


@pytest.fixture
def showing(tmp_path: Path) -> Showing:
    return Showing(tmp_path)


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
    showing.build(["a.html"], files=[generated("sheet.css", "p{}")])

    assert showing.ask("/sheet.css") == "p{}"
    assert showing.ask("/none.html") == ""
    assert showing.finished == []


def test_a_file_of_data_is_made_when_it_is_asked_for(showing: Showing) -> None:
    showing.build([], "old", [generated("a.csv", "")], ["a.csv"])
    assert showing.ask("/a.csv") == "<body>a.csv old</body>"
    showing.build([], "new", [generated("a.csv", "")], ["a.csv"])

    assert showing.finished == ["a.csv"], "nobody has asked again"
    assert showing.ask("/a.csv") == "<body>a.csv new</body>"


def test_no_notice_is_put_into_a_file_of_data(showing: Showing) -> None:
    showing.build(["a.html"], "good", [generated("a.csv", "")], ["a.csv"])
    showing.fail()
    assert showing.ask("/a.csv") == "<body>a.csv good</body>"

    showing.build(["a.html"], "broken", [generated("a.csv", "")], ["a.csv"])
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
        return [
            File("typed.css", str(tmp_path), "", use_directory_urls=False),
            generated("made", made),
        ]

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
    showing.build(["a.html", "b.html"], "good", [generated("made", "good")])
    showing.ask("/a.html")
    showing.fail()

    for page in ("a.html", "b.html"):
        assert f"{page} good" in showing.ask(f"/{page}")
        assert "ValueError: cannot be read" in showing.ask(f"/{page}")
    assert showing.reports == ["ValueError: cannot be read"]
    assert not Path(next_to(str(showing.site))).exists()
    showing.build(["a.html", "b.html"], "mended", [generated("made", "good")])
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
        showing.build_into(["a.html"], "new", Files([]))

    build = Thread(target=lambda: showing.server.build(slowly, str(showing.site)))
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
