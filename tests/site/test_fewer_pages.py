"""A guide need not have every page that can be generated: no step fails where one is left out."""

import pytest

from checked import problems
from hostile import BASE

PAGES = [path for path in BASE if path.endswith("index.md") or path.startswith("docs/claims/")]


@pytest.mark.slow
@pytest.mark.parametrize("page", [*PAGES, "docs/sources/audit.md"])
def test_no_step_fails_without_a_page(page: str) -> None:
    others = {path: text for path, text in BASE.items() if path != page}

    assert {problem.code for problem in problems(others)} <= {"link-broken"}


@pytest.mark.slow
@pytest.mark.parametrize("page", ["docs/map/index.md", "docs/timeline/index.md"])
def test_no_step_fails_with_a_page_more(page: str) -> None:
    assert problems({**BASE, page: "# More\n"}) == []
