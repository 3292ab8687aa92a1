"""Changes are looked for often, and no link is followed."""

import time
from pathlib import Path

from mkdocs.livereload import LiveReloadServer
from watchdog.events import FileSystemEventHandler

from annotated.mkdocs_host.dev_server import DevServer


def test_a_server_looks_for_changes_ten_times_a_second(tmp_path: Path) -> None:
    words = tmp_path / "words"
    words.mkdir()
    server = LiveReloadServer(lambda: None, "127.0.0.1", 0, str(tmp_path))
    server.watch(str(words))

    DevServer(lambda _: None).attach(server, str(words))

    assert {(emitter.watch.path, emitter.timeout) for emitter in server.observer.emitters} == {
        (str(words), 0.1)
    }
    server.server_close()


def test_a_loop_of_links_is_told_at_once_and_not_walked(tmp_path: Path) -> None:
    words = tmp_path / "words"
    for number in range(20):
        (words / str(number)).mkdir(parents=True)
    server = LiveReloadServer(lambda: None, "127.0.0.1", 0, str(tmp_path))
    server.watch(str(words))
    DevServer(lambda _: None).attach(server, str(words))
    seen: list[str] = []
    (emitter,) = server.observer.emitters
    handler = FileSystemEventHandler()
    handler.on_created = lambda event: seen.append(str(event.src_path))  # type: ignore[method-assign]
    server.observer.add_handler_for_watch(handler, emitter.watch)
    server.observer.start()
    time.sleep(0.5)

    for number in range(20):
        (words / str(number) / "loop").symlink_to("..")
    until = time.monotonic() + 20
    while len(seen) < 20 and time.monotonic() < until:
        time.sleep(0.05)
    time.sleep(0.5)

    assert sorted(seen) == sorted(str(words / str(number) / "loop") for number in range(20))
    server.observer.stop()
    server.observer.join()
    server.server_close()
