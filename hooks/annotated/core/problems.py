"""What is wrong in the content: where, in which words, and what mends it."""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches

from annotated.core.unicode_safety import visible


@dataclass(frozen=True, order=True)
class Problem:
    """One finding.

    `path` is relative to the root of the project, with forward slashes; `line` counts from 1;
    `message` quotes the words concerned and names the remedy; `code` is the fixed name of the
    kind of problem. A problem `for_editor` must be looked at by a person: it is not an error.
    """

    path: str
    line: int
    message: str
    code: str
    for_editor: bool = False

    def __str__(self) -> str:
        """Return `path:line: message [code]`, the form that editors and terminals can follow.

        It is one line, and holds no sign that would steer a terminal. Behind what is no error
        stands that it is for an editor.
        """
        return visible(f"{self.path}:{self.line}: {self.message} [{self.code}]{self.verdict}")

    @property
    def verdict(self) -> str:
        """Return what stands behind a problem that is no error."""
        return " (for an editor to decide)" if self.for_editor else ""


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return a sentence that offers the known word nearest to `word`, or nothing."""
    nearest = get_close_matches(word, list(known), n=1, cutoff=0.6)
    return f" Did you mean '{nearest[0]}'?" if nearest else ""
