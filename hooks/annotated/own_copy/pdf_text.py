"""The text of a printed issue, as pdftotext writes it: pages without their running heads."""

import re
from collections import Counter
from collections.abc import Sequence

from annotated.own_copy.pdf_text_columns import unfolded

PAGE = "\f"
# How many lines at the head and at the foot of a page may be running heads.
EDGE = 2


def lines(text: str) -> str:
    """Return the lines of all pages in the order of reading; a page may end amid a sentence."""
    pages = [_strip(page.split("\n")) for page in text.split(PAGE)]
    heads = _running_heads(pages)
    bare = [_without(page, heads) for page in pages if page]
    return "\n".join(line for page in unfolded(bare) for line in _strip(page))


def _strip(page: list[str]) -> list[str]:
    while page and not page[0].strip():
        page = page[1:]
    while page and not page[-1].strip():
        page = page[:-1]
    return page


def _form(line: str) -> str:
    """Return a line as it recurs on other pages, whatever number it bears there."""
    return re.sub(r"\d+", "#", " ".join(line.split()))


def _running_heads(pages: Sequence[Sequence[str]]) -> set[str]:
    """Return what recurs at the edges of pages, and the bare number of a page."""
    found: Counter[str] = Counter()
    for page in pages:
        found.update({_form(line) for line in (*page[:EDGE], *page[-EDGE:])})
    heads = {form for form, count in found.items() if count > 1 and form}
    return heads | {"#"} if len(pages) > 1 else set()


def _without(page: list[str], heads: set[str]) -> list[str]:
    for _ in range(EDGE):
        page = _strip(page)
        if page and _form(page[0]) in heads:
            page = page[1:]
        page = _strip(page)
        if page and _form(page[-1]) in heads:
            page = page[:-1]
    return _strip(page)
