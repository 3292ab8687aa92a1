"""The list of phrases that must not be linked, each with its reason."""

import yaml

from annotated import yaml_text
from annotated.entities import Remarked
from annotated.problems import Problem
from annotated.values import Misfit, convert


def read(path: str, text: str) -> tuple[dict[str, int], list[Problem]]:
    """Return the phrases with the line of each, from a YAML list of `- phrase: reason`."""
    try:
        node = yaml_text.compose(text)
    except yaml.MarkedYAMLError as error:
        line, words = yaml_text.place_of(error, text)
        message = f"cannot be read at '{words}'. Write '- phrase: reason'."
        return {}, [Problem(path, line, message, "unlinked-malformed")]
    if node and not isinstance(node, yaml.SequenceNode):
        message = "is not a list. Write '- phrase: reason'."
        return {}, [Problem(path, 1, message, "unlinked-malformed")]
    try:
        items = convert(tuple[Remarked, ...], yaml_text.plain(node) or [])
    except Misfit as misfit:
        return {}, [Problem(path, 1, f"{misfit} Write '- phrase: reason'.", "unlinked-malformed")]
    phrases, problems = {}, []
    lines = [item.start_mark.line + 1 for item in node.value] if node else []
    for item, line in zip(items, lines, strict=True):  # type: ignore[call-overload]
        if not item.remark:
            message = f"'{item.text}' has no reason. Write '- {item.text}: why it is not linked'."
            problems.append(Problem(path, line, message, "unlinked-without-reason"))
        phrases[item.text] = line
    return phrases, problems
