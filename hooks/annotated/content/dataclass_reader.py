"""From the fields of a front matter to a dataclass, with a problem for each that does not fit."""

from collections.abc import Hashable, Mapping
from dataclasses import MISSING, fields
from functools import cache
from typing import Any, TypeVar, get_type_hints

from annotated.content.front_matter import FrontMatter
from annotated.content.value_types import InvalidValue, convert
from annotated.core.problems import Problem, did_you_mean

T = TypeVar("T")


def build(
    cls: type[T], path: str, head: FrontMatter, given: Mapping[str, object]
) -> tuple[T | None, list[Problem]]:
    """Return `cls` made of `given` and the fields of `head`, and all that does not fit.

    The first is None where the dataclass could not be made. A field without a default that the
    file lacks, a field that the dataclass lacks and a value of the wrong form are problems.
    """
    values, problems = dict(given), []
    expected = [field for field in fields(cls) if field.name not in given]  # type: ignore[arg-type]
    problems += _unknown(path, head, [field.name for field in expected])
    for field in expected:
        if field.name in head.fields:
            try:
                values[field.name] = convert(_hints(cls)[field.name], head.fields[field.name])  # type: ignore[arg-type]
            except InvalidValue as misfit:
                problems.append(_misfit(path, head, field.name, misfit))
        elif field.default is MISSING:
            message = f"the field '{field.name}' is missing. Add a line '{field.name}: …'."
            problems.append(Problem(path, 1, message, "front-matter-missing-field"))
    return (None if _fatal(problems) else cls(**values)), problems


@cache
def _hints(cls: Hashable) -> dict[str, Any]:
    return get_type_hints(cls)


def _fatal(problems: list[Problem]) -> bool:
    return any(problem.code != "front-matter-unknown-field" for problem in problems)


def _unknown(path: str, head: FrontMatter, known: list[str]) -> list[Problem]:
    return [
        Problem(
            path,
            head.lines.get(name, 1),
            f"unknown field '{name}'.{did_you_mean(name, known)}",
            "front-matter-unknown-field",
        )
        for name in head.fields
        if name not in known
    ]


def _misfit(path: str, head: FrontMatter, name: str, misfit: InvalidValue) -> Problem:
    message = f"the field '{name}': {misfit}"
    return Problem(path, head.lines.get(name, 1), message, misfit.code)
