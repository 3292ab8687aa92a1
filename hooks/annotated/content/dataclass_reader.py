"""Dataclasses built from the fields of a file, with a problem for each that does not fit."""

from collections.abc import Hashable, Iterator, Mapping
from dataclasses import MISSING, fields
from functools import cache
from typing import Any, TypeVar, get_type_hints

from annotated.content.value_types import InvalidValue, convert
from annotated.content.yaml_reader import Record
from annotated.core.problems import Problem, did_you_mean

T = TypeVar("T")


def build(
    cls: type[T], path: str, record: Record, given: Mapping[str, object]
) -> tuple[T | None, list[Problem]]:
    """Return the dataclass `cls` made of `given` and the fields of `record`, and the problems.

    The first is None where the dataclass could not be made. A field without a default that the
    record lacks, a field that the dataclass lacks and a value of the wrong form are problems.
    """
    values = dict(given)
    expected = [field for field in fields(cls) if field.name not in given]  # type: ignore[arg-type]
    unknown = list(_unknown(path, record, [field.name for field in expected]))
    problems, hints = [], _hints(cls)  # type: ignore[arg-type]
    for field in expected:
        name, line = field.name, record.line_of(field.name)
        if name in record.fields:
            try:
                values[name] = convert(hints[name], record.fields[name])
            except InvalidValue as error:
                problems.append(Problem(path, line, f"the field '{name}': {error}", error.code))
        elif field.default is MISSING:
            message = f"the field '{name}' is missing. Add a line '{name}: …'."
            problems.append(Problem(path, line, message, "front-matter-missing-field"))
    # An unknown field alone does not keep the rest from being read.
    return (None if problems else cls(**values)), unknown + problems


@cache
def _hints(cls: Hashable) -> dict[str, Any]:
    return get_type_hints(cls)


def _unknown(path: str, record: Record, known: list[str]) -> Iterator[Problem]:
    for name in record.fields:
        if name not in known:
            message = f"unknown field '{name}'.{did_you_mean(name, known)}"
            yield Problem(path, record.line_of(name), message, "front-matter-unknown-field")
