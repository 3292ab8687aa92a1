"""Overlay on each page of `make serve` that lists what is wrong; a built site has none.

A page shows the problems of the whole guide. Where a build fails, the last site that could be
built stays, and each page says why the next could not.
"""

import re
from collections.abc import Sequence
from html import escape

from annotated.core.problems import Problem
from annotated.site.urls import FolderUrls

STYLE = "assets/problems.css"
CATALOGUE = "about/problems.md"
# A page that holds nothing but its overlay.
EMPTY = "<!doctype html><title>Not made</title><body></body>"
OVERLAY = re.compile(r'<aside class="problems">.*?</aside>', re.DOTALL)


def add_problems(page: str, problems: Sequence[Problem], urls: FolderUrls) -> str:
    """Return a whole page with the list of `problems` at its end, if any."""
    if not problems:
        return page
    items = "".join(f"<li>{_item(problem, urls)}</li>" for problem in problems)
    errors = sum(not problem.for_editor for problem in problems)
    head = f"{errors} to mend, {len(problems) - errors} for an editor to decide"
    return _add(page, head, f"<ul>{items}</ul>", urls.url(STYLE))


def add_failure(page: str, failure: str, style: str) -> str:
    """Return a whole page that says at its end why the build after it failed.

    `style` is the URL of STYLE from the page.
    """
    head = "The site could not be built anew. This is the last that could."
    return _add(page, head, f"<pre>{escape(failure)}</pre>", style)


def _item(problem: Problem, urls: FolderUrls) -> str:
    code = f'<a href="{urls.page(CATALOGUE)}#{problem.code}">{problem.code}</a>'
    where = f"<code>{escape(problem.path)}:{problem.line}</code>"
    return f"{where} {escape(problem.message)} [{code}]"


def _add(page: str, head: str, body: str, style: str) -> str:
    """Return the page with an overlay, in place of any that it has."""
    before, end, after = OVERLAY.sub("", page).rpartition("</body>")
    link = f'<link rel="stylesheet" href="{style}">'
    details = f"<details open><summary>{escape(head)}</summary>{body}</details>"
    return f'{before}<aside class="problems">{link}{details}</aside>{end}{after}'
