"""A check takes the steps of a build: each page comes out the same, but for the template."""

import re
from pathlib import Path

import pytest

from annotated.content import site_config
from annotated.mkdocs_host.page_sheets import NAMED
from annotated.mkdocs_host.theme_fixes import framed
from annotated.site.card_shelves import DESCRIBED
from annotated.site.check import Check
from annotated.site.guide_index import GuideIndex
from annotated.site.paragraph_run import END
from annotated.site.read_aloud import tell
from annotated.site.urls import url_of_page
from conftest import ROOT

# The theme removes from a page what only its search reads.
OF_THE_SEARCH = re.compile(r"\s?data-search-\w+=\"[^\"]+\"")


def plain(html: str) -> str:
    """Return a page without what its foot changes: descriptions, and what only a search reads."""
    return DESCRIBED.sub(r"\1", html).replace(" data-tip", "").replace(" data-search-exclude", "")


def without_sheets(html: str) -> str:
    """Return the content of a page without the sheets that are told in its head."""
    before, title, rest = html.partition("<h1")
    return f"{NAMED.sub('<div hidden>', before)}{title}{rest}"


@pytest.fixture(scope="session")
def checked(index: GuideIndex) -> Check:
    docs = ROOT / "docs"
    assets = [path.relative_to(docs).as_posix() for path in docs.rglob("*") if path.is_file()]
    config = site_config.read((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))
    check = Check(index, config, assets)
    check.run()
    return check


@pytest.mark.slow
def test_the_content_has_no_problem(checked: Check) -> None:
    assert [problem for problem in checked.problems if not problem.for_editor] == []


def test_every_page_of_a_check_is_that_of_a_build(checked: Check, site: Path) -> None:
    # The template puts the run of paragraphs apart from the rest of a chapter.
    different = [
        path
        for path in checked.pages
        for built in [plain((site / url_of_page(path)).read_text(encoding="utf-8"))]
        for filled in [framed(tell(without_sheets(checked.build.fill(path))))]
        if not all(part in built for part in plain(filled).split(END))
    ]

    assert len(checked.pages) > 200
    assert different == []
