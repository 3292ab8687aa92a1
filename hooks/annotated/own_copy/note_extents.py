"""Extents of notes in a copy: the blocks from the number of each up to where its text ends.

A note may have several paragraphs, and what follows the last note is often the foot of the page.
Where the number of its words is known, that decides; else the layout does.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from annotated.own_copy.copy_text import words
from annotated.own_copy.layout_paragraphs import breaks_off, ends_a_sentence, goes_on, is_heading
from annotated.own_copy.monotone_choice import Candidate
from annotated.own_copy.source_text import SourceText
from annotated.own_copy.spans import BLANK, Span, blocks

# So many blocks are tried as those of one note.
MOST_BLOCKS = 30


@dataclass(frozen=True)
class NoteExtent:
    """A note in a copy: the spans of its label and of its text, and the number of its words.

    `expected` is that number in the article; it is None where that is not known yet.
    """

    label: Span
    pieces: tuple[Span, ...]
    words: int
    expected: int | None

    @property
    def complete(self) -> bool:
        """Tell whether it surely has all its words."""
        return self.expected is not None and self.words >= self.expected

    @property
    def acceptable(self) -> bool:
        """Tell whether it differs by a tenth of its words, or two, at most."""
        return self.expected is None or abs(self.words - self.expected) <= max(
            2, self.expected // 10
        )


def find(
    source: SourceText, text: str, begins: Mapping[str, Candidate], expected: Mapping[str, int]
) -> dict[str, NoteExtent]:
    """Return the extent of each note, by its label.

    `text` is that of the source in which the paragraphs are blank, `expected` the numbers of words
    by label.
    """
    starts = sorted(begin.start for begin in begins.values())
    extents = {}
    for label, begin in begins.items():
        below = [start for start in starts if start > begin.start]
        found = blocks(text, begin.end, below[0] if below else len(text))[:MOST_BLOCKS]
        kept = (
            _by_words(text, found, expected[label])
            if label in expected
            else _by_layout(source, text, found, is_last=not below)
        )
        pieces = tuple(found[:kept])
        extents[label] = NoteExtent(
            (begin.start, begin.end), pieces, _count(text, pieces), expected.get(label)
        )
    return extents


def _by_words(text: str, found: Sequence[Span], expected: int) -> int:
    """Return how many blocks come nearest to the number of words that is expected."""
    best, least, so_far = 0, expected, 0
    for kept, block in enumerate(found, start=1):
        so_far += _count(text, [block])
        if abs(so_far - expected) < least or kept == 1:
            best, least = kept, abs(so_far - expected)
    return best


def _by_layout(source: SourceText, text: str, found: Sequence[Span], *, is_last: bool) -> int:
    """Return how many blocks go on without a break, or are further paragraphs of the note.

    These are prose between two notes. What is below the last one may be anything: it is told
    apart by whoever reads what was left out.
    """
    kept = min(len(found), 1)
    for above, below in pairwise(found):
        first, second = (text[slice(*block)] for block in (above, below))
        is_one_sentence = not ends_a_sentence(first) and (breaks_off(first) or goes_on(second))
        apart = is_last or BLANK in text[above[1] : below[0]]
        is_prose = not is_heading(second) and ends_a_sentence(second)
        if not is_one_sentence and (apart or not is_prose or source.furniture_name(second)):
            break
        kept += 1
    return kept


def _count(text: str, pieces: Sequence[Span]) -> int:
    return len(words("\n".join(text[start:end] for start, end in pieces)))
