"""Periodicals: publications that come out by a rule, so that number and date must agree."""

from dataclasses import dataclass
from typing import Literal

from annotated.content.dataclass_reader import build
from annotated.content.yaml_reader import YamlFile
from annotated.core.problems import Problem

FORM = "Begin each series with '- container: …'."


@dataclass(frozen=True)
class Periodical:
    """A publication by its name in the sources: weekly on a day, or a volume for each year."""

    container: str
    every: Literal["week", "year"]
    weekday: Literal[
        "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", ""
    ] = ""
    year_of_volume_one: int = 0


def read(path: str, text: str) -> tuple[list[Periodical], list[Problem]]:
    """Read the YAML list of periodicals; of no file there are none."""
    file = YamlFile(path, text, "series-malformed")
    records, problems = file.records(f"is not a list of series. {FORM}", f"is no series. {FORM}")
    periodicals = []
    for record in records:
        periodical, found = build(Periodical, path, record, {})
        problems += found
        periodicals += [periodical] if periodical else []
    return periodicals, problems
