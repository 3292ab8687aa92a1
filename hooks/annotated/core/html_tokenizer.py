"""HTML tokenizer: cuts a page into tags and text; what is not changed stays byte for byte."""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

# A comment that is never closed ends with the page, as in HTML; a tag that is not, is text.
TOKEN = re.compile(
    r"<!--.*?(?:-->|\Z)"
    r"|<(?P<close>/?)(?P<name>[a-zA-Z][\w:-]*)(?P<rest>(?:\"[^\"]*\"|'[^']*'|[^'\"<>])*+)>"
    r"|[^<]+|<",
    re.DOTALL,
)
ATTRIBUTE = re.compile(r"([\w:-]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")
VOID = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"}
)
# Where names and references are never linked: links, headings, code, and titles of sources.
UNLINKED = frozenset(
    {"a", "h1", "h2", "h3", "h4", "h5", "h6", "code", "pre", "kbd", "script", "style", "svg"}
    | {"textarea", "button", "option", "label", "legend", "summary", "cite", "sup", "caption", "th"}
)


class Token(NamedTuple):
    """A piece of HTML: a tag where `name` is set, a comment or text where it is not.

    A tuple, because a page has thousands and a frozen dataclass takes three times as long to make.
    """

    raw: str
    name: str = ""
    closing: bool = False
    rest: str = ""

    @property
    def is_text(self) -> bool:
        """Tell whether this is text that a reader sees."""
        return not self.name and not self.raw.startswith("<!--")

    @property
    def opens(self) -> bool:
        """Tell whether this tag opens an element that a later tag closes."""
        return bool(self.name) and not self.closing and self.name not in VOID

    def attribute(self, name: str) -> str:
        """Return the value of an attribute as it is written, or an empty string."""
        if name not in self.rest:  # as in most tags
            return ""
        for match in ATTRIBUTE.finditer(self.rest):
            if match[1] == name:
                return str(match[2] if match[2] is not None else match[3])
        return ""


def tokens(html: str) -> Iterator[Token]:
    """Yield the tokens of `html`; joined, their `raw` is `html` again."""
    for match in TOKEN.finditer(html):
        name = match["name"]
        if name:
            yield Token(match[0], name.lower(), bool(match["close"]), match["rest"])
        else:
            yield Token(match[0])


def rewrite_text(html: str, rewrite: Callable[[str], str]) -> str:
    """Return `html` with `rewrite` applied to its text, but for the elements of UNLINKED."""
    out, closed_by = [], ""
    for token in tokens(html):
        if not closed_by and token.opens and token.name in UNLINKED:
            closed_by = token.name
        elif token.closing and token.name == closed_by:
            closed_by = ""
        out.append(rewrite(token.raw) if token.is_text and not closed_by else token.raw)
    return "".join(out)
