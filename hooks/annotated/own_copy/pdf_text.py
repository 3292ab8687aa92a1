"""Text of a printed issue, as pdftotext writes it, in reading order and without running heads.

Columns that `pdftotext -layout` leaves side by side are put one below the other.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

PAGE = "\f"
# At most so many lines at the head and at the foot of a page are running heads.
EDGE = 2
# A gutter is a gap before so many lines of a page, and before a third of those with text.
FEWEST = 8
GAP = re.compile(r"(?<! ) {2,}(?=\S)")


def lines(text: str) -> str:
    """Return the lines of all pages in reading order; a page may end within a sentence."""
    pages = [_strip(page.split("\n")) for page in text.split(PAGE)]
    heads = _running_heads(pages)
    bare = [_without(page, heads) for page in pages if page]
    return "\n".join(line for page in _in_one_column(bare) for line in _strip(page))


def _strip(page: list[str]) -> list[str]:
    while page and not page[0].strip():
        page = page[1:]
    while page and not page[-1].strip():
        page = page[:-1]
    return page


def _form(line: str) -> str:
    """Return a line as it recurs on other pages, whatever number it has there."""
    return re.sub(r"\d+", "#", " ".join(line.split()))


def _running_heads(pages: Sequence[Sequence[str]]) -> set[str]:
    """Return the forms of lines that recur at the edges of pages, and of a bare page number."""
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


def _in_one_column(pages: Sequence[Sequence[str]]) -> Iterator[list[str]]:
    """Yield the lines of each page in reading order; a page of one column as it is.

    A page that is too empty to show its gutter has that of the page before.
    """
    above = 0
    for page in pages:
        gutter = _gutter(page) or (above if _fits(page, above) else 0)
        yield list(_columns(page, gutter)) if gutter else list(page)
        above = gutter or above


def _columns(page: Sequence[str], gutter: int) -> Iterator[str]:
    """Yield the left column, then the right one.

    Lines that run across the gutter, such as a title, divide the page: what is above them is read
    before what is below.
    """
    for crossing, group in groupby(page, lambda line: _crosses(line, gutter)):
        block = list(group)
        if crossing:
            yield from block
        else:
            yield from (*_trimmed([line[:gutter].rstrip() for line in block]), "")
            yield from (*_trimmed([line[gutter:].strip() for line in block]), "")


def _gutter(page: Sequence[str]) -> int:
    """Return the offset in its lines at which the right column begins, or 0 for one column."""
    starts = Counter(
        gap.end() for line in page for gap in GAP.finditer(line) if line[: gap.end()].strip()
    )
    full = sum(bool(line.strip()) for line in page)
    offset, count = max(starts.items(), key=lambda item: (item[1], -item[0]), default=(0, 0))
    return offset if count >= max(FEWEST, full // 3) else 0


def _fits(page: Sequence[str], gutter: int) -> bool:
    begun = sum(bool(line[gutter:].strip()) and not _crosses(line, gutter) for line in page)
    return bool(gutter) and begun > sum(_crosses(line, gutter) for line in page)


def _crosses(line: str, gutter: int) -> bool:
    return len(line) > gutter and bool(line[gutter - 2 : gutter].strip())


def _trimmed(column: Sequence[str]) -> Iterator[str]:
    """Yield the lines of a column without the blank ones at its foot."""
    last = max((number for number, line in enumerate(column) if line), default=-1)
    yield from column[: last + 1]
