"""Plain text put into Markdown, where none of its characters is to be read as notation."""

import re

INLINE = re.compile(r"[\\`*_\[\]{}|]")
# A heading, an item of a list, a quotation or a note at the beginning of a line.
BLOCK = re.compile(r"^(\s*)(?:([#>+-]|!!!|\?\?\?)|(\d+)\.(?=\s)|:(?=\s))")


def escaped(text: str) -> str:
    """Return `text`, which is a line or a part of one, as Markdown that renders as it."""
    return BLOCK.sub(_without_block, INLINE.sub(r"\\\g<0>", text))


def _without_block(match: re.Match[str]) -> str:
    if match[3]:
        return rf"{match[1]}{match[3]}\."
    return rf"{match[1]}\{match[2]}" if match[2] else f"{match[1]}&#58;"
