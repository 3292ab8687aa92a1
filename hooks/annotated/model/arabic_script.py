"""Arabic script: how it is recognised, and marked in Markdown."""

import re

from annotated.core.markdown_text import escaped

# The block “Arabic” of Unicode, as a range within brackets of a pattern.
LETTERS = "\u0600-\u06ff"
LETTER = re.compile(f"[{LETTERS}]")
# A tag of HTML; words of the script, with what stands between two of them.
TAG_OR_WORDS = re.compile(rf"<[^>]*>|[{LETTERS}](?:[{LETTERS}\s\d.,:()-]*[{LETTERS}])?")


def is_arabic(text: str) -> bool:
    """Tell whether any letter of `text` is of the Arabic script."""
    return bool(LETTER.search(text))


def arabic_span(text: str) -> str:
    """Return Arabic text as a span of Markdown with its language and direction."""
    return f"[{escaped(text)}]{{ lang=ar dir=rtl }}"


def marked(html: str, language: str = "ar") -> str:
    """Return HTML with its words in Arabic script in spans with their language and direction.

    No attribute of `html` holds a bare “>”. `language` is a code: Persian, Kurdish and Urdu are
    written so too.
    """
    return TAG_OR_WORDS.sub(
        lambda match: (
            match[0]
            if match[0].startswith("<")
            else f'<span lang="{language}" dir="rtl">{match[0]}</span>'
        ),
        html,
    )
