"""Chapter ends: what a chapter has shown, and what would change it."""

from dataclasses import dataclass
from typing import ClassVar

from annotated.content import study_items
from annotated.content.study_items import Form, StudyItem
from annotated.core.problems import Problem
from annotated.model.entities import Needs

PATH = "docs/study/chapter-ends.yml"


@dataclass(frozen=True, kw_only=True)
class EndItem(StudyItem):
    """A line at the end of a chapter, which is given by its number, from 1.

    What is `shown` rests `at` some statements; a `change` is what would change it, and is the
    editors’.
    """

    NEEDS: ClassVar[Needs] = {"kind: shown": ("at",)}
    chapter: int
    says: str
    at: tuple[str, ...] = ()


FORMS = {
    "shown": Form(EndItem, r"c[1-9]\d*-shown[1-9]\d*", "c2-shown1"),
    "change": Form(EndItem, r"c[1-9]\d*-change[1-9]\d*", "c2-change1"),
}


def read(path: str, text: str) -> tuple[dict[str, EndItem], list[Problem]]:
    """Return the lines by id, from a YAML list; of no file there are none."""
    items, problems = study_items.read(path, text, FORMS)
    return study_items.of_type(items.values(), EndItem), problems
