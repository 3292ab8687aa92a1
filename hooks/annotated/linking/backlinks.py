"""Backlinks: every mention of an entity, in its sentence, listed on its page or entry."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from html import escape, unescape
from typing import NamedTuple

from annotated.core.placeholders import FOLDED_MENTIONS, MENTION_COUNT, MENTION_NUMBER, MENTIONS
from annotated.linking.linker import Mention
from annotated.model.anchors import anchor_label


class LocatedMention(NamedTuple):
    """A mention and its page: the page's address from the root of the site, and its title."""

    mention: Mention
    url: str
    title: str


# A page lists so many mentions in their sentences, and links to the paragraphs of all others.
IN_SENTENCES = 60
# A row of a list links to so many paragraphs; all of them are on the page to which the row leads.
IN_A_ROW = 20

Located = Sequence[LocatedMention]
# Returns, for the id of a statement, the attributes of an item that quotes it, and what is read
# before it.
Marks = Callable[[str], tuple[str, str]]


def fill(
    html: str, mentions: Mapping[str, Located], href: Callable[[str], str], marks: Marks
) -> str:
    """Return `html` with every list and count of mentions in place of its placeholder.

    `mentions` are by the id of the entity; `href` turns an address from the root of the site into
    one relative to this page.
    """
    html = MENTION_COUNT.pattern.sub(lambda match: _count(mentions.get(match[1], ()), href), html)
    html = MENTION_NUMBER.pattern.sub(lambda match: str(len(mentions.get(match[1], ()))), html)
    html = FOLDED_MENTIONS.pattern.sub(
        lambda match: _folded(mentions.get(match[1], ()), href, marks), html
    )
    return MENTIONS.pattern.sub(
        lambda match: _listed(mentions.get(match[1], ()), href, marks), html
    )


def _count(located: Located, href: Callable[[str], str]) -> str:
    """Return the number of mentions, and links to the first paragraphs and notes that hold one."""
    if not located:
        return "0"
    anchors = _anchors(located)
    more = len(anchors) - IN_A_ROW
    rest = f" and {more} more, listed on its page" if more > 0 else ""
    return f"{len(located)}: {_links(anchors[:IN_A_ROW], href)}{rest}"


def _anchors(located: Located) -> list[tuple[str, str]]:
    """Return the page and the anchor of each paragraph or note that holds a mention."""
    return [*dict.fromkeys((place.url, place.mention.anchor) for place in located)]


def _links(anchors: Iterable[tuple[str, str]], href: Callable[[str], str]) -> str:
    links = " ".join(
        f'<a href="{href(url)}#{anchor}">{anchor_label(anchor)}</a>' for url, anchor in anchors
    )
    return f'<span class="where">{links}</span>'


def _listed(located: Located, href: Callable[[str], str], marks: Marks) -> str:
    """Return the mentions in their sentences; of many, the last ones as links alone."""
    if not located:
        return '<p class="mentions-none">The restated text does not name it.</p>'
    first, others = located[:IN_SENTENCES], located[IN_SENTENCES:]
    items = "".join(_item(place, href, marks) for place in first)
    number = f"{len(others)} more {'mention' if len(others) == 1 else 'mentions'}"
    rest = f"<p>{number}: {_links(_anchors(others), href)}</p>" if others else ""
    return f'<ol class="mentions">{items}</ol>{rest}'


def _folded(located: Located, href: Callable[[str], str], marks: Marks) -> str:
    if not located:
        return _listed(located, href, marks)
    summary = f"{len(located)} {'mention' if len(located) == 1 else 'mentions'}"
    return (
        f'<details class="mentions-folded"><summary>{summary}</summary>'
        f"{_listed(located, href, marks)}</details>"
    )


def _item(located: LocatedMention, href: Callable[[str], str], marks: Marks) -> str:
    mention = located.mention
    attributes, said = marks(mention.statement)
    by_editor = '<span class="by-editor">remark: </span>' if mention.by_editor else ""
    sentence, start, end = mention.sentence, mention.start, mention.end
    before, name = sentence[:start].lstrip(), sentence[start:end]
    after = sentence[end:].removesuffix("&#160;").rstrip()
    address, label = f"{href(located.url)}#{mention.anchor}", anchor_label(mention.anchor)
    title = escape(unescape(located.title))
    return (
        f'<li{attributes}><a href="{address}" title="{title}">{label}</a> '
        f"{said}{by_editor}{before}<mark>{name}</mark>{after}</li>"
    )
