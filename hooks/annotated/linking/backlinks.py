"""The other direction: every mention of an entity, in its sentence, from its page or entry."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from html import escape, unescape

from annotated.linking.link_types import Mention
from annotated.model.entities import Entity

MENTIONS = re.compile(r'<div data-mentions="([\w-]+)"( data-folded(?:="")?)?></div>')
COUNT = re.compile(r'<span data-count="([\w-]+)"></span>')


@dataclass(frozen=True)
class Located:
    """A mention and the page it stands on: its address from the root of the site, its title."""

    mention: Mention
    url: str
    title: str


def count(entity: Entity) -> str:
    """Return the mark that is replaced by the number of mentions, once all pages are read."""
    return f'<span data-count="{entity.id}"></span>'


def fill(html: str, mentions: Mapping[str, Sequence[Located]], href: Callable[[str], str]) -> str:
    """Return `html` with every list and count of mentions in its place.

    `href` turns an address from the root of the site into one relative to this page.
    """
    html = COUNT.sub(lambda match: _where(mentions.get(match[1], ()), href), html)
    return MENTIONS.sub(
        lambda match: _block(mentions.get(match[1], ()), href, folded=bool(match[2])), html
    )


def _where(located: Sequence[Located], href: Callable[[str], str]) -> str:
    anchors = dict.fromkeys((one.url, one.mention.anchor) for one in located)
    links = [f'<a class="where" href="{href(url)}#{at}">{label(at)}</a>' for url, at in anchors]
    return f"{len(located)}{': ' if links else ''}{' '.join(links)}"


def label(anchor: str) -> str:
    """Return “¶12” for the anchor of a paragraph and “note 43” for that of a note."""
    kind, _, number = anchor.rpartition(":")
    return f"note {number}" if kind else f"¶{number.removeprefix('p')}"


def _block(located: Sequence[Located], href: Callable[[str], str], *, folded: bool) -> str:
    if not located:
        return '<p class="mentions-none">The restated text does not name it.</p>'
    items = "".join(_item(one, href) for one in located)
    found = f'<ol class="mentions">{items}</ol>'
    word = "mention" if len(located) == 1 else "mentions"
    summary = f"<summary>{len(located)} {word}</summary>"
    return f'<details class="mentions-folded">{summary}{found}</details>' if folded else found


def _item(located: Located, href: Callable[[str], str]) -> str:
    mention = located.mention
    by_editor = '<span class="by-editor">editor’s note: </span>' if mention.by_editor else ""
    sentence, start, end = mention.sentence, mention.start, mention.end
    before, words = sentence[:start].lstrip(), sentence[start:end]
    after = sentence[end:].removesuffix("&#160;").rstrip()
    address, where = f"{href(located.url)}#{mention.anchor}", label(mention.anchor)
    title = escape(unescape(located.title))
    return (
        f'<li><a class="where" href="{address}" title="{title}">{where}</a> '
        f"{by_editor}{before}<mark>{words}</mark>{after}</li>"
    )
