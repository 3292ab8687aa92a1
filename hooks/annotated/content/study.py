"""Study: all that the files of the study hold, each part read by its own reader."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from annotated.content import argument, chapter_ends, exercises, explanations, questions
from annotated.content.argument import Argument
from annotated.content.chapter_ends import EndItem
from annotated.content.exercises import Exercises
from annotated.content.explanations import Board
from annotated.content.questions import Questions
from annotated.core.problems import Problem


@dataclass(frozen=True)
class Study:
    """The argument, the board of explanations, the ends of chapters by id, what asks a reader."""

    argument: Argument = field(default_factory=Argument)
    board: Board = field(default_factory=Board)
    ends: Mapping[str, EndItem] = field(default_factory=dict)
    questions: Questions = field(default_factory=Questions)
    exercises: Exercises = field(default_factory=Exercises)


def read(files: Mapping[str, str]) -> tuple[Study, list[Problem]]:
    """Read the files of the study among `files` (path to text); what is not there is empty."""
    tree, in_argument = argument.read(argument.PATH, files.get(argument.PATH, ""))
    board, in_board = explanations.read(explanations.PATH, files.get(explanations.PATH, ""))
    ends, in_ends = chapter_ends.read(chapter_ends.PATH, files.get(chapter_ends.PATH, ""))
    asked, in_asked = questions.read(questions.PATH, files.get(questions.PATH, ""))
    tasks, in_tasks = exercises.read(exercises.PATH, files.get(exercises.PATH, ""))
    problems = in_argument + in_board + in_ends + in_asked + in_tasks
    return Study(tree, board, ends, asked, tasks), problems
