"""Questions: what a reader can do after each chapter, and the questions that serve these aims."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from annotated.content import study_items
from annotated.content.study_items import Form, StudyItem
from annotated.core.problems import Problem

PATH = "docs/study/questions.yml"
# What a question asks for: what the text says, a step beyond it, who says it and on what it rests.
KINDS = {"recall": "recall", "inference": "inference", "source": "source and certainty"}


@dataclass(frozen=True, kw_only=True)
class ChapterItem(StudyItem):
    """An aim or a question, whose id begins with the number of its chapter: `c2-q1`."""

    at: tuple[str, ...]

    @property
    def chapter(self) -> int:
        """Return the number of its chapter, from 1."""
        return int(self.id.partition("-")[0].removeprefix("c"))


@dataclass(frozen=True, kw_only=True)
class Aim(ChapterItem):
    """What a reader can do after a chapter, as `says` completes “You can …”."""

    says: str


@dataclass(frozen=True, kw_only=True)
class Question(ChapterItem):
    """A question that `serves` one aim.

    `why` says where the answer stands, or that it takes a step of the reader’s; `remarks` are ids.
    """

    kind: Literal["recall", "inference", "source"]
    serves: str
    ask: str
    answer: str
    why: str
    remarks: tuple[str, ...] = ()

    @property
    def number(self) -> str:
        """Return its number in its chapter."""
        return self.id.partition("-q")[2]


FORMS = {
    "aim": Form(Aim, r"c[1-9]\d*-aim[1-9]\d*", "c2-aim1"),
    **dict.fromkeys(KINDS, Form(Question, r"c[1-9]\d*-q[1-9]\d*", "c2-q1")),
}


@dataclass(frozen=True)
class Questions:
    """The aims and the questions by id, in the order of their file."""

    aims: Mapping[str, Aim] = field(default_factory=dict)
    questions: Mapping[str, Question] = field(default_factory=dict)

    def aims_of(self, chapter: int) -> list[Aim]:
        """Return the aims of a chapter, given by its number."""
        return [aim for aim in self.aims.values() if aim.chapter == chapter]

    def of(self, chapter: int) -> list[Question]:
        """Return the questions on a chapter, given by its number."""
        return [question for question in self.questions.values() if question.chapter == chapter]


def read(path: str, text: str) -> tuple[Questions, list[Problem]]:
    """Return the aims and questions, from a YAML list; of no file there are none."""
    items, problems = study_items.read(path, text, FORMS)
    values = items.values()
    aims, questions = study_items.of_type(values, Aim), study_items.of_type(values, Question)
    return Questions(aims, questions), problems
