"""Sheets of a page, named before its title in Markdown, told in its head.

In the body a browser asks for them late, and draws the page first without them.
"""

import re

# What names them: hidden, before the title.
NAMED = re.compile(r'<div hidden>((?:<link rel="stylesheet" href="[^"]*">)+)')
TITLE, HEAD_END = "<h1", "</head>"


def to_head(page: str) -> str:
    """Return a whole page with the sheets that stand before its title at the end of its head."""
    start = page.find("<article")
    named = NAMED.search(page, start, page.find(TITLE, start)) if start >= 0 else None
    if not named:
        return page
    head, end, body = page[: named.start(1)].partition(HEAD_END)
    return f"{head}{named[1]}{end}{body}{page[named.end(1) :]}"
