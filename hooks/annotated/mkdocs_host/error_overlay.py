"""The notice of what is wrong on each page of `make serve`, never in a built site.

A page shows the problems of the whole project. Where a build breaks off, the last site that could
be built stays, and says on each page what broke off the next.
"""

import re
from collections.abc import Sequence
from html import escape
from posixpath import dirname, relpath

from annotated.core.problems import Problem

STYLE = "assets/problems.css"
CATALOGUE = "about/problems.html"
# A page that holds nothing but its notice.
EMPTY = "<!doctype html><title>Not made</title><body></body>"
NOTICE = re.compile(r'<aside class="problems">.*?</aside>', re.DOTALL)


def notice(problems: Sequence[Problem], url: str) -> str:
    """Return the element that lists `problems` on the page `url`, errors first, or nothing."""
    if not problems:
        return ""
    ordered = sorted(problems, key=lambda one: (one.for_editor, one))
    items = "".join(f"<li>{_item(one, url)}</li>" for one in ordered)
    errors = sum(not one.for_editor for one in problems)
    head = f"{errors} to mend, {len(problems) - errors} for an editor to decide"
    return _aside(head, f"<ul>{items}</ul>", url)


def _item(problem: Problem, url: str) -> str:
    code = f'<a href="{_to(CATALOGUE, url)}#{problem.code}">{problem.code}</a>'
    where = f"<code>{escape(problem.path)}:{problem.line}</code>"
    return f"{where} {escape(problem.message)} [{code}]"


def _aside(head: str, body: str, url: str) -> str:
    style = f'<link rel="stylesheet" href="{_to(STYLE, url)}">'
    summary = f"<summary>{escape(head)}</summary>"
    return f'<aside class="problems">{style}<details open>{summary}{body}</details></aside>'


def _to(address: str, url: str) -> str:
    return relpath(address, dirname(url) or ".")


def insert(html: str, element: str) -> str:
    """Return a whole page with `element` at its end, in place of any notice that stood there."""
    head, body, tail = NOTICE.sub("", html).rpartition("</body>")
    return f"{head}{element}{body}{tail}"


def noticed(html: str, problems: Sequence[Problem], url: str) -> str:
    """Return the whole page `url` with the list of `problems` at its end, if there are any."""
    found = notice(problems, url)
    return insert(html, found) if found else html


def broken_off(what: str, url: str) -> str:
    """Return the element that says on the page `url` what broke off the build after it."""
    head = "The site could not be built anew. This is the last that could."
    return _aside(head, f"<pre>{escape(what)}</pre>", url)
