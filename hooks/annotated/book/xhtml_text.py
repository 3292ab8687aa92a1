"""Text in the XHTML of an electronic book: plain words, and the Markdown of remarks and lists."""

import re
from collections.abc import Mapping
from html import escape

from annotated.book.markdown_words import pieces_of
from annotated.model import arabic_script

PARAGRAPH = re.compile(r"¶(\d+)")


def plain(text: str) -> str:
    """Return plain words, with their Arabic in its language and direction."""
    return arabic_script.marked(escape(text, quote=False))


def of_markdown(text: str, pages: Mapping[str, str]) -> str:
    """Return a line of Markdown, with emphasis, and links as their words.

    What it says of a paragraph leads there: `pages` has the file in which each number stands.
    """
    return "".join(
        f"<em>{plain(piece.words)}</em>" if piece.emphasized else leading(piece.words, pages)
        for piece in pieces_of(text)
    )


def leading(words: str, pages: Mapping[str, str]) -> str:
    """Return plain words, of which the numbers of paragraphs lead there."""
    return PARAGRAPH.sub(
        lambda match: (
            f'<a href="{pages[match[1]]}#p{match[1]}">{match[0]}</a>'
            if match[1] in pages
            else match[0]
        ),
        plain(words),
    )
