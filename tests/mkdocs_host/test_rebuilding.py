"""What is built again after a change is what would be built anew."""

import shutil
from pathlib import Path

import pytest

from changes import CHANGES
from conftest import build, change, different, files
from guides import annotate_another, take
from originals import INVENTED
from rebuilding import building, rebuilt

Folders = pytest.TempPathFactory
pytestmark = pytest.mark.built_site
# A change that shows only in how links are marked.
RENDERING = ("docs/glossary/lawasiq.md", "english: [sticky bombs, ", "english: [")


def test_what_is_built_again_is_what_is_built_anew(copy: Path, tmp_path_factory: Folders) -> None:
    again, anew = tmp_path_factory.mktemp("again"), tmp_path_factory.mktemp("anew")
    changes = [*((path, words, others) for path, words, others, _ in CHANGES.values()), RENDERING]
    with building(copy) as builder:
        before = rebuilt(builder, again)
        for some in (changes[::2], changes[1::2]):
            for path, words, others in some:
                change(copy / path, words, others)
            changed = rebuilt(builder, again)
        build(copy, anew, strict=False)
        assert different(changed, files(anew)) == []
        assert different(changed, before) != []
        for path, words, others in reversed(changes):
            change(copy / path, others, words)
        assert different(rebuilt(builder, again), before) == []


def test_a_copy_is_woven_in_as_it_is_now(tmp_path: Path) -> None:
    root, again, anew = tmp_path / "guide", tmp_path / "again", tmp_path / "anew"
    root.mkdir()
    annotate_another(root)
    with building(root, WITH_ORIGINAL="1") as builder:
        bare = rebuilt(builder, again)
        take(root, INVENTED)
        woven = rebuilt(builder, again)
        change(root / "original" / "02-winter.md", "Heron", "Newly written")
        changed = rebuilt(builder, again)
        build(root, anew, WITH_ORIGINAL="1")
        shutil.rmtree(root / "original")

        assert different(woven, bare) != []
        assert different(changed, woven) == ["chapters/02-winter.html"]
        assert different(changed, files(anew)) == []
        assert different(rebuilt(builder, again), bare) == []
