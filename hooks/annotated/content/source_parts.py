"""Division of the sources into pages, where they are more than one page should hold.

Each source stands on a page of its kind, in the order of authors; a second series of pages tells
the same sources in order of time. The page of sources leads to all of them.
"""

from collections.abc import Collection, Iterator, Sequence
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

from annotated.content.sources import Source
from annotated.core.normalize import fold
from annotated.model.edtf import parse

# The page of all sources, or that which leads to its parts, below `docs/`.
WHOLE = "sources/index.md"
ON_A_PAGE = 400
# Letters of a title in the place of an author.
LONGEST = 40


class Part(NamedTuple):
    """A page of some sources, by its path below `docs/`: in `words`, from which to which.

    `kind` is that of all of them, or "" on a page in order of time.
    """

    path: str
    words: str
    kind: str
    sources: Sequence[Source]


def order(source: Source) -> tuple[str, str]:
    """Return by what sources of a kind are sorted: the author, then the title."""
    return (fold(source.sorted_by or source.title), fold(source.title))


def divided(sources: Collection[Source]) -> tuple[Part, ...]:
    """Return the pages of the sources, none where the page of sources holds them all."""
    if len(sources) <= ON_A_PAGE:
        return ()
    return (*_by_kind(sources), *_in_time(sources))


def _by_kind(sources: Collection[Source]) -> Iterator[Part]:
    kind = attrgetter("kind")
    for of_kind, group in groupby(sorted(sources, key=kind), key=kind):
        for number, chosen in enumerate(_slices(sorted(group, key=order)), start=1):
            words = _range(*((one.sorted_by or one.title)[:LONGEST] for one in _ends(chosen)))
            yield Part(f"sources/{of_kind}-{number}.md", words, of_kind, chosen)


def _in_time(sources: Collection[Source]) -> Iterator[Part]:
    ordered = sorted(sources, key=attrgetter("year_and_month"))
    for number, chosen in enumerate(_slices(ordered), start=1):
        words = _range(*(parse(one.year_and_month).words for one in _ends(chosen)))
        yield Part(f"sources/time-{number}.md", words, "", chosen)


def _slices(sources: Sequence[Source]) -> Iterator[Sequence[Source]]:
    for start in range(0, len(sources), ON_A_PAGE):
        yield sources[start : start + ON_A_PAGE]


def _ends(sources: Sequence[Source]) -> tuple[Source, Source]:
    return sources[0], sources[-1]


def _range(first: str, last: str) -> str:
    return first if first == last else f"{first} to {last}"
