"""Alignment of a copy with the article: each paragraph is found by its words, not by counting.

1. The hits of its traces are looked up in the words of the copy (see `trace_hits`).
2. A paragraph is present if it keeps half of its traces. It begins and ends where its first and
   its last trace do or, if one is missing, at the end of a line.
3. Lines that interrupt it are left out, so that its length comes nearest to that of the article
   (see `interruptions`).
"""

from dataclasses import dataclass

from annotated.own_copy import interruptions, trace_hits
from annotated.own_copy.copy_text import words
from annotated.own_copy.fingerprint import Fingerprint, hashes
from annotated.own_copy.layout_lines import Lines
from annotated.own_copy.trace_hits import Hits

# The cost of ending a paragraph where no sentence ends, in the unit of `interruptions`.
OPEN_END = 3
# At most so many lines are tried as the first or the last of a paragraph.
MOST_TRIED = 12


@dataclass(frozen=True)
class AlignedParagraph:
    """A paragraph in a copy: the pieces of its text as (start, end) offsets, in order.

    `words` is the number of words in these pieces, `expected` that of the article; `traced` says
    whether every trace of the paragraph is in them.
    """

    number: int
    pieces: tuple[tuple[int, int], ...]
    words: int
    expected: int
    traced: bool

    @property
    def doubtful(self) -> bool:
        """Tell whether lines were left out of it, and perhaps the wrong ones."""
        return len(self.pieces) > 1 and not self.traced

    @property
    def complete(self) -> bool:
        """Tell whether it has as many words as in the article."""
        return self.words == self.expected

    @property
    def acceptable(self) -> bool:
        """Tell whether it differs by a tenth of its words, or three, at most."""
        return abs(self.words - self.expected) <= max(3, self.expected // 10)


def align(text: str, fingerprint: Fingerprint) -> dict[int, AlignedParagraph]:
    """Return the paragraphs that are present in `text`, by number."""
    lines = Lines(text, words(text))
    aligned: dict[int, AlignedParagraph] = {}
    hits = trace_hits.in_order(lines.words, fingerprint)
    present = [number for number in sorted(hits) if hits[number].enough]
    starts = [hits[number].begin for number in present]
    above = 0
    for number, next_start in zip(present, [*starts, len(lines.words)][1:], strict=True):
        kept = _best_runs(lines, hits[number], above, next_start)
        pieces = tuple(lines.piece(*run) for run in kept)
        aligned[number] = _aligned(number, text, pieces, fingerprint)
        above = kept[-1][1]
    return aligned


def _aligned(
    number: int, text: str, pieces: tuple[tuple[int, int], ...], fingerprint: Fingerprint
) -> AlignedParagraph:
    kept = words("\n".join(text[start:end] for start, end in pieces))
    trace = fingerprint.paragraphs[number]
    traced = trace.all <= set(hashes(kept, fingerprint.salt))
    return AlignedParagraph(number, pieces, len(kept), trace.words, traced)


def _best_runs(lines: Lines, hits: Hits, above: int, below: int) -> tuple[interruptions.Run, ...]:
    """Return the runs of words that make up a paragraph.

    It begins with its first trace and ends with its last; if one of these is missing, at the line
    that gives the cheapest selection. `above` and `below` are the words at which its neighbours
    end and begin.
    """
    length = hits.trace.length
    begins = hits.words.get(hits.trace.first) or lines.starts(above, hits.begin)
    lasts = hits.words.get(hits.trace.last)
    ends = [word + length for word in lasts] if lasts else lines.ends(hits.end, below)
    selections = []
    for begin in begins[-MOST_TRIED:]:
        for end in ends[:MOST_TRIED]:
            if begin + length <= end:
                best = interruptions.select(lines, begin, end, hits.trace.words, hits.certain)
                selections.append((best.cost + OPEN_END * (not lines.closes(end)), best.kept))
    return min(selections)[1]
