"""A second build takes over what has not changed, and gives the same site byte for byte."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from annotated.core.disk_cache import RESULTS
from conftest import ENVIRONMENT, build, change, different, files
from guides import annotate_another
from rebuilding import building, rebuilt

pytestmark = pytest.mark.built_site
KEPT = ".build/cache"
Builder = subprocess.Popen[str]


def built(root: Path) -> dict[str, bytes]:
    done = subprocess.run(
        [sys.executable, "-m", "annotated", "build"],
        cwd=root,
        env=os.environ | ENVIRONMENT | {"PYTHONPATH": "hooks", "PYTHONSAFEPATH": "1"},
        check=False,
        capture_output=True,
        encoding="utf-8",
    )
    assert done.returncode == 0, done.stderr
    return files(root / "site")


def test_a_build_from_results_is_the_build_anew(tmp_path: Path) -> None:
    root, anew = tmp_path / "guide", tmp_path / "anew"
    root.mkdir()
    annotate_another(root)
    before = built(root)
    kept = files(root / KEPT)
    assert len(kept) == 1

    again = built(root)
    assert different(again, before) == []
    assert files(root / KEPT) == kept, "nothing was run anew"

    change(root / "docs" / "chapters" / "02-winter.md", "silent people", "quiet people")
    change(root / "docs" / "places" / "karsk.md", "name: Karsk", "name: Karsk Town")
    changed = built(root)
    build(root, anew)
    assert different(changed, files(anew)) == []
    assert "chapters/02-winter.html" in different(changed, before)


# A change, and a page that shows it though its own words stay as they were.
SHOWN = [
    ("mkdocs.yml", "site_name: ", "site_name: Our ", "index.html"),
    ("docs/chapters/02-winter.md", "title: ", "title: Our ", "chapters/01-quarrel.html"),
    ("docs/chapters/02-winter.md", "fourth bell", "fifth bell", "sources/index.html"),
    ("docs/places/karsk.md", "summary: ", "summary: Our ", "places/index.html"),
    ("docs/glossary/ledgers.md", "summary: ", "summary: Our ", "chapters/03-ledgers.html"),
    ("theme/main.html", "<title>", "<title>Our ", "index.html"),
]


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a guide."""
    root = tmp_path_factory.mktemp("guide")
    annotate_another(root)
    return root


@pytest.fixture(scope="module")
def builders(root: Path) -> Iterator[tuple[Builder, Builder]]:
    """Return what builds that guide from the results of its last build, and what builds it anew."""
    with building(root, **{RESULTS: "1"}) as from_results, building(root) as anew:
        yield from_results, anew


@pytest.mark.parametrize("change_", SHOWN, ids=lambda one: one[0])
def test_a_kept_page_follows_what_it_shows_of_others(
    root: Path,
    builders: tuple[Builder, Builder],
    tmp_path: Path,
    change_: tuple[str, str, str, str],
) -> None:
    path, old, new, shown = change_
    from_results, anew = builders
    before = rebuilt(from_results, tmp_path / "from-results")
    text = (root / path).read_bytes()

    change(root / path, old, new)
    changed = rebuilt(from_results, tmp_path / "from-results")
    expected = rebuilt(anew, tmp_path / "anew")
    (root / path).write_bytes(text)

    assert different(changed, expected) == []
    assert shown in different(changed, before)
