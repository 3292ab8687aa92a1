"""Exercises: tasks in the criticism of sources with their keys, and the texts of a short lesson."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from annotated.content import study_items
from annotated.content.study_items import Form, StudyItem
from annotated.core.problems import Problem

PATH = "docs/study/exercises.yml"


@dataclass(frozen=True, kw_only=True)
class Exercise(StudyItem):
    """A task on statements, with its key.

    `show` says whether the statements are printed in their words, only where they stand, or in
    their words and on cards to sort. The `key` sums up what the `remarks`, which are ids, find;
    `limit` is what may not be concluded.
    """

    name: str
    minutes: int
    task: str
    show: Literal["words", "places", "cards"]
    at: tuple[str, ...]
    key: str
    limit: str
    remarks: tuple[str, ...]

    @property
    def number(self) -> str:
        """Return its number."""
        return self.id.removeprefix("x")


@dataclass(frozen=True, kw_only=True)
class LessonText(StudyItem):
    """Paragraphs that are printed for a lesson, under a name that says who reads them."""

    name: str
    paragraphs: tuple[int, ...]


FORMS = {
    "exercise": Form(Exercise, r"x[1-9]\d*", "x4"),
    "text": Form(LessonText, r"text[1-9]\d*", "text1"),
}


@dataclass(frozen=True)
class Exercises:
    """The exercises, and the texts of the short lesson, by id."""

    exercises: Mapping[str, Exercise] = field(default_factory=dict)
    texts: Mapping[str, LessonText] = field(default_factory=dict)


def read(path: str, text: str) -> tuple[Exercises, list[Problem]]:
    """Return the exercises and texts, from a YAML list; of no file there are none."""
    items, problems = study_items.read(path, text, FORMS)
    values = items.values()
    tasks, texts = study_items.of_type(values, Exercise), study_items.of_type(values, LessonText)
    return Exercises(tasks, texts), problems
