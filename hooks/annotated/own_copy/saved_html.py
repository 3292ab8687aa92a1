"""Text of a saved web page: its lines, its emphasis and its note marks, and nothing else."""

import re
from collections import Counter
from html.parser import HTMLParser

from annotated.core.placeholders import (
    EMPHASIS,
    EMPHASIS_END,
    NUMBERED,
    NUMBERED_END,
    RAISED,
    RAISED_END,
)
from annotated.own_copy.copy_text import clean
from annotated.own_copy.source_text import LeftOut, SourceText, count

LOOKS_LIKE = re.compile(r"<(?:!doctype html|html|body|p|div|h\d|article)\b[^>]*>", re.IGNORECASE)
# Elements of which the text is none of the page, or of no page that can be read: it is taken off
# under the name of what it is.
SILENT = {
    "title": "title of the page",
    "svg": "drawing",
    **dict.fromkeys(("button", "select", "textarea"), "control"),
    **dict.fromkeys(("noscript", "iframe", "object", "canvas", "audio", "video"), "fallback"),
}
CODE = frozenset({"script", "style", "template"})
BLOCKS = frozenset(
    {"p", "div", "li", "ul", "ol", "dl", "dt", "dd", "h1", "h2", "h3", "h4", "h5", "h6"}
    | {"blockquote", "section", "article", "header", "footer", "figure", "figcaption", "aside"}
    | {"table", "tr", "td", "th", "nav", "main", "form", "hr", "pre", "body"}
)
EMPHATIC = frozenset({"em", "i", "cite"})
# Raised text may nest, as a link in a raised number does; only a number or a letter is a mark.
RAISING = re.compile(f"(?<!{RAISED})[{RAISED}]+([^{RAISED}{RAISED_END}]*)[{RAISED_END}]+")
NUMBER = re.compile(r"[0-9]{1,4}")
LABEL = r"\d{1,3}|[a-z]"
# One number or letter, perhaps between brackets, or several divided by commas.
MARKS = re.compile(rf"\s*\[?(?:{LABEL})(?:\s*,\s*(?:{LABEL}))*\]?\s*")
ARROWS = re.compile(r"(?m)^[ ]*[↑^↩][︎️]?[ ]*|(?<! )[ ]*[↑↩][︎️]?[ ]*$")


def looks_like_html(text: str) -> bool:
    """Tell whether a text is a web page."""
    return bool(LOOKS_LIKE.search(text[:20_000]))


def read(html: str) -> SourceText:
    """Return the text of a page: a blank line between blocks, private characters for marks."""
    page = _Page()
    page.feed(html)
    page.close()
    text = RAISING.sub(_mark, "".join(page.out))
    arrows = "".join(match[0] for match in ARROWS.finditer(text)).split()
    taken_off = [LeftOut(name, data) for name, data in page.taken_off if data.strip()]
    taken_off += [LeftOut("link back to the text", arrow) for arrow in arrows]
    return SourceText(ARROWS.sub("", text), page.characters, tuple(taken_off))


def _mark(match: re.Match[str]) -> str:
    if not MARKS.fullmatch(match[1]):
        return match[1]
    return re.sub(LABEL, rf"{RAISED}\g<0>{RAISED_END}", match[1])


class _Page(HTMLParser):
    """Parser of the page: `out` are the pieces of its text, `characters` counts those it has.

    `taken_off` is what is no text of the page, after its name.
    """

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.out: list[str] = []
        self.taken_off: list[tuple[str, str]] = []
        self.characters: Counter[str] = Counter()
        self._silent: list[str] = []
        self._lists: list[int] = []
        self._ends: list[tuple[str, str]] = []
        self._pre = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a block, a mark or emphasis."""
        if tag in SILENT or tag in CODE:
            self._silent.append(tag)
        if self._silent:
            return
        values = {name: value or "" for name, value in attrs}
        if tag in BLOCKS:
            self._block()
        if tag in {"ol", "ul"}:
            start = NUMBER.fullmatch(values.get("start", "1"))
            self._lists.append(int(start[0] if start else 1) if tag == "ol" else 0)
        self._pre += tag == "pre"
        if tag == "br":
            self.out.append("\n")
        elif tag == "li" and self._lists and self._lists[-1]:
            self._number(values.get("value", ""))
        elif tag == "sup" or (tag == "a" and "#" in values.get("href", "")):
            self._open(tag, RAISED, RAISED_END)
        elif tag in EMPHATIC:
            self._open(tag, EMPHASIS, EMPHASIS_END)

    def _open(self, tag: str, begin: str, end: str) -> None:
        self.out.append(begin)
        self._ends.append((tag, end))

    def _number(self, value: str) -> None:
        number = int(value) if NUMBER.fullmatch(value) else self._lists[-1]
        self._lists[-1] = number + 1
        self.characters += count(str(number))
        self.out.append(f"{NUMBERED}{number}{NUMBERED_END}")

    def handle_endtag(self, tag: str) -> None:
        """End what has begun."""
        if self._silent:
            # What is left open inside ends with what is around it.
            while tag in self._silent and self._silent.pop() != tag:
                pass
            return
        if tag in {"ol", "ul"} and self._lists:
            self._lists.pop()
        self._pre -= tag == "pre" and self._pre > 0
        if self._ends and self._ends[-1][0] == tag:
            self.out.append(self._ends.pop()[1])
        if tag in BLOCKS:
            self._block()

    def handle_data(self, data: str) -> None:
        """Keep the text, without the private characters that references may stand for."""
        if CODE & set(self._silent):
            return
        data = clean(data)
        self.characters += count(data)
        if self._silent:
            self.taken_off.append((SILENT[self._silent[0]], data))
        else:
            self.out.append(data if self._pre else re.sub(r"[ \n\f]+", " ", data))

    def parse_marked_section(self, i: int, report: bool = True) -> int:  # noqa: FBT001, FBT002
        """Take “<![” for a comment, as HTML does: the base class fails at some of them."""
        return self.parse_bogus_comment(i, report)

    def _block(self) -> None:
        self.out += [end for _, end in reversed(self._ends)]
        self._ends.clear()
        self.out.append("\n\n")
