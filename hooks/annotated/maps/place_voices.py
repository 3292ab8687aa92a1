"""Voices at a place: a mark for each statement that names it, with the letter of who says it."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from html import escape

from annotated.model.vocabulary import SPEAKER_LETTERS

# The heading on the page of a place below which stand its statements.
WHO_SAYS_SO = "who-says-so"


def nobody(_: str) -> Sequence[str]:
    """Return no speaker of any place."""
    return ()


@dataclass(frozen=True)
class PlaceVoices:
    """Draws the marks; `speakers_at` returns the speakers of the statements that name a place."""

    speakers_at: Callable[[str], Sequence[str]]
    labels: Mapping[str, str]

    def marks(self, id_: str, href: str) -> str:
        """Return the marks, grouped by speaker, as one link to the statements; of none nothing."""
        counts = self._counts(id_)
        if not counts:
            return ""
        total = counts.total()
        words = ", ".join(f"{count} {self.labels[speaker]}" for speaker, count in counts.items())
        name = f"{total} statement{'' if total == 1 else 's'}: {words}"
        marks = "".join(
            f'<span class="said-mark {speaker}">{SPEAKER_LETTERS[speaker]}</span>' * count
            for speaker, count in counts.items()
        )
        return (
            f'<a class="voices" href="{escape(href)}#{WHO_SAYS_SO}">'
            f'<span class="visually-hidden">{escape(name)}</span>'
            f'<span aria-hidden="true">{marks}</span></a>'
        )

    def key(self, ids: Iterable[str]) -> str:
        """Return in words which letters the marks of these places have."""
        present = {speaker for id_ in ids for speaker in self._counts(id_)}
        items = "".join(
            f'<li><span class="said-mark {speaker}">{letter}</span>'
            f"{escape(self.labels[speaker])}</li>"
            for speaker, letter in SPEAKER_LETTERS.items()
            if speaker in present
        )
        return f'<ul class="voices-key">{items}</ul>' if items else ""

    def _counts(self, id_: str) -> Counter[str]:
        """Return how many statements each speaker has, in the order of all speakers."""
        said = Counter(self.speakers_at(id_))
        return Counter({speaker: said[speaker] for speaker in SPEAKER_LETTERS if said[speaker]})
