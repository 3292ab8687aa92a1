"""How often a server looks for changes."""

from pathlib import Path

from mkdocs.livereload import LiveReloadServer

from annotated.mkdocs_host.dev_server import DevServer


def test_a_server_looks_for_changes_ten_times_a_second(tmp_path: Path) -> None:
    words = tmp_path / "words"
    words.mkdir()
    server = LiveReloadServer(lambda: None, "127.0.0.1", 0, str(tmp_path))
    server.watch(str(words))

    DevServer(lambda _: None).attach(server, str(words))

    assert {(one.watch.path, one.timeout) for one in server.observer.emitters} == {
        (str(words), 0.1)
    }
    server.server_close()
