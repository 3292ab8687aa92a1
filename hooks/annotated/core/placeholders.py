"""HTML that is made here, kept away from Markdown and the sanitizer, and put in after them.

Two signs of private use stand round it, which no file of words may hold. So is the script of a
page, by its exact form.
"""

import re
from collections.abc import Sequence

BEGIN, END = "\ue003", "\ue004"
MADE = re.compile(
    rf'{BEGIN}(.*?){END}|(<script src="(?:\.\./)?assets/[a-z/-]+\.js" defer></script>)', re.DOTALL
)
PLACE = re.compile(r'<div data-made="(\d+)"></div>')


def block(html: str) -> str:
    """Return a block of HTML as it is to stand in Markdown, between blank lines."""
    return f"{BEGIN}{html}{END}"


def hold(markdown: str) -> tuple[str, list[str]]:
    """Return `markdown` with an empty place for each block, and the blocks."""
    # Quicker to see than to search for.
    if BEGIN not in markdown and "<script" not in markdown:
        return markdown, []
    kept: list[str] = []

    def place(match: re.Match[str]) -> str:
        kept.append(match[1] or match[2])
        return f'<div data-made="{len(kept) - 1}"></div>'

    return MADE.sub(place, markdown), kept


def fill(html: str, kept: Sequence[str]) -> str:
    """Return `html` with every block in its place."""
    return PLACE.sub(lambda match: "".join(kept[int(match[1]) :][:1]), html)
