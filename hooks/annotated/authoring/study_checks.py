"""Checks of the study: every item rests on statements that exist, and says whose word they are."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from annotated.content import argument, chapter_ends, exercises, explanations, questions
from annotated.content.argument import Node
from annotated.content.chapter_ends import EndItem
from annotated.content.explanations import Cell, Explanation
from annotated.content.guide import Guide
from annotated.content.statements import Statement
from annotated.content.study_items import StudyItem
from annotated.core.problems import Problem, did_you_mean

# What a node of some kind may stand under; what a concession, joint or warrant may touch.
MAY_SUPPORT: Mapping[str, tuple[argument.Kind, ...]] = {
    "consequence": ("thesis",),
    "branch": ("thesis", "consequence"),
    "reason": ("branch",),
    "evidence": ("reason",),
}
TOUCHED: tuple[argument.Kind, ...] = (
    "thesis",
    "consequence",
    "reason",
    "evidence",
    "concession",
)
EDITORS_OWN = ("joint", "warrant")
# Words by which a text says that it hands on somebody’s word.
ATTRIBUTION = re.compile(
    r"\b(?:account|argue[sd]?|call(?:s|ed)?|claim(?:s|ed)?|compare[sd]?|denie[sd]|sa(?:y|ys|id)"
    r"|speech|sp(?:eaks|oke|oken)|tells|told|vow(?:s|ed)|warn(?:s|ed)|writes|wrote)\b",
    re.IGNORECASE,
)


def check(guide: Guide) -> Iterator[Problem]:
    """Yield the problems of the argument, the board of explanations and the ends of chapters."""
    checks = _Checks({statement.id: statement for statement in guide.statements})
    study = guide.study
    remarks = {remark.id for remark in guide.remarks}
    for node in study.argument.nodes.values():
        yield from checks.node(node, study.argument.nodes)
        yield from _unknown_remarks(argument.PATH, node, node.remarks, remarks)
    for rival in study.board.explanations.values():
        yield from checks.drawn_by(rival, [rival.who])
    for cell in study.board.cells.values():
        yield from checks.drawn_by(cell, cell.who)
    for piece in study.board.pieces.values():
        yield from checks.words(explanations.PATH, piece, piece.at, piece.says)
    yield from _pairs(study.board)
    paths = [chapter.path for chapter in guide.chapters]
    for item in study.ends.values():
        yield from checks.end(item, paths)
    for aim in study.questions.aims.values():
        yield from checks.words(questions.PATH, aim, aim.at, "")
    for question in study.questions.questions.values():
        says = f"{question.ask} {question.answer}"
        yield from checks.words(questions.PATH, question, question.at, says)
        yield from _unknown_remarks(questions.PATH, question, question.remarks, remarks)
    for exercise in study.exercises.exercises.values():
        yield from checks.words(exercises.PATH, exercise, exercise.at, "")
        yield from _unknown_remarks(exercises.PATH, exercise, exercise.remarks, remarks)


@dataclass(frozen=True)
class _Checks:
    statements: Mapping[str, Statement]

    def node(self, node: Node, nodes: Mapping[str, Node]) -> Iterator[Problem]:
        says = "" if node.kind in EDITORS_OWN else node.says
        yield from self.words(argument.PATH, node, node.at, says)
        named = [(node.under, MAY_SUPPORT.get(node.kind, ()))] if node.under else []
        for id_, kinds in named + [(id_, TOUCHED) for id_ in node.touches]:
            yield from _placed(node, id_, kinds, nodes)
        yield from self._known(argument.PATH, node, node.drawn)
        if node.drawn:
            yield from self._said(argument.PATH, node, node.drawn, ["author"])

    def drawn_by(self, part: Explanation | Cell, who: Sequence[str]) -> Iterator[Problem]:
        """Yield the problems of what somebody draws, or puts forward, on the board."""
        yield from self._known(explanations.PATH, part, part.at)
        speakers = [speaker for speaker in who if speaker != "editors"]
        yield from self._said(explanations.PATH, part, part.at, speakers)

    def end(self, item: EndItem, chapters: Sequence[str]) -> Iterator[Problem]:
        yield from self.words(chapter_ends.PATH, item, item.at, item.says)
        here = dict(enumerate(chapters, start=1)).get(item.chapter)
        others = [id_ for id_ in item.at if id_ in self.statements]
        others = [id_ for id_ in others if self.statements[id_].chapter != here]
        if not here:
            message = f"there is no chapter '{item.chapter}'. The last is {len(chapters)}."
            yield Problem(chapter_ends.PATH, item.line, message, "node-misplaced")
        elif others:
            message = f"'{others[0]}' is no statement of chapter {item.chapter}. Take it out."
            yield Problem(chapter_ends.PATH, item.line, message, "node-misplaced")

    def words(self, path: str, item: StudyItem, at: Sequence[str], says: str) -> Iterator[Problem]:
        """Yield unknown statements, and a text that does not say that all is one side’s word."""
        yield from self._known(path, item, at)
        speakers = {self.statements[id_].speaker for id_ in at if id_ in self.statements}
        if says and speakers == {"group"} and not ATTRIBUTION.search(says):
            message = (
                f"'{says}' rests on the group’s word alone and does not say so. "
                "Add who says it: its newsletter said, by its account."
            )
            yield Problem(path, item.line, message, "study-unattributed")

    def _known(self, path: str, item: StudyItem, at: Sequence[str]) -> Iterator[Problem]:
        for id_ in at:
            if id_ not in self.statements:
                message = f"'{id_}' is the id of no statement.{did_you_mean(id_, self.statements)}"
                missed = f"statement {id_}"
                yield Problem(path, item.line, message, "statement-unknown", misses=missed)

    def _said(
        self, path: str, item: StudyItem, at: Sequence[str], speakers: Sequence[str]
    ) -> Iterator[Problem]:
        known = [self.statements[id_] for id_ in at if id_ in self.statements]
        for speaker in speakers:
            if known and speaker not in {statement.speaker for statement in known}:
                message = (
                    f"'{item.id}' gives '{speaker}' as drawing the link, who says none of "
                    f"{', '.join(at)}. Name the statement, or write who draws it."
                )
                yield Problem(path, item.line, message, "link-not-drawn")


def _unknown_remarks(
    path: str, item: StudyItem, named: Sequence[str], known: Collection[str]
) -> Iterator[Problem]:
    for id_ in named:
        if id_ not in known:
            message = f"'{item.id}' names the remark '{id_}', which does not exist."
            message += did_you_mean(id_, known)
            yield Problem(path, item.line, message, "node-misplaced", misses=f"remark {id_}")


def _placed(
    node: Node, id_: str, kinds: Sequence[argument.Kind], nodes: Mapping[str, Node]
) -> Iterator[Problem]:
    """Yield a problem where a node stands under, or touches, what it cannot."""
    message = ""
    if id_ not in nodes:
        message = f"'{node.id}' names the node '{id_}', which does not exist."
        message += did_you_mean(id_, nodes)
    elif nodes[id_].kind not in kinds:
        allowed = ", ".join(kinds) or "nothing"
        message = f"'{node.id}' is of the kind '{node.kind}' and cannot stand with '{id_}', "
        message += f"of the kind '{nodes[id_].kind}'. It goes with: {allowed}."
    if message:
        yield Problem(argument.PATH, node.line, message, "node-misplaced", misses=f"node {id_}")


def _pairs(board: explanations.Board) -> Iterator[Problem]:
    """Yield a problem for each pair without a cell, and each cell without its pair."""
    pairs = board.pairs
    for pair in pairs:
        if pair not in board.cells:
            piece, rival = pair.split("-")
            line = board.pieces[piece].line
            message = f"no cell says what '{piece}' tells about '{rival}'. Add one: '- id: {pair}'."
            yield Problem(explanations.PATH, line, message, "cell-missing", misses=f"node {pair}")
    for cell in board.cells.values():
        if cell.id not in pairs:
            message = f"the cell '{cell.id}' is of no piece of evidence and explanation. "
            message += "Write both, or take it out."
            yield Problem(explanations.PATH, cell.line, message, "node-misplaced")
