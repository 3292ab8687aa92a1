"""Text of a printed issue, as pdftotext writes it, in reading order and without running heads.

Columns that `pdftotext -layout` leaves side by side are put one below the other.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from annotated.own_copy.source_text import LeftOut, SourceText, count

PAGE = "\f"
# At most so many lines at the head and at the foot of a page are running heads.
EDGE = 2
# A gutter is a gap before so many lines of a page, and before a third of those with text.
FEWEST = 8
NUMBER = re.compile(r"[0-9]{1,6}")
GAP = re.compile(r"(?<! ) {2,}(?=\S)")


def read(text: str) -> SourceText:
    """Return the lines of all pages in reading order; a page may end within a sentence."""
    pages = [_strip(page.split("\n")) for page in text.split(PAGE)]
    keys: Counter[str] = Counter()
    if len(pages) > 1:
        for number, page in enumerate(pages):
            keys.update(_keys_at_edges(page, number))
    heads: list[str] = []
    bare = [_without(page, number, keys, heads) for number, page in enumerate(pages)]
    lines = (line for page in _in_one_column(bare) for line in _strip(page))
    taken_off = tuple(LeftOut("running head", head.strip()) for head in heads)
    return SourceText("\n".join(lines), count(text), taken_off)


def _strip(page: list[str]) -> list[str]:
    """Return a page without the blank lines at its head and at its foot."""
    full = [number for number, line in enumerate(page) if line.strip()]
    return page[full[0] : full[-1] + 1] if full else []


def _keys(line: str, page: int) -> set[str]:
    """Return by what a line is the running head of other pages: its words, or its words and page.

    The number of the page may be anywhere in it. Any other number tells it from other lines: “12
    Ibid.” and “14 Ibid.” are notes.
    """
    words = " ".join(line.split())
    form = NUMBER.sub("#", words)
    numbers = [(index, int(number[0])) for index, number in enumerate(NUMBER.finditer(words))]
    return {words} | {f"{form} {index} {number - page}" for index, number in numbers}


def _keys_at_edges(page: Sequence[str], number: int) -> set[str]:
    return {key for line in (*page[:EDGE], *page[-EDGE:]) for key in _keys(line, number)}


def _without(page: list[str], number: int, keys: Mapping[str, int], heads: list[str]) -> list[str]:
    """Return a page without the running heads, which are added to `heads`."""

    def is_head(line: str) -> bool:
        recurs = any(keys[key] > 1 for key in _keys(line, number))
        return recurs or bool(keys and NUMBER.fullmatch(line.strip()))

    for _ in range(EDGE):
        page = _strip(page)
        if page and is_head(page[0]):
            heads.append(page[0])
            page = page[1:]
        page = _strip(page)
        if page and is_head(page[-1]):
            heads.append(page[-1])
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
