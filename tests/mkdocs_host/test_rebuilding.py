"""What is built again after a change is what would be built anew, wherever that is done."""

import os
import shutil
from pathlib import Path

import pytest

from annotated.core.disk_cache import RESULTS
from changes import CHANGES
from conftest import build, change, copied, different, files
from guides import annotate_another, take
from originals import INVENTED
from rebuilding import building, rebuilt

pytestmark = pytest.mark.built_site
ZONE = "Pacific/Kiritimati"
# A change that shows only in how links are marked.
RENDERING = ("docs/glossary/lawasiq.md", "english: [sticky bombs, ", "english: [")


def test_what_is_built_again_is_what_is_built_anew(site: Path, tmp_path: Path) -> None:
    """From a guide with all changes to one without, on another path and in another time zone."""
    folder = tmp_path / "another path" / "deeper"
    folder.mkdir(parents=True)
    root, again = copied(folder), tmp_path / "again"
    changes = [*((path, words, others) for path, words, others, _ in CHANGES.values()), RENDERING]
    for path, words, others in changes:
        change(root / path, words, others)
    assert os.environ.get("TZ") != ZONE
    with building(root, TZ=ZONE, **{RESULTS: "1"}) as builder:
        changed = rebuilt(builder, again)
        # First what shows on most pages, then what shows on few.
        for some in (changes[7:], changes[:7]):
            for path, words, others in reversed(some):
                change(root / path, others, words)
            before = rebuilt(builder, again)
        anew = files(site)
        assert "sitemap.xml.gz" in anew
        # The package of cards has the time of the last commit, which a copy of the files lacks.
        assert set(different(before, anew)) <= {"study/deck.apkg"}
        assert {page for *_, page in CHANGES.values()} <= {*different(changed, before)}


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
