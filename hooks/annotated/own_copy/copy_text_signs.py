"""The text of a copy between two steps: plain lines, with private signs for what is not a letter.

A blank line divides what the copy sets apart; a line break divides what it merely wraps. What
the copy raises or links as the mark of a note, emphasises, or numbers in a list, stands between
two signs of Unicode's private use area, which no text of a copy keeps (see `normal.clean`).
"""

import re

RAISED, RAISED_END = "\ue000", "\ue001"
EMPHASIS, EMPHASIS_END = "\ue002", "\ue003"
NUMBERED, NUMBERED_END = "\ue004", "\ue005"
SIGNS = "\ue000-\ue005"
MARK = re.compile(f"{RAISED}(\\w+){RAISED_END}")


def without_signs(text: str) -> str:
    """Return a text without the signs; the numbers of notes stay."""
    return re.sub(f"[{SIGNS}]", "", text)
