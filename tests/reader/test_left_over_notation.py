"""The notation of Markdown, which no built page shows as it was typed, but for examples of it."""

import re
from pathlib import Path

from annotated.core.html_tokenizer import tokens

# A brace before a class, an id or a language; a link, a note or an editor's note not converted.
NOTATION = re.compile(r"\{:? ?[.#]|\{ ?lang=|\]\{|\]\(|\[\^|^!!! |\*\*|\[\[|\]\]", re.MULTILINE)
SHOWN_AS_TYPED = {"code", "pre", "script", "style", "kbd"}


def visible(html: str) -> str:
    """Return the text of a page without what is shown as it is typed."""
    text, inside = [], 0
    for token in tokens(html):
        if token.name in SHOWN_AS_TYPED:
            inside += -1 if token.closing else 1
        elif token.is_text and not inside:
            text.append(token.raw)
    return "".join(text)


def test_no_page_shows_notation(site: Path) -> None:
    left = {
        path.relative_to(site).as_posix(): found
        for path in site.rglob("*.html")
        if (found := NOTATION.findall(visible(path.read_text(encoding="utf-8"))))
    }

    assert left == {}
