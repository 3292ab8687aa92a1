"""Fingerprint of the article, by which its paragraphs are recognised: lengths and traces of words.

A trace is the salted hash of five words in a row, cut to 24 bits. A paragraph keeps its first
trace, its last, and some in between, sorted by value and with at least as many words between two
as there are in one; of a paragraph of fewer words, all are in one trace. So a copy can be told
from another text, and no text can be recovered: five words must be guessed at once, and then
every trace matches a thousand wrong guesses as well.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b

from annotated.content.yaml_reader import compose, plain
from annotated.core.problems import Problem
from annotated.own_copy.copy_text import Word

FILE = "bibliography/fingerprint.yml"
# Words in a trace, and bytes of its hash.
RUN = 5
BYTES = 3
# From one trace to the next: five words that are hashed and seven that are not.
STEP = 12
HEAD = """\
# How a reader's own copy of the article is known: for each paragraph its number of words, the
# salted hashes of its first and last five words, and of some runs of five between. No text.
# Written by: make fingerprint ARTICLE=path
"""


@dataclass(frozen=True)
class Trace:
    """Traces of a paragraph: the number of its words, and hashes in hexadecimal."""

    words: int
    first: str
    last: str
    within: tuple[str, ...]

    @property
    def length(self) -> int:
        """Return of how many words each of its hashes is."""
        return min(self.words, RUN)

    @property
    def all(self) -> frozenset[str]:
        """Return all its hashes."""
        return frozenset({self.first, self.last, *self.within})


@dataclass(frozen=True)
class Fingerprint:
    """The traces of an article by the number of the paragraph, and the salt of their hashes."""

    salt: str
    paragraphs: Mapping[int, Trace]


def hashes(words: Sequence[Word], salt: str, length: int = RUN) -> list[str]:
    """Return the hash of every run of `length` words, in order; of fewer words, one hash."""
    letters = [word.letters for word in words]
    runs = range(max(len(letters) - length + 1, 1))
    return [
        blake2b(
            " ".join(letters[first : first + length]).encode(), digest_size=BYTES, key=salt.encode()
        ).hexdigest()
        for first in runs
    ]


def trace(words: Sequence[Word], salt: str) -> Trace:
    """Return the trace of a paragraph."""
    found = hashes(words, salt)
    chosen = found[STEP : max(len(found) - RUN, 0) : STEP]
    # A run that recurs is a phrase that could be guessed, and does not identify a place.
    within = sorted(value for value in chosen if found.count(value) == 1)
    return Trace(len(words), found[0], found[-1], tuple(within))


def as_yaml(fingerprint: Fingerprint) -> str:
    """Return the YAML of the file, one paragraph to a line."""
    lines = [f"salt: {fingerprint.salt}", "paragraphs:"]
    for number, known in sorted(fingerprint.paragraphs.items()):
        within = ", ".join(f'"{value}"' for value in known.within)
        lines.append(
            f'  - {{paragraph: {number}, words: {known.words}, first: "{known.first}", '
            f'last: "{known.last}", within: [{within}]}}'
        )
    return HEAD + "\n".join(lines) + "\n"


def read(text: str) -> tuple[Fingerprint, list[Problem]]:
    """Return what the YAML of the file says, or a problem where it is missing or malformed."""
    try:
        fields = plain(compose(text))
        found = Fingerprint(fields["salt"], dict(map(_paragraph, fields["paragraphs"])))  # type: ignore[index]
    except (TypeError, KeyError, ValueError):
        message = "cannot be read. Make it anew: make fingerprint ARTICLE=path"
        return Fingerprint("", {}), [Problem(FILE, 1, message, "fingerprint-malformed")]
    return found, []


def _paragraph(item: Mapping[str, str]) -> tuple[int, Trace]:
    within = tuple(item["within"])
    return int(item["paragraph"]), Trace(int(item["words"]), item["first"], item["last"], within)
