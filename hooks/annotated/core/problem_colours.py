"""A problem as a line in colours: where it is stands out, its code stands back.

The codes are those of ECMA-48, “Select Graphic Rendition”.
"""

import re

from annotated.core.problems import Problem
from annotated.core.unicode_safety import visible

BOLD, DIM, RED, YELLOW, OFF = (f"\x1b[{code}m" for code in (1, 2, 31, 33, 0))
# The words concerned stand between straight quotation marks.
WORDS = re.compile(r"'[^']+'")


def line(problem: Problem) -> str:
    """Return what `str` does, in colours: red for an error, yellow for an editor to decide."""
    colour = YELLOW if problem.for_editor else RED
    message = WORDS.sub(lambda match: f"{colour}{match[0]}{OFF}", visible(problem.message))
    where = f"{BOLD}{visible(problem.path)}:{problem.line}{OFF}"
    return f"{where}: {message} {DIM}[{problem.code}]{problem.verdict}{OFF}"
