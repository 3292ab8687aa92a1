"""Guard against publishing a reader's copy, or a site with one woven in."""

from collections.abc import Iterator
from pathlib import Path

from annotated.core.problems import Problem
from annotated.own_copy import copy_store
from annotated.own_copy.copy_store import WOVEN


def check(root: Path, site: Path) -> list[Problem]:
    """Return a problem for the folder of a copy below `root`, and for each woven page of `site`."""
    return [*copies(root), *_woven_pages(root, site)]


def copies(root: Path) -> list[Problem]:
    """Return a problem where the folder of a copy lies below `root`."""
    if not copy_store.stored_files(root):
        return []
    message = (
        "your own copy of the article lies here, and what is published must not hold it. "
        "Remove it: make original CLEAR=1"
    )
    return [Problem(copy_store.FOLDER, 1, message, "original-would-be-published")]


def _woven_pages(root: Path, site: Path) -> Iterator[Problem]:
    for page in sorted(site.rglob("*.html")):
        if WOVEN in page.read_text(encoding="utf-8", errors="replace"):
            message = (
                "this page has your own copy of the article woven in. Build the site anew after: "
                "make original CLEAR=1"
            )
            path = page.relative_to(root) if page.is_relative_to(root) else page
            yield Problem(path.as_posix(), 1, message, "original-would-be-published")
