"""Claim marks, to be switched on: whose claim a sentence is, how sure, and on what it rests."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping

from annotated.content.statements import Statement
from annotated.core.html_tokenizer import tokens
from annotated.evidence.statement_evidence import Evidence
from annotated.model.vocabulary import HEDGE_KINDS, SPEAKER_LETTERS, SPEAKERS

SPAN = re.compile(r'<span\b(?=[^>]*\sclass="(author|reported|official|group|other)")[^>]*>')
HEDGE = re.compile(rf'<span class="({"|".join(HEDGE_KINDS)})">')
BLOCK = re.compile(r'<(?:p|li)\b[^>]*\bid="(p\d+|fn:\w+)"[^>]*>')


def mark(html: str, statements: Iterable[Statement], evidence: Evidence) -> str:
    """Return the HTML of a chapter with its marks, hidden until a reader switches them on.

    Each span of a speaker begins with a letter, which is read aloud as words, and with what the
    statement rests on; each hedge says its kind. `statements` are in the order of these spans.
    """
    unmarked: dict[str, list[Statement]] = {}
    for statement in statements:
        unmarked.setdefault(statement.anchor, []).append(statement)
    out, anchor, depth = [], "", 0
    for token in tokens(html):
        block = BLOCK.fullmatch(token.raw)
        if block:
            anchor, depth = block[1], 0
        span = SPAN.fullmatch(token.raw)
        if depth and token.name == "span":
            depth += -1 if token.closing else 1
        if span and unmarked.get(anchor):
            statement, depth = unmarked[anchor].pop(0), 1
            out.append(token.raw + _prefix(statement, evidence))
        else:
            out.append(HEDGE.sub(_hedge, token.raw))
    return "".join(out)


def _hedge(match: re.Match[str]) -> str:
    return f'<span class="hedge {match[1]}" title="{HEDGE_KINDS[match[1]]}">'


def _prefix(statement: Statement, evidence: Evidence) -> str:
    letter, label = evidence.letter(statement), evidence.label(statement)
    rests = evidence.rests_on(statement)
    return (
        f'<span class="who" data-search-exclude title="{label}">'
        f'<span aria-hidden="true">{letter}</span>'
        f'<span class="visually-hidden">{label}: </span></span>'
        f'<span class="rests" data-search-exclude>{rests}'
        f'<span class="visually-hidden">: </span></span>'
    )


def switches(statements: Iterable[Statement], speaker_labels: Mapping[str, str]) -> str:
    """Return the two switches of a chapter, with the number of statements of each speaker."""
    counted = Counter(statement.speaker for statement in statements)
    key = " ".join(
        f'<span class="{speaker}"><b>{SPEAKER_LETTERS[speaker]}</b> {speaker_labels[speaker]} '
        f"({counted[speaker]})</span>"
        for speaker in SPEAKERS
    )
    return (
        '<form class="switches" data-search-exclude>'
        '<label><input type="checkbox" role="switch" id="whose-claim"> Whose claim?</label> '
        '<label><input type="checkbox" role="switch" id="how-sure"> How sure?</label>'
        f'<span class="key">{key}</span></form>'
    )
