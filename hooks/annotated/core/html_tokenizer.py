"""HTML tokenizer: cuts a page into tags and text; what is not changed stays byte for byte."""

import re
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import NamedTuple

# A comment that is never closed ends with the page, as in HTML; a tag that is not, is text.
COMMENT = r"<!--.*?(?:-->|\Z)"
REST = r"""[^"'<>]*+(?:(?:"[^"]*"|'[^']*')[^"'<>]*+)*+"""
MARKUP = re.compile(rf"({COMMENT}|</?[a-zA-Z]{REST}>|<)", re.DOTALL)
TAG = re.compile(r"<(/?)([a-zA-Z][\w:-]*)")
ATTRIBUTE = re.compile(r"""([\w:-]+)\s*=\s*("[^"]*"|'[^']*')""")
# How many pieces are kept as they were read: closing tags, and those without an id, come again.
KEPT = 1024
NONE: Mapping[str, str] = MappingProxyType({})
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
    # Whether this tag opens an element that a later tag closes.
    opens: bool = False

    @property
    def is_text(self) -> bool:
        """Tell whether this is text that a reader sees."""
        return not self.name and not self.raw.startswith("<!--")

    @property
    def attributes(self) -> Mapping[str, str]:
        """Return the values of the attributes as they are written; of two the first counts."""
        return _attributes(self.rest) if "=" in self.rest else NONE

    def attribute(self, name: str) -> str:
        """Return the value of an attribute as it is written, or an empty string."""
        # Most tags do not have what is looked for.
        return self.attributes.get(name, "") if name in self.rest else ""


def cut(html: str) -> list[str]:
    """Return the pieces of `html`: texts at even places, some of them empty, and what parts them.

    That is a tag, a comment, or a “<” that begins neither. Joined, the pieces are `html` again.
    """
    return MARKUP.split(html)


@lru_cache(maxsize=KEPT)
def token(raw: str) -> Token:
    """Return a piece of HTML, as `cut` parts it, as a token."""
    tag = TAG.match(raw)
    if not tag:
        return Token(raw)
    name, is_closing = tag[2].lower(), bool(tag[1])
    return Token(raw, name, is_closing, raw[tag.end() : -1], not is_closing and name not in VOID)


@lru_cache(maxsize=KEPT)
def _attributes(rest: str) -> Mapping[str, str]:
    return {name: quoted[1:-1] for name, quoted in reversed(ATTRIBUTE.findall(rest))}


def tokens(html: str) -> Iterator[Token]:
    """Yield the tokens of `html`; joined, their `raw` is `html` again."""
    for place, piece in enumerate(cut(html)):
        if place % 2:
            yield token(piece)
        elif piece:
            yield Token(piece)


def rewrite_text(html: str, wanted: re.Pattern[str], rewrite: Callable[[str], str]) -> str:
    """Return `html` with `rewrite` applied to each text that holds what is `wanted`.

    The text of the elements of UNLINKED stays as it is.
    """
    pieces, closed_by = cut(html), ""
    # What is wanted may stand in the attributes of every page, and in the text of few.
    if not wanted.search("<".join(pieces[::2])):
        return html
    for place, piece in enumerate(pieces):
        if place % 2:
            tag = token(piece)
            if not closed_by and tag.opens and tag.name in UNLINKED:
                closed_by = tag.name
            elif tag.closing and tag.name == closed_by:
                closed_by = ""
        elif not closed_by and wanted.search(piece):
            pieces[place] = rewrite(piece)
    return "".join(pieces)
