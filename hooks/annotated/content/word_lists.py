"""Lists of phrases: those that must not be linked, each with its reason, and the hedges."""

from typing import cast

from annotated.content.value_types import InvalidValue, convert
from annotated.content.yaml_reader import YamlFile, line_of, plain
from annotated.core.problems import Problem
from annotated.model.entities import Remarked

FORM_OF_UNLINKED = "Write '- phrase: reason'."
FORM_OF_HEDGES = "Write one phrase to a line, after '- '."

ALSO = "also stands on line {}. Keep one."


def read_unlinked(path: str, text: str) -> tuple[dict[str, int], list[Problem]]:
    """Return the phrases with the line of each, from a YAML list of `- phrase: reason`."""
    file = YamlFile(path, text, "unlinked-malformed", FORM_OF_UNLINKED)
    items, problems = file.items(f"is not a list. {FORM_OF_UNLINKED}")
    phrases: dict[str, int] = {}
    for item in items:
        line, value = line_of(item), plain(item)
        if isinstance(value, dict) and list(value.values()) == [""]:
            value = next(iter(value))
        try:
            phrase = cast("Remarked", convert(Remarked, value))
        except InvalidValue as error:
            problems.append(file.problem(line, f"{error} {FORM_OF_UNLINKED}"))
            continue
        if not phrase.remark:
            message = (
                f"'{phrase.text}' has no reason. Write '- {phrase.text}: why it is not linked'."
            )
            problems.append(Problem(path, line, message, "unlinked-without-reason"))
        if phrase.text in phrases:
            first = phrases[phrase.text]
            problems.append(file.problem(line, f"'{phrase.text}' {ALSO.format(first)}"))
        phrases.setdefault(phrase.text, line)
    return phrases, problems


def read_hedges(path: str, text: str) -> tuple[tuple[str, ...], list[Problem]]:
    """Return the phrases by which a sentence hedges, from a YAML list of `- phrase`."""
    file = YamlFile(path, text, "hedges-malformed", FORM_OF_HEDGES)
    items, problems = file.items(f"is not a list. {FORM_OF_HEDGES}")
    hedges: dict[str, int] = {}
    for item in items:
        line = line_of(item)
        try:
            hedge = str(convert(str, plain(item)))
        except InvalidValue as error:
            problems.append(file.problem(line, f"{error} {FORM_OF_HEDGES}"))
            continue
        if hedge in hedges:
            problems.append(file.problem(line, f"'{hedge}' {ALSO.format(hedges[hedge])}"))
        hedges.setdefault(hedge, line)
    return tuple(hedges), problems
