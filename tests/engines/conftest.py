"""The engines named by ENGINE, one after the other, each for all tests; and what each cannot do.

Nothing here runs unless ENGINE is set: `make test-engines` does so, `make test` does not.
"""

import csv
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

import engines
from engine_page import EnginePage

HERE = Path(__file__).parent
NAMED = os.environ.get("ENGINE", "").split()
collect_ignore_glob = [] if NAMED else ["test_*.py"]


@pytest.fixture(scope="session", params=NAMED)
def window(request: pytest.FixtureRequest) -> Iterator[EnginePage]:
    """Return the window of an engine, which all tests use one after the other."""
    engine = request.param
    packages = engines.missing(engine)
    assert not packages, f"{engine} is not installed: apt-get install {packages}"
    with engines.running(engine) as page:
        yield page


@pytest.fixture
def page(window: EnginePage) -> Iterator[EnginePage]:
    """Return the window of an engine as a reader has it who comes for the first time."""
    yield window
    window.forget()


@pytest.fixture(scope="session")
def site() -> Path:
    """Return the folder of the built site, which `make test-engines` has built."""
    folder = (HERE.parent.parent / (os.environ.get("SITE") or "site")).resolve()
    assert (folder / "index.html").exists(), "no site: run make build"
    return folder


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Expect to fail what is listed as an exception; one that does not is out of date."""
    with (HERE / "exceptions.csv").open(encoding="utf-8", newline="") as file:
        rows = {(row["engine"], row["test"]): row["reason"] for row in csv.DictReader(file)}
    for item in items:
        callspec = getattr(item, "callspec", None)
        engine = callspec.params.get("window", "") if callspec else ""
        name = getattr(item, "originalname", item.name)
        if reason := rows.get((engine, name)):
            item.add_marker(pytest.mark.xfail(reason=reason, strict=True))
