"""Another article annotated through the same hooks, with and without a reader's own copy."""

import os
import re
import shutil
import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest

from conftest import REQUIREMENTS, ROOT, build
from originals import INVENTED, TEMPLATE
from shared_results import once

WINTER = "chapters/02-winter.html"
TOP_LEVEL = re.compile(r"(?m)^(\w+):.*(?:\n(?:[ #].*|$))*")


def annotate_another(root: Path) -> None:
    """Do what CONTRIBUTING says about another article, in the folder `root`."""
    for part in ("hooks", "theme"):
        shutil.copytree(ROOT / part, root / part)
    shutil.copytree(ROOT / "docs" / "assets", root / "docs" / "assets")
    shutil.copytree(TEMPLATE / "docs", root / "docs", dirs_exist_ok=True)
    shutil.copytree(TEMPLATE / "bibliography", root / "bibliography")
    shutil.copy2(ROOT / "pyproject.toml", root)
    config = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    for line in TOP_LEVEL.finditer((TEMPLATE / "mkdocs.yml").read_text(encoding="utf-8")):
        config = TOP_LEVEL.sub(partial(_in_place, of=line), config)
    (root / "mkdocs.yml").write_text(config, encoding="utf-8")


def annotate_another_to_make(root: Path) -> Path:
    """Do the same with what the commands of the Makefile need, and return the folder."""
    annotate_another(root)
    for name in ("Makefile", *REQUIREMENTS):
        shutil.copy2(ROOT / name, root)
    (root / ".venv").symlink_to(ROOT / ".venv")
    return root


def _in_place(match: re.Match[str], of: re.Match[str]) -> str:
    return of[0] if of[1] == match[1] else match[0]


def take(root: Path, article: Path) -> str:
    """Take in a copy of the article, as `make original` does."""
    done = subprocess.run(
        [sys.executable, "-m", "annotated", "original", str(article)],
        cwd=root,
        env=os.environ | {"PYTHONPATH": str(root / "hooks")},
        check=True,
        capture_output=True,
        encoding="utf-8",
    )
    return done.stdout


@pytest.fixture(scope="session")
def guide(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a guide to the invented article, with a copy of that taken in."""

    def make(root: Path) -> None:
        root.mkdir()
        annotate_another(root)
        take(root, INVENTED)

    return once(tmp_path_factory, "guide", make)


@pytest.fixture(scope="session")
def woven(guide: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the built site of that guide, with the copy woven in."""
    return once(tmp_path_factory, "woven", partial(build, guide, WITH_ORIGINAL="1"))


@pytest.fixture(scope="session")
def bare(guide: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the built site of the same guide without the copy."""
    return once(tmp_path_factory, "bare", partial(build, guide))
