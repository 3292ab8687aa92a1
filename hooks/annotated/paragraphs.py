"""Numbered paragraphs on the page: the number as a permanent link, the speaker of a quotation."""

import re

PARAGRAPH = re.compile(r"<p(?=[^>]*\sid=\"p(\d+)\")[^>]*>")
SPEAKER = re.compile(r"\sdata-speaker=\"([^\"]*)\"")


def number(html: str) -> str:
    """Return `html` with a link to itself at the head of each `<p id="pN">`.

    A paragraph with `data-speaker` says at its head whose words it restates. Neither is read
    into the search index.
    """
    return PARAGRAPH.sub(_head, html)


def _head(match: re.Match[str]) -> str:
    link = (
        f'<a class="paragraph-number" href="#p{match[1]}" data-search-exclude '
        f'title="Permanent link to ¶{match[1]}">¶{match[1]}</a>'
    )
    speaker = SPEAKER.search(match[0])
    words = f"Quoted by the article: {speaker[1]}" if speaker else ""
    said = f'<span class="speaker" data-search-exclude>{words}</span>' if words else ""
    return match[0] + link + said
