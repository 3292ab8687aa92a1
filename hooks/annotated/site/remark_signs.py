"""Signs of remarks: a small link in the sentence, behind the words that a remark hangs on."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable
from html import escape, unescape
from itertools import pairwise

from annotated.core.html_tokenizer import tokens
from annotated.model.anchors import paragraph_anchor, remark_anchor
from annotated.model.remarks import Remark

PARAGRAPH = re.compile(r'<p(?=[^>]*\sid="p(\d+)")[^>]*>.*?</p>', re.DOTALL)
LETTER = re.compile(r"&#?\w+;|.", re.DOTALL)


def add(html: str, remarks_beside: Callable[[str], Iterable[Remark]]) -> str:
    """Return a chapter with the signs in it; `remarks_beside` are those of a paragraph."""

    def signed(match: re.Match[str]) -> str:
        words = [
            (attachment.words, _sign(match[1], remark))
            for remark in remarks_beside(match[1])
            for attachment in remark.at
            if attachment.target == ("paragraph", match[1])
        ]
        return _with_signs(match[0], words) if words else match[0]

    return PARAGRAPH.sub(signed, html)


def _sign(number: str, remark: Remark) -> str:
    target = f"{paragraph_anchor(number)}-{remark_anchor(remark.id)}"
    name = escape(f"remark: {remark.subject}")
    return (
        f'<a class="remark-sign {remark.weight}" href="#{target}" aria-label="{name}" '
        "data-search-exclude></a>"
    )


def _with_signs(html: str, words: list[tuple[str, str]]) -> str:
    """Return a paragraph with each sign behind its words, outside of links."""
    visible, ends = _visible(html)
    signs: dict[int, str] = defaultdict(str)
    for phrase, sign in words:
        pattern = r"\s+".join(map(re.escape, phrase.split()))
        if match := re.search(rf"(?<!\w){pattern}(?!\w)", visible):
            signs[ends[match.end() - 1]] += sign
    cuts = [0, *sorted(signs), len(html)]
    return "".join(html[start:end] + signs.get(end, "") for start, end in pairwise(cuts))


def _visible(html: str) -> tuple[str, list[int]]:
    """Return what a reader sees but for the numbers of notes, and where it may be interrupted.

    The second holds for each letter the offset behind it in `html`; in a link, behind the link.
    """
    text: list[str] = []
    ends: list[int] = []
    position, is_raised, link_begins = 0, False, -1
    for token in tokens(html):
        if token.name == "sup":
            is_raised = not token.closing
        if token.is_text and not is_raised:
            for match in LETTER.finditer(token.raw):
                letters = unescape(match[0])
                text.append(letters)
                ends += [position + match.end()] * len(letters)
        position += len(token.raw)
        if token.name == "a" and not token.closing:
            link_begins = len(ends)
        elif token.name == "a":
            ends[link_begins:] = [position] * (len(ends) - link_begins)
    return "".join(text), ends
