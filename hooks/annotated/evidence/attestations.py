"""Where the text tells of each entity: the sentences that name or link it, in reading order."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from annotated.content.endnotes import Endnotes
from annotated.content.statements import Statement
from annotated.linking.matcher import Matcher

Tellings = Mapping[str, list[Statement]]


def named(part: Statement, matcher: Matcher) -> list[str]:
    """Return the ids of what a sentence names by a spelling or links by hand, each once."""
    found = [one.spelling.id for one in matcher.find(part.text) if one.spelling.id]
    return list(dict.fromkeys([*found, *part.linked]))


def tellings(parts: Iterable[Statement], matcher: Matcher, endnotes: Endnotes) -> Tellings:
    """Return the sentences by id of what they tell of; a note is read where it is cited."""
    told: dict[str, list[Statement]] = defaultdict(list)
    for part in sorted(parts, key=lambda part: paragraph_of(part, endnotes)):
        for id_ in named(part, matcher):
            told[id_].append(part)
    return told


def paragraph_of(part: Statement, endnotes: Endnotes) -> int:
    """Return the number of the paragraph in which a sentence stands, or its note is cited."""
    if part.paragraph.isdigit():
        return int(part.paragraph)
    note = endnotes.notes.get(part.paragraph)
    return note.paragraph if note else 0
