"""Support of a statement: the notes that it rests on, by one rule and the rulings of the editors.

The rule, which `docs/claims/index.md` tells a reader:

1. The notes whose marks stand at its words. A substantive note, which has a letter, is none:
   what it cites supports what it says itself.
2. Failing that, where somebody is said to speak: the nearest marks in the unbroken run of the
   statements of that speaker in the paragraph; of two as near the one that follows, for a mark
   commonly stands at the end of what it covers.
3. Failing that, none.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from annotated.content.rulings import NONE, Ruling
from annotated.content.statements import Statement
from annotated.model.anchors import anchor_label

# In words, on what a statement rests for which nothing is cited.
NO_NOTE = "no note"

SPOKEN = ("official", "group", "other")
NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


@dataclass(frozen=True)
class Support:
    """The `notes` that a statement rests on, and `where` their marks stand.

    `place` says in words where, if not here: “two statements back”, “in ¶46”. `because` is the
    reason of a ruling, `doubt` why the notes may not bear the statement.
    """

    notes: tuple[str, ...] = ()
    where: Literal["here", "near", "none"] = "none"
    place: str = ""
    because: str = ""
    doubt: str = ""

    @property
    def words(self) -> str:
        """Return “note 72, two statements back”, “notes 35 and 36”, or “no note”."""
        if not self.notes:
            return NO_NOTE
        listed = " and ".join(filter(None, (", ".join(self.notes[:-1]), self.notes[-1])))
        return f"note{'s'[: len(self.notes) - 1]} {listed}" + (self.place and f", {self.place}")


def supports(
    statements: Sequence[Statement], rulings: Iterable[Ruling] = ()
) -> Mapping[str, Support]:
    """Return the support of each statement by its id; `statements` are those of all chapters."""
    ruled = {id_: ruling for ruling in rulings for id_ in ruling.statements}
    by_paragraph: dict[str, list[Statement]] = {}
    for statement in statements:
        by_paragraph.setdefault(statement.anchor, []).append(statement)
    found = {}
    for here in by_paragraph.values():
        for index, statement in enumerate(here):
            notes = _by_rule(here, index)
            ruling = ruled.get(statement.id)
            if ruling and ruling.notes:
                notes = tuple(note for note in ruling.notes if note != NONE)
            found[statement.id] = _support(statements, here, index, notes, ruling)
    return found


def own_notes(statement: Statement) -> tuple[str, ...]:
    """Return the notes at the words of a statement, but for substantive ones that it marks."""
    return tuple(note for note in statement.notes if note.isdigit() or note == statement.paragraph)


def _by_rule(here: Sequence[Statement], index: int) -> tuple[str, ...]:
    statement = here[index]
    if own_notes(statement) or statement.speaker not in SPOKEN:
        return own_notes(statement)
    for distance in range(1, len(here)):
        for step in (distance, -distance):
            other = index + step
            if 0 <= other < len(here) and own_notes(here[other]):
                run = here[min(index, other) : max(index, other) + 1]
                if all(each.speaker == statement.speaker for each in run):
                    return own_notes(here[other])
    return ()


def _support(
    statements: Sequence[Statement],
    here: Sequence[Statement],
    index: int,
    notes: tuple[str, ...],
    ruling: Ruling | None,
) -> Support:
    because, doubt = (ruling.because, ruling.doubt) if ruling else ("", "")
    if not notes:
        return Support(because=because, doubt=doubt)
    if set(notes) <= set(here[index].notes):
        return Support(notes, "here", because=because, doubt=doubt)
    return Support(notes, "near", _place(statements, here, index, notes), because, doubt)


def _place(
    statements: Sequence[Statement], here: Sequence[Statement], index: int, notes: Sequence[str]
) -> str:
    """Return in words where the marks of notes stand that are not at a statement."""
    steps = [number - index for number, each in enumerate(here) if {*own_notes(each)} & {*notes}]
    if steps:
        step = min(steps, key=lambda step: (abs(step), -step))
        size = abs(step)
        number = NUMBERS[size - 1] if size <= len(NUMBERS) else str(size)
        return f"{number} statement{'s' * (size > 1)} {'on' if step > 0 else 'back'}"
    there = next((each for each in statements if {*own_notes(each)} & {*notes}), None)
    return f"in {anchor_label(there.anchor)}" if there else ""
