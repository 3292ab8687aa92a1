"""Explanations: rivals for one thing, and what each piece of evidence says about each of them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from annotated.content import study_items
from annotated.content.study_items import Form, StudyItem
from annotated.core.problems import Problem

PATH = "docs/study/explanations.yml"
# Who draws a link: one of the speakers, or the editors of the guide.
Drawer = Literal["author", "reported", "official", "group", "other", "editors"]
Mark = Literal["expected", "unexpected", "both", "silent"]


@dataclass(frozen=True, kw_only=True)
class Explanation(StudyItem):
    """An explanation: its short name, what it says, `who` puts it forward and `at` which words."""

    name: str
    says: str
    at: tuple[str, ...]
    who: Drawer


@dataclass(frozen=True, kw_only=True)
class Piece(StudyItem):
    """A piece of evidence, told `at` some statements."""

    says: str
    at: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Cell(StudyItem):
    """What a piece of evidence says about an explanation: its id is that of both, `b2-h1`.

    `mark` tells whether the evidence is to be expected if the explanation holds; `why` gives the
    reason, `who` those who draw the link, and `at` on which statements it rests.
    """

    mark: Mark
    who: tuple[Drawer, ...]
    at: tuple[str, ...]
    why: str


FORMS = {
    "explanation": Form(Explanation, r"h[1-9]\d*", "h1"),
    "evidence": Form(Piece, r"b[1-9]\d*", "b2"),
    "cell": Form(Cell, r"b[1-9]\d*-h[1-9]\d*", "b2-h1"),
}


@dataclass(frozen=True)
class Board:
    """The explanations, the pieces of evidence and the cells, each by id."""

    explanations: Mapping[str, Explanation] = field(default_factory=dict)
    pieces: Mapping[str, Piece] = field(default_factory=dict)
    cells: Mapping[str, Cell] = field(default_factory=dict)

    @property
    def pairs(self) -> list[str]:
        """Return the id of the cell of each piece of evidence with each explanation."""
        return [f"{piece}-{rival}" for piece in self.pieces for rival in self.explanations]


def read(path: str, text: str) -> tuple[Board, list[Problem]]:
    """Return the board, from a YAML list of its parts; of no file it is empty."""
    items, problems = study_items.read(path, text, FORMS)
    parts = items.values()
    board = Board(
        explanations=study_items.of_type(parts, Explanation),
        pieces=study_items.of_type(parts, Piece),
        cells=study_items.of_type(parts, Cell),
    )
    return board, problems
