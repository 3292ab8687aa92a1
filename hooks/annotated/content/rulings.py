"""Rulings of the editors on single statements, where the rules of the evidence would be wrong."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from annotated.content.dataclass_reader import build
from annotated.content.yaml_reader import YamlFile
from annotated.core.problems import Problem

PATH = "docs/claims/support.yml"
FORM = "Begin each ruling with '- statements: …'."
# What stands for an empty list of notes.
NONE = "none"


@dataclass(frozen=True)
class Ruling:
    """A ruling on `statements`, given by their ids, and the reason for it.

    `notes` are those that the statements rest on, or NONE; `doubt` says why these may not bear
    them; `alone` says whose word alone they are, or `nobody`. What is empty stays as the rules
    have it.
    """

    statements: tuple[str, ...]
    because: str = ""
    notes: tuple[str, ...] = ()
    doubt: str = ""
    alone: Literal["group", "official", "interview", "nobody", ""] = ""
    line: int = 1


def read(path: str, text: str) -> tuple[tuple[Ruling, ...], list[Problem]]:
    """Read the YAML list of rulings; of no file there are none."""
    file = YamlFile(path, text, "rulings-malformed")
    records, problems = file.records(f"is not a list. {FORM}", f"is no ruling. {FORM}")
    rulings = []
    for record in records:
        ruling, found = build(Ruling, path, record, {"line": record.line})
        problems += found
        if ruling and not (ruling.because or ruling.doubt):
            message = f"the ruling on '{ruling.statements[0]}' has no reason. Add 'because: …'."
            problems.append(file.problem(record.line, message))
        if ruling:
            rulings.append(ruling)
    return tuple(rulings), problems


def unknown(
    path: str, rulings: Collection[Ruling], statements: Collection[str], notes: Mapping[str, object]
) -> Iterator[Problem]:
    """Yield a problem for each id of a statement, and each note, that the text does not have."""
    for ruling in rulings:
        for id_ in ruling.statements:
            if id_ not in statements:
                message = f"'{id_}' is the id of no statement. Write one that a chapter has."
                missed = f"statement {id_}"
                yield Problem(path, ruling.line, message, "statement-unknown", misses=missed)
        for note in ruling.notes:
            if note not in (*notes, NONE):
                message = f"'{note}' is no note. Write its number, or '{NONE}'."
                missed = f"note {note}"
                yield Problem(path, ruling.line, message, "note-undefined", misses=missed)
