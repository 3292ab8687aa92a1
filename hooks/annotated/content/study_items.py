"""Study items: the nodes, cells and lines of the files of the study, each with its id and line."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple, TypeVar

from annotated.content.dataclass_reader import build
from annotated.content.yaml_reader import Record, YamlFile
from annotated.core.problems import Problem, did_you_mean

FORM = "Begin each item with '- id: …'."


@dataclass(frozen=True, kw_only=True)
class StudyItem:
    """An item of a file of the study: its id, which is never used again, and its kind."""

    id: str
    kind: str
    line: int = 1


Item = TypeVar("Item", bound=StudyItem)


class Form(NamedTuple):
    """How a kind of item is read: its dataclass, the pattern of its ids, and an example of one."""

    type: type[StudyItem]
    id: str
    example: str


def read(
    path: str, text: str, forms: Mapping[str, Form]
) -> tuple[dict[str, StudyItem], list[Problem]]:
    """Return the items of a YAML list by id, each read by the form of its kind; of no file none."""
    file = YamlFile(path, text, "study-malformed")
    records, problems = file.records(f"is not a list of items. {FORM}", f"is no item. {FORM}")
    items: dict[str, StudyItem] = {}
    for record in records:
        item, found = _item(path, record, forms)
        problems += found
        if item and item.id in items:
            message = f"the id '{item.id}' also stands on line {items[item.id].line}. Keep one."
            problems.append(Problem(path, item.line, message, "front-matter-field-twice"))
        elif item:
            items[item.id] = item
    return items, problems


def of_type(items: Iterable[StudyItem], cls: type[Item]) -> dict[str, Item]:
    """Return the items of one type by id, in their order."""
    return {item.id: item for item in items if isinstance(item, cls)}


def _item(
    path: str, record: Record, forms: Mapping[str, Form]
) -> tuple[StudyItem | None, list[Problem]]:
    kind, line = str(record.fields.get("kind", "")), record.line_of("kind")
    hidden = (f"node {record.fields.get('id', '')}",)
    form = forms.get(kind)
    if not form:
        known = ", ".join(forms)
        message = f"the field 'kind': '{kind}' is not one of {known}.{did_you_mean(kind, forms)}"
        return None, [Problem(path, line, message, "front-matter-wrong-value", hides=hidden)]
    item, found = build(form.type, path, record, {"line": record.line})
    if item and not re.fullmatch(form.id, item.id):
        message = f"'{item.id}' is no id for the kind '{kind}'. Write it like {form.example}."
        found.append(Problem(path, record.line, message, "id-malformed", hides=hidden))
        return None, found
    return item, found
