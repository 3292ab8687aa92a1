"""A reader's own copy stands in the guide character for character, and nowhere else."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from conftest import ROOT, build
from guides import take
from originals import INVENTED, REAL, compared
from woven_text import lost


def test_the_woven_text_is_the_copy_character_for_character(woven: Path) -> None:
    assert [line[:40] for line in lost(INVENTED, woven)] == [
        "Hallow Isle seen from the north-east (en",
        "Ilse Marrand teaches the history of smal",
        "Substantive Notes",
        "Citations",
        "Stay Informed",
        "Sign up to receive the Ostrel Quarterly ",
        "Sign up",
    ]


@pytest.mark.skipif(not REAL.exists(), reason="no copy of the article lies beside the project")
def test_the_woven_article_is_the_copy_character_for_character(tmp_path: Path) -> None:
    root, folder = tmp_path / "guide", tmp_path / "site"
    root.mkdir()
    for part in ("docs", "bibliography"):
        shutil.copytree(ROOT / part, root / part)
    for part in ("hooks", "theme", "mkdocs.yml", "pyproject.toml"):
        (root / part).symlink_to(ROOT / part)
    said = take(root, REAL)
    left_out = re.findall(r"(?m)^left out: (.{,60})", said)

    build(root, folder, WITH_ORIGINAL="1")

    assert [line[:60] for line in lost(REAL, folder)] == [compared(line) for line in left_out]


def test_another_article_is_built_through_the_same_hooks(bare: Path) -> None:
    text = "".join(page.read_text(encoding="utf-8") for page in bare.rglob("*.html"))

    assert (bare / "places" / "hallow-isle.html").is_file()
    assert 'id="p12"' in text
    assert 'class="mention event" href="../events/heron-lost.html"' in text
    assert "data-woven" not in text
    assert "noindex" not in text


def test_the_guide_is_the_same_with_and_without_a_copy(woven: Path, bare: Path) -> None:
    places = "places/port-velm.html"

    assert (woven / places).read_bytes() == (bare / places).read_bytes()
    for script in ("search/names.js", "search/text.js", "search/rest.js"):
        assert (woven / script).read_bytes() == (bare / script).read_bytes()


def test_the_build_says_that_it_weaves(guide: Path, tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--site-dir", str(tmp_path)],
        cwd=guide,
        env=os.environ | {"WITH_ORIGINAL": "1"},
        check=True,
        capture_output=True,
        encoding="utf-8",
    )

    assert "Weaving in 13 paragraphs of your own copy, from original/" in done.stderr


def test_no_id_stands_twice_and_every_fragment_is_there(woven: Path) -> None:
    for page in (woven / "chapters").glob("0*.html"):
        text = page.read_text(encoding="utf-8")
        ids = re.findall(r'\sid="([^"]+)"', text)
        assert len(ids) == len(set(ids)), page.name
        assert set(re.findall(r'href="#([^"]+)"', text)) <= set(ids), page.name
