"""One door to the generator: no other module imports it, names it, or writes a URL by hand."""

import ast
import re
import tokenize
from collections.abc import Iterator
from pathlib import Path

import pytest

from conftest import ROOT

CORE = ROOT / "hooks" / "annotated"
MODULES = [
    path
    for path in sorted(CORE.rglob("*.py"))
    if "mkdocs_host" not in path.parts and path.name not in ("__init__.py", "__main__.py")
]
PACKAGES = {"mkdocs", "mkdocs_bibtex", "material", "properdocs", "jinja2", "watchdog"}
# The name of the configuration file, of a package, and of a plugin that a syntax comes from.
ALLOWED = re.compile(r"mkdocs\.yml|annotated\.mkdocs_host|mkdocs_host|mkdocs-bibtex")
WORDS = re.compile(r"mkdocs|\bmaterial\b|\bthe theme\b|\bthe host\b", re.IGNORECASE)
# A path of a page of the site, as a URL that is written by hand ends.
URL = re.compile(r"[\w}/-]\.html(?:$|[#?\"'])")
# The one place of URLs, pages that have no source, and names of files that are no pages of ours.
OF_FILES = {"site/urls.py", "exports/service_worker.py", "exports/zip_download.py"}
OF_FILES |= {"content/file_names.py"}


def name(path: Path) -> str:
    return path.relative_to(CORE).as_posix()


def imported(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield (node.module or "").partition(".")[0]


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_no_other_module_imports_the_generator(path: Path) -> None:
    assert PACKAGES.isdisjoint(imported(path))


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_no_other_module_speaks_of_the_generator(path: Path) -> None:
    text = ALLOWED.sub("", path.read_text(encoding="utf-8"))

    assert WORDS.findall(text) == []


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_no_other_module_writes_a_url_by_hand(path: Path) -> None:
    with path.open("rb") as file:
        strings = [token.string for token in tokenize.tokenize(file.readline)]
    if name(path) not in OF_FILES:
        assert [string for string in strings if URL.search(string) and string[:3] != '"""'] == []
