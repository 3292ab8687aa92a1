"""Voices: whose word alone a statement is, by who speaks and who else tells of the same event.

The rule, which `docs/claims/index.md` tells a reader: what the group says is its word alone, and
what officials say is theirs, unless a statement by somebody else, or one told as a fact, links to
an event that it links to as well. The author’s own judgment is no other voice, and an event that
is itself a speech or a report is no such event: that it took place bears out nothing that was said.
What is told otherwise and rests on nothing but interviews is the word of interviews alone, unless
any other statement, whoever makes it, links to such an event and does not rest on interviews.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Literal

from annotated.content.rulings import Ruling
from annotated.content.statements import Statement

Alone = Literal["group", "official", "interview", ""]
# Events that are themselves somebody’s word.
WORDS = ("declaration", "speech", "publication", "video", "report", "interview")


def alone(
    statements: Sequence[Statement],
    happenings: Iterable[str],
    resting_on_interviews: Iterable[str],
    rulings: Iterable[Ruling] = (),
) -> Mapping[str, Alone]:
    """Return whose word alone each statement is, by its id.

    `happenings` are the ids of the events that are nobody’s word, `resting_on_interviews` those
    of the statements all of whose sources are interviews.
    """
    events, interviews = frozenset(happenings), frozenset(resting_on_interviews)
    # Who tells of each event, and whether by an interview.
    voices: dict[str, set[tuple[str, bool]]] = defaultdict(set)
    for statement in statements:
        if statement.speaker != "author":
            for id_ in events.intersection(statement.linked):
                voices[id_].add((statement.speaker, statement.id in interviews))
    ruled = {id_: ruling.alone for ruling in rulings if ruling.alone for id_ in ruling.statements}
    found: dict[str, Alone] = {}
    for statement in statements:
        told = {voice for id_ in events.intersection(statement.linked) for voice in voices[id_]}
        others = {
            speaker
            for speaker, by_interview in told
            if speaker != statement.speaker or (statement.id in interviews and not by_interview)
        }
        by_rule = "" if others else _own(statement, interviews)
        ruling = ruled.get(statement.id, by_rule)
        found[statement.id] = "" if ruling == "nobody" else ruling
    return found


def _own(statement: Statement, interviews: frozenset[str]) -> Alone:
    if statement.speaker == "group":
        return "group"
    if statement.id in interviews:
        return "interview"
    return "official" if statement.speaker == "official" else ""
