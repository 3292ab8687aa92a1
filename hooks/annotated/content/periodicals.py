"""Periodicals: publications that come out by a rule, so that number and date must agree."""

from dataclasses import dataclass
from typing import ClassVar, Literal

from annotated.content.dataclass_reader import build
from annotated.content.yaml_reader import YamlFile
from annotated.core.problems import Problem
from annotated.model.entities import Needs

FORM = "Begin each series with '- container: …'."


@dataclass(frozen=True)
class Periodical:
    """A publication by its name in the sources: weekly on a day, or a volume for each year."""

    NEEDS: ClassVar[Needs] = {
        "every: week": ("weekday",),
        "every: year": ("year_of_volume_one",),
    }
    container: str
    every: Literal["week", "year"]
    weekday: Literal[
        "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", ""
    ] = ""
    year_of_volume_one: int = 0
    line: int = 1


def read(path: str, text: str) -> tuple[list[Periodical], list[Problem]]:
    """Read the YAML list of periodicals; of no file there are none."""
    file = YamlFile(path, text, "series-malformed")
    records, problems = file.records(f"is not a list of series. {FORM}", f"is no series. {FORM}")
    periodicals: dict[str, Periodical] = {}
    for record in records:
        periodical, found = build(Periodical, path, record, {"line": record.line})
        problems += found
        if not periodical:
            continue
        name = periodical.container
        if name in periodicals:
            message = f"the series '{name}' also stands on line {periodicals[name].line}. Keep one."
            problems.append(Problem(path, record.line, message, "front-matter-field-twice"))
        periodicals.setdefault(name, periodical)
    return list(periodicals.values()), problems
