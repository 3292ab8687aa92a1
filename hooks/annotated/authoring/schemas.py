"""JSON Schemas by which an editor completes and checks fields while they are typed.

There is one for each kind of file, generated from the dataclass as which the file is read. They
follow draft 7 of JSON Schema, which editors know best.
"""

import json
from collections.abc import Iterable
from dataclasses import MISSING, fields, is_dataclass
from pathlib import Path
from typing import Any, get_args, get_type_hints

from annotated.content import remarks
from annotated.content.dataclass_reader import typed_name
from annotated.content.endnotes import Endnote
from annotated.content.periodicals import Periodical
from annotated.content.value_types import FORMS, Schema, schema
from annotated.core import file_writer
from annotated.model.kinds import KINDS
from annotated.model.remarks import Remark

FOLDER = "schemas"
DIALECT = "http://json-schema.org/draft-07/schema#"
# Fields that nobody types, since they follow from the place of the text.
NOT_TYPED = frozenset({"id", "path", "body", "body_line", "line"})
LISTS = {"endnotes": Endnote, "series": Periodical}
# Kinds of files whose head is described: the words for them, and what each is read as.
HEADS: dict[str, type[Any]] = {
    **{kind.word: kind.type for kind in KINDS},
    remarks.WORD: Remark,
}


def names() -> list[str]:
    """Return the names of all schemas: words for the kinds, and names of files with lists."""
    return [*HEADS, *LISTS]


def of(name: str) -> dict[str, Any]:
    """Return the schema called `name`."""
    if name in LISTS:
        return {"$schema": DIALECT, "title": name, "type": "array", "items": _fields(LISTS[name])}
    return {"$schema": DIALECT, "title": name, **_fields(HEADS[name])}


def _fields(cls: type[Any]) -> dict[str, Any]:
    typed = [field for field in fields(cls) if field.name not in NOT_TYPED]
    hints = get_type_hints(cls)
    # What a field needs only with some values is left to `make check`.
    needs = {
        name: list(needed) for name, needed in getattr(cls, "NEEDS", {}).items() if ": " not in name
    }
    return {
        "description": " ".join((cls.__doc__ or "").split()),
        "type": "object",
        "properties": {typed_name(field.name): _schema(hints[field.name]) for field in typed},
        "required": [typed_name(field.name) for field in typed if field.default is MISSING],
        **({"dependencies": needs} if needs else {}),
        "additionalProperties": False,
    }


def _schema(hint: Any) -> Schema:  # noqa: ANN401 - a type hint has no narrower type
    """Return the schema of a value; a list of records is described by their fields."""
    item = next(iter(get_args(hint)), None)
    if item not in FORMS and isinstance(item, type) and is_dataclass(item):
        return {"type": "array", "minItems": 1, "items": _fields(item)}
    return schema(hint)


def text(name: str) -> str:
    """Return the text of the file of a schema."""
    return json.dumps(of(name), indent=2, ensure_ascii=False) + "\n"


def line(path: str) -> str:
    """Return the comment by which the file at `path` (from the root) names its schema."""
    up = "../" * path.count("/")
    return f"# yaml-language-server: $schema={up}{FOLDER}/{_name(path)}.json"


def _name(path: str) -> str:
    folder, name = Path(path).parent.name, Path(path).stem
    if remarks.is_remark(path):
        return remarks.WORD
    return next((kind.word for kind in KINDS if kind.folder == folder), name)


def write(root: Path, chosen: Iterable[str]) -> None:
    """Write the schemas into their folder below `root`."""
    file_writer.checked(root, FOLDER).mkdir(exist_ok=True)
    for name in chosen:
        file_writer.write(root, f"{FOLDER}/{name}.json", text(name))
