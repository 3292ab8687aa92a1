"""A guide need not have every page that can be generated: no step fails where one is left out."""

import pytest

from annotated.content import guide
from annotated.content.release import Release
from annotated.site import generated_files
from annotated.site.guide_index import DOCS, GuideIndex
from annotated.site.statement_grid import WORDS
from annotated.site.urls import SiteUrls, url_of_page
from checked import problems
from hostile import BASE

PAGES = [path for path in BASE if path.endswith("index.md") or path.startswith("docs/claims/")]


@pytest.mark.slow
@pytest.mark.parametrize("page", [*PAGES, "docs/sources/audit.md"])
def test_no_step_fails_without_a_page(page: str) -> None:
    others = {path: text for path, text in BASE.items() if path != page}

    assert {problem.code for problem in problems(others)} <= {"link-broken", "list-missing"}


@pytest.mark.slow
@pytest.mark.parametrize("page", ["docs/map/index.md", "docs/timeline/index.md"])
def test_no_step_fails_with_a_page_more(page: str) -> None:
    assert problems({**BASE, page: "# More\n"}) == []


@pytest.mark.slow
def test_no_step_fails_where_an_actor_has_no_file() -> None:
    event = "docs/events/heron-lost.md"
    claimed = BASE[event].replace("certainty: stated", "certainty: claimed\nactors: [nowhere]")
    page = '# Map\n\n<div data-map="atlas"></div>\n'

    found = problems({**BASE, event: claimed, "docs/map/index.md": page})

    assert [problem.code for problem in found] == ["entity-unknown"]


def paths_of_files(texts: dict[str, str]) -> list[str]:
    index = GuideIndex(guide.read(texts)[0], texts)
    pages = [name.removeprefix(DOCS) for name in texts if name.endswith(".md")]
    urls = SiteUrls.locate(index, {path: url_of_page(path) for path in pages})
    return [path for path, _ in generated_files.files(index, urls, Release())]


def test_the_words_of_the_grid_are_not_written_where_no_page_shows_it() -> None:
    front = "docs/index.md"
    without = BASE | {front: '# Start\n\n<div data-front="original"></div>\n'}

    assert WORDS in paths_of_files(BASE | {front: '# Start\n\n<div data-front="grid"></div>\n'})
    assert WORDS not in paths_of_files(without)
