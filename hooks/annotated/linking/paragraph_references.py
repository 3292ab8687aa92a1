"""References in a text, “¶12” or “notes 43 and 44”, linked to the paragraph and the notes."""

import re
from collections.abc import Callable
from functools import partial

from annotated.core.html_tokenizer import rewrite_text
from annotated.model.anchors import note_anchor, paragraph_anchor

# A letter counts as a note only where no word follows: “note a”, but not “note a change”.
# More numbers follow only a plural: “notes 2 and 52”, but not “note 2 and 52 days”.
NUMBER = r"(?:[0-9]+|[a-z](?=[.,;:)’”]|\s*$|\sand\s))"
REFERENCE = re.compile(
    rf"¶[0-9]+(?:[-–][0-9]+)?|\b[Nn]ote\s{NUMBER}"
    rf"|\b[Nn]otes\s{NUMBER}(?:(?:,\s|\sand\s|,\sand\s|\sto\s|[-–]){NUMBER})*"
)
# The beginning of any of these. It begins with a letter or sign itself, which is found fast.
BEGINS = re.compile(r"¶[0-9]|[Nn](?<![a-z].)otes?\s")
SINGLE = re.compile(r"¶?(?<![\w])(?:[0-9]+|[a-z])(?!\w)")


def link_references(html: str, href: Callable[[str], str]) -> str:
    """Return `html` with paragraphs and notes linked.

    `href` returns the address, relative to the page, of `p12` or `fn:43`; where it returns an
    empty string the reference stays text.
    """
    return rewrite_text(html, BEGINS, partial(REFERENCE.sub, partial(_linked, href=href)))


def _may_hold(text: str) -> bool:
    return "¶" in text or "note" in text.lower()


def _linked(match: re.Match[str], href: Callable[[str], str]) -> str:
    anchor_of = _anchor_of(match[0])
    return SINGLE.sub(partial(_linked_single, anchor_of=anchor_of, href=href), match[0])


def _linked_single(
    match: re.Match[str], anchor_of: Callable[[str], str], href: Callable[[str], str]
) -> str:
    address = href(anchor_of(match[0].lstrip("¶")))
    return f'<a href="{address}">{match[0]}</a>' if address else match[0]


def _anchor_of(reference: str) -> Callable[[str], str]:
    return paragraph_anchor if reference.startswith("¶") else note_anchor


def missing_references(text: str, known: Callable[[str], bool]) -> list[tuple[str, str]]:
    """Return (reference, anchor) for each paragraph or note that a plain text names in vain."""
    if not _may_hold(text):
        return []
    missing = []
    for match in REFERENCE.finditer(text):
        anchor_of = _anchor_of(match[0])
        anchors = [anchor_of(single[0].lstrip("¶")) for single in SINGLE.finditer(match[0])]
        missing += [(match[0], anchor) for anchor in anchors if not known(anchor)]
    return missing
