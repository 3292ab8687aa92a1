"""Marks of the lenses in a chapter: data at each statement that a style or a script shows.

Nothing of them is seen until a reader chooses a lens, but for a rule in the gutter. Who speaks is
also there as text, which is read aloud only while a lens is on.
"""

import re
from collections.abc import Iterable, Mapping
from html import escape
from typing import NamedTuple, TypeAlias

from annotated.content.statements import Statement
from annotated.evidence.statement_evidence import Evidence
from annotated.evidence.support import NO_NOTE
from annotated.model.vocabulary import HEDGE_KINDS, SPEAKERS

SPAN = re.compile(
    rf'<span(?=[^>]*\sid="([\w-]+)")(?=[^>]*\sclass="(?:{"|".join(SPEAKERS)})")[^>]*>'
)
HEDGE = re.compile(rf'<span class="({"|".join(HEDGE_KINDS)})">')
# The sign of each kind of hedge, as narrow as the gutter.
HEDGE_SIGNS = {
    "estimate": "?",
    "appearance": "◊",
    "attribution": "”",
    "approximation": "≈",
    "condition": "if",
}
# The sign of what a statement rests on, by the words for it; several sources are counted.
SEVERAL = "2+"
SUPPORT_SIGNS = {
    NO_NOTE: "–",
    "one source": "1",
    "several sources": SEVERAL,
    "an interview": "i",
    "interviews": "i",
    "the group’s word": "g",
    "the author’s own work": "a",
}
# What is added to it where the notes may not bear the statement.
DOUBT = "?"
# An item of a list, or a cell, that begins with an event: after its date, where that is told.
EVENT_ITEM = re.compile(
    r'<(?:li|td)(?=>(?:<span class="when">[^<]*</span>\s*)?<a\b[^>]*\sdata-entity="([\w-]+)")'
)
# An item of the map, or an entry of a compact list, which names its event itself.
NAMED_ITEM = re.compile(
    r'<(?:li\b(?=[^>]*\sdata-event="([\w-]+)")|details\b(?=[^>]*\sid="row-([\w-]+)"))'
)


class Mark(NamedTuple):
    """What marks a statement: attributes of its element, and what is read aloud before its words.

    `of_item` are the attributes of an item of a list that quotes it, which has no card.
    """

    attributes: str
    said: str
    of_item: str


# What marks statements, by their id.
Marks: TypeAlias = Mapping[str, Mark]


def marks(statements: Iterable[Statement], evidence: Evidence) -> Marks:
    """Return what marks statements."""
    return {statement.id: _mark(statement, evidence) for statement in statements}


def mark(html: str, known: Marks) -> str:
    """Return the HTML of a chapter in which its statements, if they are known, and hedges are."""

    def marked(match: re.Match[str]) -> str:
        found = known.get(match[1])
        return f"{match[0][:-1]}{found.attributes}>{found.said}" if found else match[0]

    return HEDGE.sub(_hedge, SPAN.sub(marked, html))


def _mark(statement: Statement, evidence: Evidence) -> Mark:
    facts = _facts(statement, evidence)
    told = _written(facts)
    # Who says it is there as text, out of sight.
    said = f'<span class="said" data-search-exclude>{evidence.label(statement)}: </span>'
    # Its class tells who says it there, and what it rests on its sign, but for a doubt.
    apart = {"who", *(() if facts["mark"].endswith(DOUBT) else ("mark",))}
    of_item = _written({name: words for name, words in facts.items() if name not in apart})
    attributes = told + _written(_card(statement, evidence))
    return Mark(attributes, said, f' class="{statement.speaker}"{of_item}')


def sign(rests: str) -> str:
    """Return the sign of what a statement rests on, in words: of several sources their number."""
    return SUPPORT_SIGNS.get(rests, rests[0])


def is_count(sign: str) -> bool:
    """Return whether the sign of a support is the number of several sources."""
    sign = sign.removesuffix(DOUBT)
    return sign == SEVERAL or (sign.isdigit() and sign != "1")


def date_events(html: str, known: Mapping[str, str]) -> str:
    """Return a page in which the items of lists that tell of events say since when each is known.

    `known` is that day, or "", by the id of the event.
    """

    def dated(match: re.Match[str]) -> str:
        day = known.get(next(filter(None, match.groups())))
        return match[0] if day is None else f'{match[0]} data-known="{day}"'

    return NAMED_ITEM.sub(dated, EVENT_ITEM.sub(dated, html))


def _facts(statement: Statement, evidence: Evidence) -> dict[str, str]:
    """Return what a lens shows of a statement.

    That it rests on no note, as most do, or on nothing with a date, is not written.
    """
    rests, since = evidence.rests_on(statement), evidence.known_since(statement)
    doubt = DOUBT if evidence.support(statement).doubt else ""
    is_bare = rests == NO_NOTE and not doubt
    return {
        "who": evidence.letter(statement),
        "rests": "" if is_bare else rests,
        "mark": "" if is_bare else sign(rests) + doubt,
        "known": str(since.last) if since else "",
    }


def _card(statement: Statement, evidence: Evidence) -> dict[str, str]:
    """Return what the card of a statement tells besides, which only its own element has."""
    support, alone = evidence.support(statement), {"alone": evidence.alone_words(statement)}
    # Without a note there is nothing more to say.
    if not support.notes:
        return alone
    undated = evidence.undated_because(statement)
    return {**alone, "support": support.words, "undated": undated, "doubt": support.doubt}


def _written(facts: Mapping[str, str]) -> str:
    return "".join(f' data-{name}="{escape(words)}"' for name, words in facts.items() if words)


def _hedge(match: re.Match[str]) -> str:
    kind = match[1]
    return f'<span class="hedge {kind}">'
