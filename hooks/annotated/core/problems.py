"""Problems in the content: where each is, in which text, and the remedy."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches

from annotated.core.unicode_safety import visible

# ECMA-48, “Select Graphic Rendition”.
BOLD, DIM, RED, YELLOW, OFF = (f"\x1b[{code}m" for code in (1, 2, 31, 33, 0))
# The text concerned is between straight quotation marks.
QUOTED = re.compile(r"'[^']+'")


@dataclass(frozen=True, order=True)
class Problem:
    """One finding.

    `path` is relative to the root of the project, with forward slashes; `line` counts from 1;
    `message` quotes the text concerned and names the remedy; `code` is the fixed name of the
    kind of problem. A problem `for_editor` must be looked at by a person: it is not an error.

    A problem may follow from another (`core.consequences`): `misses` is the name that it does not
    find, such as “paragraph 7” or “note 12”; `hides` are the names that nothing can find while it
    is there, or kinds of them, such as “note”.
    """

    path: str
    line: int
    message: str
    code: str
    for_editor: bool = False
    misses: str = ""
    hides: tuple[str, ...] = ()

    def __str__(self) -> str:
        """Return `path:line: message [code]`, the form that editors and terminals can follow.

        It is one line without characters that would steer a terminal. What is no error ends in
        the remark that it is for an editor.
        """
        return visible(f"{self.path}:{self.line}: {self.message} [{self.code}]{self.verdict}")

    @property
    def coloured(self) -> str:
        """Return the same in colours: red for an error, yellow for an editor to decide."""
        colour = YELLOW if self.for_editor else RED
        message = QUOTED.sub(lambda match: f"{colour}{match[0]}{OFF}", visible(self.message))
        where = f"{BOLD}{visible(self.path)}:{self.line}{OFF}"
        return f"{where}: {message} {DIM}[{self.code}]{self.verdict}{OFF}"

    @property
    def verdict(self) -> str:
        """Return the remark at the end of a problem that is no error."""
        return " (for an editor to decide)" if self.for_editor else ""


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return a sentence that offers the known word nearest to `word`, or nothing."""
    offered = nearest(word, known)
    return f" Did you mean '{offered}'?" if offered else ""


def nearest(word: str, known: Iterable[str]) -> str:
    """Return the known word nearest to `word`, or "" where none is near."""
    return next(iter(get_close_matches(word, list(known), n=1, cutoff=0.6)), "")
