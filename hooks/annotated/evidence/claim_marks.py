"""Claim marks, to be switched on: whose claim a sentence is, how sure, and on what it rests."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from annotated.content.endnotes import Endnotes
from annotated.content.sources import Source
from annotated.content.statements import Statement
from annotated.core.html_tokenizer import tokens
from annotated.model.vocabulary import HEDGE_KINDS, SPEAKER_LETTERS, SPEAKERS

SPAN = re.compile(r'<span(?: id="[\w-]+")? class="(author|reported|official|group|other)">')
HEDGE = re.compile(rf'<span class="({"|".join(HEDGE_KINDS)})">')
BLOCK = re.compile(r'<(?:p|li)\b[^>]*\bid="(p\d+|fn:\w+)"[^>]*>')


@dataclass(frozen=True)
class Evidence:
    """Evidence of statements: the endnotes, the sources by key, and the label of each speaker."""

    endnotes: Endnotes
    sources: Mapping[str, Source]
    speaker_labels: Mapping[str, str]

    def sources_of(self, statement: Statement) -> list[Source]:
        """Return the sources that the notes of a statement cite."""
        known = self.endnotes.notes
        notes = [known[number] for number in statement.notes if number in known]
        keys = dict.fromkeys(cite.text for note in notes for cite in note.cites)
        return [self.sources[key] for key in keys if key in self.sources]

    def rests_on(self, statement: Statement) -> str:
        """Return in words on what a statement rests, by the rules of the page on method.

        - no note: nothing is cited for it;
        - an interview; the group’s word: all that is cited is of that kind;
        - one source: a single source of another kind;
        - several sources: more than one.
        """
        sources = self.sources_of(statement)
        if not sources:
            return "no note"
        kinds = {source.kind for source in sources}
        if kinds == {"interview"}:
            return "an interview"
        if kinds == {"group"}:
            return "the group’s word"
        return "one source" if len(sources) == 1 else f"{len(sources)} sources"


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
    letter = SPEAKER_LETTERS[statement.speaker]
    label, rests = evidence.speaker_labels[statement.speaker], evidence.rests_on(statement)
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
