"""Cache on disk: it outlives a process, and neither a killed one nor a second one harms it."""

import os
import time
from pathlib import Path

from annotated.core.disk_cache import SUFFIX, DiskCache


def doubled(number: int) -> int:
    return 2 * number


def saved(folder: Path, *numbers: int) -> Path:
    cache = DiskCache(folder, "build")
    for number in numbers:
        cache.run(doubled, number)
    cache.save()
    (path,) = folder.glob(f"build-*{SUFFIX}")
    return path


def asked_again(folder: Path, number: int) -> int:
    """Return what the next process gets for the key of `number`, or -1 where there is nothing."""
    return DiskCache(folder, "build").run_on(-1, either, number)


def either(subject: int, _number: int) -> int:
    return subject


def kept(folder: Path, number: int) -> Path:
    cache = DiskCache(folder, "build")
    cache.run_on(number, either, number)
    cache.save()
    (path,) = folder.glob(f"build-*{SUFFIX}")
    return path


def test_a_result_is_there_for_the_next_process_while_somebody_asks_for_it(tmp_path: Path) -> None:
    kept(tmp_path, 4)
    assert asked_again(tmp_path, 4) == 4

    kept(tmp_path, 5)
    assert asked_again(tmp_path, 5) == 5
    assert asked_again(tmp_path, 4) == -1, "nobody asked for it the second time"


def test_what_differs_only_in_its_type_is_another_input(tmp_path: Path) -> None:
    kept(tmp_path, 1)

    assert asked_again(tmp_path, bool(1)) == -1
    assert asked_again(tmp_path, 1.0) == -1  # type: ignore[arg-type]


def test_what_is_not_whole_or_has_changed_on_the_disk_is_no_result(tmp_path: Path) -> None:
    path = kept(tmp_path, 4)
    whole = path.read_bytes()
    for harmed in (b"", whole[:-3], b"\0" * len(whole), b"\xff" + whole[1:]):
        path.write_bytes(harmed)
        assert asked_again(tmp_path, 4) == -1
    path.write_bytes(whole)
    assert asked_again(tmp_path, 4) == 4


def test_two_at_once_and_another_command_leave_a_whole_file_each(tmp_path: Path) -> None:
    one, other = DiskCache(tmp_path, "build"), DiskCache(tmp_path, "build")
    check = DiskCache(tmp_path, "check")
    for cache in (one, other, check):
        cache.run_on(4, either, 4)
    one.save()
    check.save()
    other.save()

    assert asked_again(tmp_path, 4) == 4
    assert sorted(path.name.split("-")[0] for path in tmp_path.iterdir()) == ["build", "check"]


def test_one_that_gives_up_leaves_nothing(tmp_path: Path) -> None:
    cache = DiskCache(tmp_path, "build")
    cache.run(doubled, 4)
    del cache

    assert list(tmp_path.iterdir()) == []


def test_what_a_killed_process_left_goes_whatever_the_clock_says(tmp_path: Path) -> None:
    left, ahead, written = (tmp_path / f"build-{name}" for name in ("left", "ahead", "written"))
    of_old_code = tmp_path / f"build-old{SUFFIX}"
    for path in (left, ahead, written, of_old_code):
        path.write_bytes(b"half")
    for path, seconds in ((left, -3600), (ahead, 3600)):
        os.utime(path, (time.time() + seconds, time.time() + seconds))

    path = saved(tmp_path, 4)

    assert {*tmp_path.iterdir()} == {written, path}


def test_one_whose_file_was_taken_away_keeps_the_last(tmp_path: Path) -> None:
    kept(tmp_path, 4)
    cache = DiskCache(tmp_path, "build")
    cache.run_on(5, either, 5)
    (unfinished,) = (path for path in tmp_path.iterdir() if path.suffix != SUFFIX)
    unfinished.unlink()
    cache.save()

    assert asked_again(tmp_path, 4) == 4
