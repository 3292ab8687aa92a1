"""Cache on disk: it outlives a process, and what a killed process has left does not."""

import os
import time
from pathlib import Path

from annotated.core import disk_cache
from annotated.core.build_cache import BuildCache


def doubled(number: int) -> int:
    return 2 * number


def saved(folder: Path, number: int) -> BuildCache:
    cache = disk_cache.load(folder)
    cache.run(doubled, number)
    disk_cache.save(cache, folder)
    return cache


def test_a_result_is_there_for_the_next_process(tmp_path: Path) -> None:
    saved(tmp_path, 4)

    assert list(disk_cache.load(tmp_path).results.values()) == [8]


def test_what_is_half_written_is_no_cache(tmp_path: Path) -> None:
    saved(tmp_path, 4)
    (path,) = tmp_path.iterdir()
    path.write_bytes(path.read_bytes()[:-3])

    assert disk_cache.load(tmp_path).results == {}


def test_what_a_killed_process_left_goes_and_what_another_writes_stays(tmp_path: Path) -> None:
    left, written, of_old_code = (
        tmp_path / "tmpleft",
        tmp_path / "tmpwritten",
        tmp_path / "x.pickle",
    )
    for path in (left, written, of_old_code):
        path.write_bytes(b"half")
    an_hour_ago = time.time() - 3600
    os.utime(left, (an_hour_ago, an_hour_ago))

    saved(tmp_path, 4)

    assert {path.name for path in tmp_path.iterdir() if path.suffix != disk_cache.SUFFIX} == {
        written.name
    }
    assert len(list(tmp_path.glob(f"*{disk_cache.SUFFIX}"))) == 1
