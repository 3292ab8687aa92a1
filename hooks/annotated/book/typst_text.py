"""Text in the markup of Typst: plain words, and the little HTML of references and remarks."""

import re
from html.parser import HTMLParser

# Signs that Typst reads as markup.
SIGNS = re.compile(r"[\\#$*_`<>@\[\]~=/+\-]")
# What stands for a sign where it does not begin anything.
LINK = re.compile(r"\[([^\[\]]*)\](?:\([^)\s]*\)|\{[^}]*\})")
CITED = re.compile(r"\[?@[\w-]+\]?")
EMPHASIS = re.compile(r"(?<!\w)[*_]([^*_\n]+)[*_](?!\w)")


def plain(text: str) -> str:
    """Return plain words, in which no sign is markup."""
    return SIGNS.sub(lambda match: f"\\{match[0]}", text)


def of_markdown(text: str) -> str:
    """Return a few paragraphs of Markdown, with emphasis, and links as their words."""
    for notation in (LINK, LINK):
        text = notation.sub(r"\1", text)
    text = CITED.sub("", text)
    pieces = EMPHASIS.split(text)
    # Of what is split, every second piece is emphasized.
    return "".join(
        f"#emph[{plain(piece)}]" if number % 2 else plain(piece)
        for number, piece in enumerate(pieces)
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
        self.pieces += ["]"] * (tag == "em")

    def handle_data(self, data: str) -> None:
        self.pieces.append(plain(data))
