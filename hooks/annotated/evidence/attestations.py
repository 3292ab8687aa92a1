"""Attestations of each entity: the sentences that name or link it, in reading order."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from annotated.content.endnotes import Endnotes
from annotated.content.statements import Statement
from annotated.linking.matcher import Matcher

# Statements by the id of an entity.
Attestations = Mapping[str, list[Statement]]


def entities_in(statement: Statement, matcher: Matcher) -> list[str]:
    """Return the ids of what a statement names by a spelling or links by hand, each once."""
    return list(dict.fromkeys([*matcher.ids_in(statement.text), *statement.linked]))


def attestations(
    statements: Iterable[Statement], matcher: Matcher, endnotes: Endnotes
) -> Attestations:
    """Return the attestations; a statement of a note is placed where the note is cited."""
    found: dict[str, list[Statement]] = defaultdict(list)
    for statement in sorted(statements, key=lambda each: paragraph_of(each, endnotes)):
        for id_ in entities_in(statement, matcher):
            found[id_].append(statement)
    return found


def paragraph_of(statement: Statement, endnotes: Endnotes) -> int:
    """Return the number of the paragraph of a statement, or of that in which its note is cited."""
    if statement.paragraph.isdigit():
        return int(statement.paragraph)
    note = endnotes.notes.get(statement.paragraph)
    return note.paragraph if note else 0
