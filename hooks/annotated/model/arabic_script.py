"""Arabic script: how it is recognised, and marked in Markdown."""

import re

from annotated.core.markdown_text import escaped

# The block “Arabic” of Unicode, as a range within brackets of a pattern.
LETTERS = "\u0600-\u06ff"
LETTER = re.compile(f"[{LETTERS}]")


def is_arabic(text: str) -> bool:
    """Tell whether any letter of `text` is of the Arabic script."""
    return bool(LETTER.search(text))


def arabic_span(text: str) -> str:
    """Return Arabic text as a span of Markdown with its language and direction."""
    return f"[{escaped(text)}]{{ lang=ar dir=rtl }}"
