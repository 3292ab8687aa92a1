"""Numbered paragraphs on the page: the number as a permanent link, the tools, the sections."""

import re
from collections.abc import Callable, Iterable
from functools import partial
from html import escape

PARAGRAPH = re.compile(r"<p(?=[^>]*\sid=\"p(\d+)\")[^>]*>")
HEADING = re.compile(r'<h2 id="([^"]+)">(.*?)(?:<a class="headerlink".*?</a>)?</h2>')
SPEAKER = re.compile(r"\sdata-speaker=\"([^\"]*)\"")
# What a tool is called beside the paragraph, and in full.
ORIGINAL = ("original", "¶{} of the article, at its publisher")
EDIT = ("edit", "Edit ¶{}")


def number(html: str, original: Callable[[str], str], edit: Callable[[str], str]) -> str:
    """Return `html` with a link to itself at the head of each `<p id="pN">`, then its tools.

    `original` and `edit` return, for `p12`, the address of that paragraph at the publisher and
    in the source of the guide, or "". A paragraph with `data-speaker` says whose words it restates.
    """
    return PARAGRAPH.sub(partial(_head, original=original, edit=edit), html)


def sections(html: str) -> str:
    """Return links to the sections of a page, or nothing where it has fewer than two."""
    links = [f'<a href="#{id_}">{title}</a>' for id_, title in HEADING.findall(html)]
    if not links[1:]:
        return ""
    return f'<nav class="sections" aria-label="Sections">{" ".join(links)}</nav>'


def _head(match: re.Match[str], original: Callable[[str], str], edit: Callable[[str], str]) -> str:
    anchor = f"p{match[1]}"
    link = (
        f'<a class="paragraph-number" href="#{anchor}" '
        f'title="Permanent link to ¶{match[1]}">¶{match[1]}</a>'
    )
    tools = ((ORIGINAL, original(anchor)), (EDIT, edit(anchor)))
    speaker = SPEAKER.search(match[0])
    words = f"Quoted by the article: {speaker[1]}" if speaker else ""
    said = f'<span class="speaker">{words}</span>' if words else ""
    return f'{match[0]}<span class="margin">{link}{_tools(tools, match[1])}</span>{said}'


def _tools(tools: Iterable[tuple[tuple[str, str], str]], number: str) -> str:
    return "".join(
        f'<a class="tool" href="{escape(address)}" rel="noreferrer" '
        f'title="{title.format(number)}">{word}</a>'
        for (word, title), address in tools
        if address
    )
