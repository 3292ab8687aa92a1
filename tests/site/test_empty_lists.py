"""A page whose list is empty says so: to a reader who listens, silence is a page that is broken."""

import pytest

from annotated.content import front_matter, guide, source_files
from annotated.model.kinds import KINDS
from annotated.site.generated_pages import EMPTY, Writer
from annotated.site.guide_index import DOCS, GuideIndex
from annotated.site.urls import SiteUrls, url_of_page
from originals import TEMPLATE

OF_TIME = ("timeline/index.md", "timeline/clocks.md")
PAGES = (*(f"{kind.folder}/index.md" for kind in KINDS), *OF_TIME)


def written(path: str, texts: dict[str, str]) -> str:
    index = GuideIndex(guide.read(texts)[0], texts)
    paths = [name.removeprefix(DOCS) for name in texts if name.endswith(".md")]
    urls = SiteUrls.locate(index, {path: url_of_page(path) for path in paths})
    writer = Writer(index, lambda _path, _line: "", urls.seen_from(url_of_page(path)))
    return writer.page(path, front_matter.split(texts[f"{DOCS}{path}"])[1])


@pytest.fixture(scope="module")
def template() -> dict[str, str]:
    """Return the texts of a small guide, with the two pages of time that it does without."""
    return source_files.texts(TEMPLATE) | {f"{DOCS}{path}": f"# {path}\n" for path in OF_TIME}


@pytest.mark.parametrize("path", PAGES)
def test_an_empty_list_is_told_and_a_full_one_is_not(template: dict[str, str], path: str) -> None:
    folders = tuple(f"{DOCS}{kind.folder}/" for kind in KINDS)
    emptied = {
        name: text
        for name, text in template.items()
        if not name.startswith(folders) or name.endswith("/index.md")
    }

    assert EMPTY in written(path, emptied)
    assert EMPTY not in written(path, template)


def test_a_page_without_a_list_is_left_alone(template: dict[str, str]) -> None:
    assert written("claims/index.md", template) == ""
