"""Text in the markup of Typst: plain words, and the little HTML of references and remarks."""

import re
from collections.abc import Collection
from html.parser import HTMLParser

from annotated.book.markdown_words import pieces_of

# Signs that Typst reads as markup.
SIGNS = re.compile(r"[\\#$*_`<>@\[\]~=/+\-]")
# What ends a call, so that no sign behind it is taken for a part of it.
END = ";"
PARAGRAPH = re.compile(r"¶(\d+)")


def plain(text: str) -> str:
    """Return plain words, in which no sign is markup."""
    return SIGNS.sub(lambda match: f"\\{match[0]}", text)


def quoted(text: str) -> str:
    """Return words as a string of Typst's own language."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def of_markdown(text: str, numbers: Collection[str] = ()) -> str:
    """Return a line of Markdown, with emphasis, and links as their words.

    What it says of a paragraph of these numbers leads there.
    """
    return "".join(
        f"#emph[{plain(piece.words)}]{END}" if piece.emphasized else _leading(piece.words, numbers)
        for piece in pieces_of(text)
    )


def _leading(words: str, numbers: Collection[str]) -> str:
    return PARAGRAPH.sub(
        lambda match: f"#link(<p{match[1]}>)[{match[0]}]{END}" if match[1] in numbers else match[0],
        plain(words),
    )


def of_html(html: str) -> str:
    """Return a line of HTML, with emphasis, and links as their words."""
    reader = _Reader()
    reader.feed(html)
    return "".join(reader.pieces)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.pieces: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        self.pieces += ["#emph["] * (tag == "em")

    def handle_endtag(self, tag: str) -> None:
        self.pieces += [f"]{END}"] * (tag == "em")

    def handle_data(self, data: str) -> None:
        self.pieces.append(plain(data))
