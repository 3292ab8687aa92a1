"""The core needs no generator: it reads, generates, renders and links every page without one."""

import subprocess
import sys

import pytest

from annotated.content.site_config import PATH
from conftest import ROOT

# What a build would import: blocked in a process of its own, which prints what it has done.
BLOCKED = ("mkdocs", "mkdocs_bibtex", "material", "properdocs", "jinja2", "watchdog")
PROGRAM = f"""
import sys
from importlib.abc import MetaPathFinder
from pathlib import Path

class Blocker(MetaPathFinder):
    def find_spec(self, fullname, path, target=None):
        if fullname.partition(".")[0] in {BLOCKED!r}:
            raise ImportError(fullname + " is not to be imported")

sys.meta_path.insert(0, Blocker())
sys.path.insert(0, "hooks")
from annotated.content import guide, site_config, source_files
from annotated.site.check import Check
from annotated.site.guide_index import GuideIndex

root = Path.cwd()
texts = source_files.texts(root)
index = GuideIndex(guide.read(texts)[0], texts)
docs = root / "docs"
assets = [path.relative_to(docs).as_posix() for path in docs.rglob("*") if path.is_file()]
check = Check(index, site_config.read((root / {PATH!r}).read_text("utf-8")), assets)
check.run()
pages = [check.build.fill(path) for path in check.pages]
print(len(pages), sum("data-entity" in page for page in pages), *check.problems, sep="\\n")
"""


@pytest.mark.slow
def test_the_core_links_every_page_of_the_content_without_a_generator() -> None:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM], cwd=ROOT, check=True, capture_output=True, encoding="utf-8"
    )

    pages, linked, *problems = done.stdout.splitlines()
    assert int(pages) > 200
    assert int(linked) > 200
    assert problems == []
