"""Dataclasses built from the fields of a file, with a problem for each that does not fit."""

from collections.abc import Hashable, Iterator, Mapping
from dataclasses import MISSING, Field, fields
from functools import cache
from typing import Any, TypeVar, get_type_hints

from annotated.content.value_types import InvalidValue, choices, convert
from annotated.content.yaml_reader import Record
from annotated.core.problems import Problem, did_you_mean, nearest

T = TypeVar("T")


def build(
    cls: type[T], path: str, record: Record, given: Mapping[str, object]
) -> tuple[T | None, list[Problem]]:
    """Return the dataclass `cls` made of `given` and the fields of `record`, and the problems.

    The first is None where the dataclass could not be made. A field without a default that the
    record lacks, a field that the dataclass lacks and a value of the wrong form are problems. A
    field with a slip is read as the one that was meant, so that nothing follows from the slip.
    """
    values = dict(given)
    typed = _typed(cls)  # type: ignore[arg-type]
    expected = {name: field for name, field in typed.items() if field.name not in given}
    unknown = list(_unknown(path, record, [*expected]))
    if unknown:
        record = _as_meant(record, [*expected])
    problems, hints = [], _hints(cls)  # type: ignore[arg-type]
    for name, field in expected.items():
        line = record.line_of(name)
        if name in record.fields:
            try:
                values[field.name] = convert(hints[name], record.fields[name])
            except InvalidValue as error:
                problems.append(Problem(path, line, f"the field '{name}': {error}", error.code))
        elif field.default is MISSING:
            message = f"the field '{name}' is missing. {_remedy(name, hints)}"
            problems.append(Problem(path, line, message, "front-matter-missing-field"))
    problems += _needed(cls, path, record, hints)
    # An unknown field alone does not keep the rest from being read.
    return (None if problems else cls(**values)), unknown + problems


def _needed(cls: type[T], path: str, record: Record, hints: Mapping[str, Any]) -> Iterator[Problem]:
    """Yield a problem for each field that another one needs, by `NEEDS` of the dataclass."""
    needs: Mapping[str, tuple[str, ...]] = getattr(cls, "NEEDS", {})
    for condition, needed in needs.items():
        name, _, value = condition.partition(": ")
        if name in record.fields and value in ("", record.fields[name]):
            for other in needed:
                if other not in record.fields:
                    message = f"'{condition}' needs the field '{other}'. {_remedy(other, hints)}"
                    line = record.line_of(name)
                    yield Problem(path, line, message, "front-matter-missing-field")


def _remedy(name: str, hints: Mapping[str, Any]) -> str:
    words = ", ".join(choices(hints[name]))
    return f"Add a line '{name}: …'" + (f", with one of {words}." if words else ".")


@cache
def _typed(cls: Any) -> dict[str, Field[Any]]:  # noqa: ANN401 - any dataclass
    """Return the fields of a dataclass by their names as typed."""
    return {typed_name(field.name): field for field in fields(cls)}


@cache
def _hints(cls: Hashable) -> dict[str, Any]:
    return {typed_name(name): hint for name, hint in get_type_hints(cls).items()}


def typed_name(field: str) -> str:
    """Return the name of a field as it is typed: without the mark that keeps it from a keyword."""
    return field.removesuffix("_")


def _unknown(path: str, record: Record, known: list[str]) -> Iterator[Problem]:
    for name in record.fields:
        if name not in known:
            message = f"unknown field '{name}'.{did_you_mean(name, known)}"
            yield Problem(path, record.line_of(name), message, "front-matter-unknown-field")


def _as_meant(record: Record, known: list[str]) -> Record:
    """Return the record with the known name of each field that has a slip in its name."""
    meant = {name: nearest(name, known) if name not in known else "" for name in record.fields}
    taken = record.fields.keys()
    names = {name: real if real and real not in taken else name for name, real in meant.items()}
    values = {names[name]: value for name, value in record.fields.items()}
    lines = {names.get(name, name): line for name, line in record.lines.items()}
    return Record(values, lines, record.line)
