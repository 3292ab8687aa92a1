"""Two columns side by side, as `pdftotext -layout` leaves them, put one below the other."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

FEWEST = 8
GUTTER = re.compile(r"(?<! ) {2,}(?=\S)")


def unfolded(pages: Sequence[Sequence[str]]) -> Iterator[list[str]]:
    """Yield the lines of each page in the order of reading; a page of one column as it is.

    Lines that run across the gutter, such as a title, part the page: what stands above is read
    before what stands below. A page that is too empty to show its gutter has that of the page
    before.
    """
    above = 0
    for page in pages:
        gutter = _gutter(page) or (above if _fits(page, above) else 0)
        yield list(_in_order(page, gutter)) if gutter else list(page)
        above = gutter or above


def _in_order(page: Sequence[str], gutter: int) -> Iterator[str]:
    for crossing, group in groupby(page, lambda line: _crosses(line, gutter)):
        part = list(group)
        if crossing:
            yield from part
        else:
            yield from (*_trimmed([line[:gutter].rstrip() for line in part]), "")
            yield from (*_trimmed([line[gutter:].strip() for line in part]), "")


def _gutter(lines: Sequence[str]) -> int:
    """Return where the right column begins, or 0 where there is one column."""
    starts = Counter(
        m.end() for line in lines for m in GUTTER.finditer(line) if line[: m.end()].strip()
    )
    full = sum(bool(line.strip()) for line in lines)
    at, count = max(starts.items(), key=lambda item: (item[1], -item[0]), default=(0, 0))
    return at if count >= max(FEWEST, full // 3) else 0


def _fits(lines: Sequence[str], gutter: int) -> bool:
    begun = sum(bool(line[gutter:].strip()) and not _crosses(line, gutter) for line in lines)
    return bool(gutter) and begun > sum(_crosses(line, gutter) for line in lines)


def _crosses(line: str, gutter: int) -> bool:
    return len(line) > gutter and bool(line[gutter - 2 : gutter].strip())


def _trimmed(lines: Sequence[str]) -> Iterator[str]:
    """Yield the lines of a column without the blank ones at its foot."""
    last = max((number for number, line in enumerate(lines) if line), default=-1)
    yield from lines[: last + 1]
