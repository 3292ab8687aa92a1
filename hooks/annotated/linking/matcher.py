"""Matcher: finds the names of entities in plain text, the longest first, as whole words."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cache, cached_property
from typing import TypeAlias

from annotated.core.build_cache import BuildCache
from annotated.core.input_keys import Inputs, digest
from annotated.core.normalize import APOSTROPHES, HYPHENS
from annotated.model.entities import Entity

# The half rings of Arabic in Latin letters count as letters in Unicode: here they are apostrophes.
LETTER = f"[^\\W_{APOSTROPHES}]"
# Combining marks (general category Mn) of Latin, Hebrew and Arabic: part of the letter before.
MARK = (
    "[\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc"
    "\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u08ca-\u08e1\u08e3-\u08ff\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff"
    "\ufe20-\ufe2f]"
)
WORD = re.compile(f"{LETTER}+")
# What a name may neither follow nor precede. It is one for all names: compiled into the pattern of
# each, it would take longer than all the rest.
EDGE = re.compile(f"{LETTER}|{MARK}")
# A space of any width, also where it is written as a character reference in HTML.
SPACES = r"(?:\s|&#160;|&nbsp;)+"

# Id and spelling of what a text names.
Names: TypeAlias = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Spelling:
    """A form of the name of an entity; its `id` is empty where the form must not be linked."""

    text: str
    id: str = ""
    any_case: bool = False

    @cached_property
    def cache_key(self) -> str:
        """Return what differs from one spelling to another; many texts ask for it."""
        return digest(self.text, self.id, self.any_case)


@dataclass(frozen=True)
class Match:
    """A spelling found in a text: `text[start:end]` are the characters as they are there."""

    start: int
    end: int
    spelling: Spelling


def spellings(entities: Iterable[Entity], unlinked: Iterable[str]) -> list[Spelling]:
    """Return the spellings of all entities, and the phrases that must not be linked."""
    of_entities = [
        Spelling(form.text, entity.id, entity.any_case)
        for entity in entities
        for form in entity.spellings
    ]
    return of_entities + [Spelling(phrase) for phrase in unlinked]


class Matcher:
    """An index of spellings by their first word, so that a text is read word by word.

    Rules:
    - the longest spelling that begins at a word wins, and what it covers is not read again;
    - no letter and no digit is before or after it (a possessive or a hyphen may follow);
    - any apostrophe of APOSTROPHES matches any other, any hyphen of HYPHENS any other, any white
      space any other;
    - capitals count, but a spelling that begins with a small letter also begins a sentence.
    """

    def __init__(self, known: Iterable[Spelling]) -> None:
        by_first_word: dict[str, list[Spelling]] = defaultdict(list)
        for spelling in sorted(known, key=lambda spelling: -len(spelling.text)):
            first = WORD.search(spelling.text)
            if first:
                by_first_word[first[0].casefold()].append(spelling)
        self._candidates = {
            word: [_candidate(spelling) for spelling in group]
            for word, group in by_first_word.items()
        }
        # The names in each text that was read, by the text.
        self._names: dict[str, Names] = {}

    @property
    def spellings(self) -> tuple[Spelling, ...]:
        """Return all spellings, those with the same first word together, the longest first."""
        groups = (self._candidates[word] for word in sorted(self._candidates))
        return tuple(candidate.spelling for group in groups for candidate in group)

    def restricted_to(self, words: AbstractSet[str]) -> "Matcher":
        """Return a matcher of no more than can be found in a text of these folded `words`."""
        matcher = Matcher(())
        for word in words & self._candidates.keys():
            found = [candidate for candidate in self._candidates[word] if candidate.words <= words]
            if found:
                matcher._candidates[word] = found
        return matcher

    def learn(self, groups: Iterable[Sequence[str]], build_cache: BuildCache) -> None:
        """Read texts whose names many ask for; `build_cache` holds those of groups read before."""
        spellings = Inputs(self.spellings)
        for texts in groups:
            found = build_cache.run_on(self, _names_in, texts, spellings)
            self._names.update(zip(texts, found, strict=True))

    def names_in(self, text: str) -> Names:
        """Return the id and spelling of what is found in `text`, each once; a text is read once.

        The id of what must not be linked is "".
        """
        if text not in self._names:
            found = ((match.spelling.id, match.spelling.text) for match in self.find(text))
            self._names[text] = tuple(dict.fromkeys(found))
        return self._names[text]

    def ids_in(self, text: str) -> list[str]:
        """Return the ids of the entities that are found in `text`, each once."""
        return [*dict.fromkeys(id_ for id_, _ in self.names_in(text) if id_)]

    def find(self, text: str) -> Iterator[Match]:
        """Yield what is found in `text` (plain text, no markup), from left to right."""
        covered = 0
        for word in WORD.finditer(text):
            candidates = self._candidates.get(word[0].casefold())
            if not candidates or word.start() < covered:
                continue
            for candidate in candidates:
                begin = word.start() - candidate.lead
                match = candidate.pattern.match(text, begin) if begin >= covered else None
                if match and _stands_apart(match):
                    covered = match.end()
                    yield Match(begin, covered, candidate.spelling)
                    break


def _stands_apart(match: re.Match[str]) -> bool:
    text, start, end = match.string, match.start(), match.end()
    return not (EDGE.match(text, end) or (start and EDGE.match(text, start - 1)))


def _names_in(matcher: Matcher, texts: Sequence[str], _spellings: Inputs) -> list[Names]:
    return [matcher.names_in(text) for text in texts]


def words(text: str) -> frozenset[str]:
    """Return the words of a text, folded, each once."""
    return frozenset(word.casefold() for word in {*WORD.findall(text)})


@dataclass(frozen=True)
class _Candidate:
    """A spelling of some folded words, with its pattern, compiled when a text is tried.

    `lead` characters, such as an apostrophe, come before its first letter.
    """

    spelling: Spelling
    words: frozenset[str]
    lead: int

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Return the pattern."""
        return _pattern(self.spelling)


def _candidate(spelling: Spelling) -> _Candidate:
    first = WORD.search(spelling.text)
    return _Candidate(spelling, words(spelling.text), first.start() if first else 0)


@cache
def _pattern(spelling: Spelling) -> re.Pattern[str]:
    # Two spaces in a row would be tried in as many ways as there are spaces.
    parts = [_character_pattern(char) for char in " ".join(spelling.text.split())]
    if not spelling.any_case and spelling.text[0].islower():
        parts[0] = f"[{spelling.text[0]}{spelling.text[0].upper()}]"
    flags = re.IGNORECASE if spelling.any_case else re.NOFLAG
    return re.compile("".join(parts), flags)


def _character_pattern(char: str) -> str:
    if char in APOSTROPHES:
        return f"[{APOSTROPHES}]"
    if char in HYPHENS:
        return f"[{HYPHENS}]"
    return SPACES if char.isspace() else re.escape(char)
