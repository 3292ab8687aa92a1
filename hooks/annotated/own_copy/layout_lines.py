"""Lines of a copy and the words in them: where each begins, and what separates them."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from annotated.own_copy.copy_text import Word

# A line with a character but no word, which is not the bare number of a page.
WORDLESS = re.compile(r"\n+(?![ \d]*\n)[^\n]*\S[^\n]*(?=\n|\Z)")
SENTENCE_END = re.compile(r"[.!?:…]")
OPENING = "“‘\"'([¿¡—"


@dataclass(frozen=True)
class Lines:
    """A text and its words; words are counted from 0, and runs of them exclude their end."""

    text: str
    words: Sequence[Word]

    @cached_property
    def _breaks(self) -> list[int]:
        """The offsets at which lines begin."""
        line_ends = (offset for offset, char in enumerate(self.text) if char == "\n")
        return [0, *(offset + 1 for offset in line_ends)]

    @cached_property
    def line_of(self) -> list[int]:
        """Return the line, counted from 0, on which each word begins."""
        return [bisect_right(self._breaks, word.start) - 1 for word in self.words]

    @cached_property
    def _firsts(self) -> list[int]:
        """The words that begin a line, and the number of all words."""
        lines = self.line_of
        firsts = [word for word, line in enumerate(lines) if not word or lines[word - 1] != line]
        return [*firsts, len(lines)]

    def starts(self, low: int, high: int) -> list[int]:
        """Return the words from `low` to `high` that begin a line; if none does, `low`."""
        firsts = self._firsts
        return firsts[bisect_left(firsts, low) : bisect_right(firsts, high)] or [low]

    def ends(self, low: int, high: int) -> list[int]:
        """Return the words from `low` to `high` that follow a line end; if none does, `high`."""
        firsts = self._firsts
        return firsts[bisect_left(firsts, low) : bisect_right(firsts, high)] or [high]

    def runs(self, begin: int, end: int) -> list[tuple[int, int]]:
        """Return the words from `begin` to `end` line by line, each line as a run of words."""
        firsts = self._firsts
        inner = firsts[bisect_right(firsts, begin) : bisect_left(firsts, end)]
        return list(pairwise([begin, *inner, end]))

    def gap_before(self, word: int) -> bool:
        """Tell whether a blank line, or nothing, precedes the line of a word."""
        if word >= len(self.words):
            return True
        begins = self._breaks[self.line_of[word]]
        return (
            not self.text[:begins].rstrip(" ") or self.text[max(begins - 2, 0) : begins] == "\n\n"
        )

    def closes(self, end: int) -> bool:
        """Tell whether a sentence ends behind the word before `end`, on the same line."""
        last = self.words[end - 1].end
        return bool(SENTENCE_END.search(self.text[last : self._line_end(last)]))

    def piece(self, begin: int, end: int) -> tuple[int, int]:
        """Return the offsets of the words from `begin` to `end`, with the characters around them.

        A whole line belongs to them, except for the words of a neighbour on the same line.
        """
        line = self._breaks[self.line_of[begin]]
        start = line if not begin or self.words[begin - 1].start < line else self._opened(begin)
        return start, self._closed(end)

    def _opened(self, word: int) -> int:
        """Return the offset of a word, or of the brackets and quotation marks that open before."""
        start = self.words[word].start
        while start and self.text[start - 1] in OPENING:
            start -= 1
        return start

    def _closed(self, end: int) -> int:
        """Return the offset at which the text of the words before `end` closes.

        Lines without a word that follow at once are its last: “9, 2017.41” may be one. So are
        those below a blank line, where a column ends, unless the sentence has ended.
        """
        below = self.words[end].start if end < len(self.words) else len(self.text)
        last = self.words[end - 1].end
        stop = self._line_end(last)
        while (match := WORDLESS.match(self.text, stop)) and match.end() <= below:
            if "\n\n" in match[0] and SENTENCE_END.search(self.text[last:stop]):
                break
            stop = match.end()
        return stop if stop <= below else self._opened(end)

    def _line_end(self, offset: int) -> int:
        stop = self.text.find("\n", offset)
        return len(self.text) if stop < 0 else stop
