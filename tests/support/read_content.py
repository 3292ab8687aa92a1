"""The real content, read once for all tests that look at it without a browser."""

import pytest

from annotated.content import content as project
from annotated.content import source_files as disk
from annotated.site import generated_files as exports
from annotated.site.derived import Knowledge
from conftest import ROOT


@pytest.fixture(scope="session")
def texts() -> dict[str, str]:
    """Return the text of every file of the content by its path."""
    return disk.texts(ROOT)


@pytest.fixture(scope="session")
def known(texts: dict[str, str]) -> Knowledge:
    """Return all that the content says."""
    return Knowledge(project.read(texts)[0], texts)


@pytest.fixture(scope="session")
def files(known: Knowledge) -> dict[str, str]:
    """Return the text of every file to download by its path."""
    return {path: make() for path, make in exports.files(known)}
