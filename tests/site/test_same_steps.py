"""A check takes the steps of a build, without a generator: each page comes out the same.

But for the template.
"""

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

from annotated.content.site_config import PATH
from annotated.mkdocs_host.page_sheets import NAMED
from annotated.mkdocs_host.theme_fixes import framed
from annotated.site.card_shelves import without_tips
from annotated.site.paragraph_run import END
from annotated.site.read_aloud import tell
from annotated.site.urls import url_of_page
from conftest import ROOT

# What a build would import: blocked in a process of its own, which prints what it has done.
BLOCKED = ("mkdocs", "mkdocs_bibtex", "material", "properdocs", "jinja2", "watchdog")
PROGRAM = f"""
import json
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
pages = {{path: check.build.fill(path) for path in check.pages}}
print(json.dumps([pages, [str(problem) for problem in check.problems]]))
"""
# The theme removes from a page what only its search reads.
OF_THE_SEARCH = re.compile(r"\s?data-search-\w+=\"[^\"]+\"")
# What only steps of a build read.
OF_THE_BUILD = re.compile(r' data-(?:search-exclude|unlinked(?:="")?)')


def completed(path: str, html: str) -> str:
    """Return the content of a page as its foot changes it.

    It is without what a script or the build alone asks for; links within it name no page.
    """
    own = url_of_page(path).rpartition("/")[2]
    short = re.sub(rf' (href|data-to)="{re.escape(own)}#', r' \1="#', without_tips(html))
    return OF_THE_BUILD.sub("", short)


def without_sheets(html: str) -> str:
    """Return the content of a page without the sheets that are told in its head."""
    before, title, rest = html.partition("<h1")
    return f"{NAMED.sub('<div hidden>', before)}{title}{rest}"


class Checked(NamedTuple):
    """What a check has made: the content of each page by its path, and the problems found."""

    pages: dict[str, str]
    problems: list[str]


@pytest.fixture(scope="module")
def checked() -> Checked:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM], cwd=ROOT, check=True, capture_output=True, encoding="utf-8"
    )
    return Checked(*json.loads(done.stdout))


@pytest.mark.slow
def test_the_core_links_every_page_of_the_content_without_a_generator(checked: Checked) -> None:
    assert len(checked.pages) > 200
    assert sum("data-entity" in page for page in checked.pages.values()) > 200
    assert checked.problems == []


def test_every_page_of_a_check_is_that_of_a_build(checked: Checked, site: Path) -> None:
    # The template puts the run of paragraphs apart from the rest of a chapter.
    different = [
        path
        for path, page in checked.pages.items()
        for built in [(site / url_of_page(path)).read_text(encoding="utf-8")]
        for filled in [completed(path, framed(tell(without_sheets(page))))]
        if not all(part.strip() in built for part in filled.split(END))
    ]

    assert different == []
