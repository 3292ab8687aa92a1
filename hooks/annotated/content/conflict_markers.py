"""Conflict markers of Git, left in a file between two versions of the same lines."""

import re
from collections.abc import Iterator

from annotated.core import fenced_code
from annotated.core.problems import Problem

# As `git merge` writes them, by gitglossary and git-merge, “How conflicts are presented”.
FIRST = re.compile(r"^<{7}(?: .*)?$", re.MULTILINE)
LAST = re.compile(r"^>{7} .*$", re.MULTILINE)


def check(path: str, text: str) -> Iterator[Problem]:
    """Yield a problem for each conflict in the file at `path`; what it holds is of two versions."""
    if "<" * 7 not in text and ">" * 7 not in text:
        return
    if path.endswith(".md"):
        text = fenced_code.without(text)
    # One that lost its first marker is found by its last.
    for match in list(FIRST.finditer(text)) or list(LAST.finditer(text))[:1]:
        line = text.count("\n", 0, match.start()) + 1
        message = (
            f"'{match[0].strip()}' is a mark that Git left between two versions. Keep one of them, "
            "and take out the lines of '<<<<<<<', '=======' and '>>>>>>>'."
        )
        yield Problem(path, line, message, "conflict-marker")
