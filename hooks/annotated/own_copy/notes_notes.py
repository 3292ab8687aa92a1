"""The words of the notes, wherever a copy has them: at its end, or at the feet of pages.

What may begin note 12, at the head of a line: a number of a list, “[12]”, “12.”, “12)”, or the
bare number before a word. Of these the series that comes in order is chosen, the numbers and the
letters each for themselves.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from annotated.own_copy.copy_text_signs import NUMBERED, NUMBERED_END, RAISED, RAISED_END
from annotated.own_copy.monotone_choice import Candidate, Series, choose
from annotated.own_copy.notes import without_raised

LABEL = r"\d{1,3}|[a-z]"
# Each way to begin a note, and how little it looks like one.
WAYS = (
    (re.compile(rf"{NUMBERED}({LABEL}){NUMBERED_END}"), 0),
    (re.compile(rf"\[({LABEL})\]"), 0),
    (re.compile(rf"{RAISED}({LABEL}){RAISED_END}"), 0),
    (re.compile(rf"({LABEL})[.):](?=\s)"), 1),
    (re.compile(r"(\d{1,3})\s?(?=[^\W\d]|[“‘\"'])|([a-z])\s+(?=[A-Z“‘\"'])"), 2),
)
SENTENCE_END = re.compile(r"[.!?][”’\"')\]]*\s*$")
LINE = re.compile(r"^.*\S.*$", re.MULTILINE)


def find(text: str, labels: Iterable[str]) -> tuple[dict[str, str], Series]:
    """Return the words of the notes by number, and how sure their beginnings are.

    `text` is what is left of the copy once its paragraphs are taken out.
    """
    known = list(labels)
    candidates = list(_candidates(text))
    parts = [
        choose([label for label in known if label.isdigit() == numbers], candidates)
        for numbers in (True, False)
    ]
    series = Series(
        parts[0].found | parts[1].found,
        parts[0].missing + parts[1].missing,
        parts[0].ambiguous + parts[1].ambiguous,
    )
    begins = sorted(one.start for one in series.found.values())
    return {label: _words(text, one, begins) for label, one in series.found.items()}, series


def _candidates(text: str) -> Iterator[Candidate]:
    for line in LINE.finditer(text):
        for way, cost in WAYS:
            match = way.match(line[0].lstrip())
            if match:
                start = line.start() + len(line[0]) - len(line[0].lstrip())
                label = next(group for group in match.groups() if group)
                apart = text[: line.start()].rstrip(" ").endswith(("\n\n", "”\n", ".\n"))
                more = 0 if apart or not line.start() else 1
                yield Candidate(start, start + match.end(), label, cost + more)
                break


def _words(text: str, begin: Candidate, begins: Sequence[int]) -> str:
    """Return the words of a note as lines: up to the next note, or to what is set apart.

    What is set apart from words that do not end a sentence is still the note: a column ends.
    """
    stop = next((other for other in begins if other > begin.start), len(text))
    first, *others = re.split(r"\n\n+", without_raised(text[begin.end : stop]).strip("\n"))
    for other in others:
        if SENTENCE_END.search(first):
            break
        first += f"\n{other}"
    return first.strip()
