"""Keys of the cache: a step is its inputs, and can read nothing else."""

import pickle
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from annotated.core import disk_cache
from annotated.core.build_cache import BuildCache

CALLS: list[object] = []


@dataclass(frozen=True)
class Large:
    """An input with a key of its own."""

    name: str
    others: dict[str, str] = field(default_factory=dict)

    @property
    def cache_key(self) -> str:
        """Return the key."""
        return self.name


def step(*inputs: object) -> int:
    CALLS.append(inputs)
    return len(CALLS)


@pytest.mark.parametrize(
    ("inputs", "others"),
    [
        (("a",), ("b",)),
        (("a", 1), ("a", 2)),
        ((("a", "b"),), (("a", "c"),)),
        (({"a": "b"},), ({"a": "c"},)),
        ((frozenset({"a"}),), (frozenset({"a", "b"}),)),
        ((Large("a"),), (Large("b"),)),
        (("x", None), ("x", "")),
    ],
)
def test_a_step_runs_again_only_for_other_inputs(
    inputs: tuple[object, ...], others: tuple[object, ...]
) -> None:
    cache = BuildCache()
    first = cache.run(step, *inputs)

    assert cache.run(step, *inputs) == first
    assert cache.run(step, *others) != first


def test_a_step_may_not_read_what_is_not_its_input() -> None:
    local, cache = "of a test", BuildCache()

    def closure() -> str:
        return local

    for no_step in (closure, lambda: "x", "x".upper, cache.evict_unused):
        with pytest.raises(TypeError, match="no function of a module"):
            cache.run(no_step)


def test_an_input_without_a_key_is_refused() -> None:
    with pytest.raises(TypeError, match="no input of a step"):
        BuildCache().run(step, object())


def test_what_nobody_asks_for_is_forgotten() -> None:
    cache = BuildCache()
    first, second = cache.run(step, "first"), cache.run(step, "second")
    cache.evict_unused()
    cache.run(step, "first")
    cache.evict_unused()

    assert cache.run(step, "first") == first
    assert cache.run(step, "second") != second


def test_results_on_disk_serve_the_next_process(tmp_path: Path) -> None:
    cache = disk_cache.load(tmp_path)
    first = cache.run(step, "kept", {"a": "b"})
    disk_cache.save(cache, tmp_path)

    again = disk_cache.load(tmp_path)
    assert again.run(step, "kept", {"a": "b"}) == first
    assert not again.has_changed


@pytest.mark.parametrize("content", [b"", b"half a file", pickle.dumps([1])[:-1]])
def test_a_file_that_cannot_be_read_is_no_cache(tmp_path: Path, content: bytes) -> None:
    cache = disk_cache.load(tmp_path)
    cache.run(step, "kept")
    disk_cache.save(cache, tmp_path)
    (file,) = tmp_path.iterdir()
    file.write_bytes(content)

    assert disk_cache.load(tmp_path).results == {}


def test_other_code_reads_no_results_of_this(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    code = tmp_path / "code"
    code.mkdir()
    (code / "a.py").write_text("x = 1", encoding="utf-8")
    monkeypatch.setattr(disk_cache, "CODE", code)
    cache = disk_cache.load(tmp_path)
    cache.run(step, "kept")
    disk_cache.save(cache, tmp_path)
    (code / "a.py").write_text("x = 2", encoding="utf-8")

    assert disk_cache.load(tmp_path).results == {}
