"""The list of phrases that must not be linked, each with its reason."""

from typing import cast

import yaml

from annotated.content import yaml_nodes
from annotated.content.value_types import InvalidValue, convert
from annotated.core.problems import Problem
from annotated.model.entities import Remarked


def read(path: str, text: str) -> tuple[dict[str, int], list[Problem]]:
    """Return the phrases with the line of each, from a YAML list of `- phrase: reason`."""
    try:
        node = yaml_nodes.compose(text)
    except yaml.MarkedYAMLError as error:
        line, words = yaml_nodes.place_of(error, text)
        message = f"cannot be read at '{words}'. Write '- phrase: reason'."
        return {}, [Problem(path, line, message, "unlinked-malformed")]
    if node and not isinstance(node, yaml.SequenceNode):
        message = "is not a list. Write '- phrase: reason'."
        return {}, [Problem(path, 1, message, "unlinked-malformed")]
    phrases, problems = {}, []
    for item in node.value if node else []:
        line = item.start_mark.line + 1
        try:
            phrase = cast("Remarked", convert(Remarked, yaml_nodes.plain(item)))
        except InvalidValue as misfit:
            message = f"{misfit} Write '- phrase: reason'."
            problems.append(Problem(path, line, message, "unlinked-malformed"))
            continue
        if not phrase.remark:
            words = phrase.text
            message = f"'{words}' has no reason. Write '- {words}: why it is not linked'."
            problems.append(Problem(path, line, message, "unlinked-without-reason"))
        phrases[phrase.text] = line
    return phrases, problems
