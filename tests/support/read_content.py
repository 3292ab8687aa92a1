"""The real content, read once for all tests that look at it without a browser."""

import pytest

from annotated.content import guide, source_files
from annotated.site import generated_files
from annotated.site.guide_index import GuideIndex
from annotated.site.urls import SiteUrls, url_of_page
from conftest import ROOT


@pytest.fixture(scope="session")
def texts() -> dict[str, str]:
    """Return the text of every file of the content by its path."""
    return source_files.texts(ROOT)


@pytest.fixture(scope="session")
def index(texts: dict[str, str]) -> GuideIndex:
    """Return all that the content says."""
    return GuideIndex(guide.read(texts)[0], texts)


@pytest.fixture(scope="session")
def urls(index: GuideIndex) -> SiteUrls:
    """Return the URL of everything."""
    paths = [path.removeprefix("docs/") for path in index.texts if path.endswith(".md")]
    return SiteUrls.locate(index, {path: url_of_page(path) for path in paths})


@pytest.fixture(scope="session")
def files(index: GuideIndex, urls: SiteUrls) -> dict[str, str]:
    """Return the text of every file to download by its path."""
    return {path: make() for path, make in generated_files.data_files(index, urls)}
