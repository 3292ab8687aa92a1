"""Lists of phrases: those that must not be linked, each with its reason, and the hedges."""

from typing import cast

from annotated.content.value_types import InvalidValue, convert
from annotated.content.yaml_reader import YamlFile, line_of, plain
from annotated.core.problems import Problem
from annotated.model.entities import Remarked

FORM_OF_UNLINKED = "Write '- phrase: reason'."
FORM_OF_HEDGES = "Write one phrase to a line, after '- '."


def read_unlinked(path: str, text: str) -> tuple[dict[str, int], list[Problem]]:
    """Return the phrases with the line of each, from a YAML list of `- phrase: reason`."""
    file = YamlFile(path, text, "unlinked-malformed", FORM_OF_UNLINKED)
    items, problems = file.items(f"is not a list. {FORM_OF_UNLINKED}")
    phrases = {}
    for item in items:
        line = line_of(item)
        try:
            phrase = cast("Remarked", convert(Remarked, plain(item)))
        except InvalidValue as error:
            problems.append(file.problem(line, f"{error} {FORM_OF_UNLINKED}"))
            continue
        if not phrase.remark:
            message = (
                f"'{phrase.text}' has no reason. Write '- {phrase.text}: why it is not linked'."
            )
            problems.append(Problem(path, line, message, "unlinked-without-reason"))
        phrases[phrase.text] = line
    return phrases, problems


def read_hedges(path: str, text: str) -> tuple[tuple[str, ...], list[Problem]]:
    """Return the phrases by which a sentence hedges, from a YAML list of `- phrase`."""
    file = YamlFile(path, text, "hedges-malformed", FORM_OF_HEDGES)
    items, problems = file.items(f"is not a list. {FORM_OF_HEDGES}")
    return tuple(str(plain(item)) for item in items), problems
