"""Source text of a copy: its lines in reading order, and an account of what else its file has.

Every character of a file that is no space is in the lines, or in what was taken off under a name.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from annotated.own_copy.copy_text import without_private_use


class LeftOut(NamedTuple):
    """A text that is no part of the article, and the name of what it is instead."""

    name: str
    text: str


@dataclass(frozen=True)
class SourceText:
    """The lines of a copy (`text`), and what was taken off.

    `characters` counts those of the file. `furniture` names lines that are the page's and not
    the article's, such as those of its navigation, where they are in no paragraph and no note.
    """

    text: str
    characters: Counter[str]
    taken_off: tuple[LeftOut, ...] = ()
    furniture: Mapping[str, str] = field(default_factory=dict)


def count(*texts: str) -> Counter[str]:
    """Return how often each character occurs, without spaces and private characters."""
    found: Counter[str] = Counter()
    for text in texts:
        found.update("".join(without_private_use(text).split()))
    return found


def total(texts: Iterable[str]) -> int:
    """Return how many characters there are, without spaces and private characters."""
    return sum(count(*texts).values())
