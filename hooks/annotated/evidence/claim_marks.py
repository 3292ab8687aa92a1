"""Whose claim a sentence is, how sure, and on what it rests: marks that a reader can switch on."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from annotated.content.endnotes import Endnotes
from annotated.content.sources import Source
from annotated.content.statements import Statement
from annotated.core.html_tokenizer import tokens
from annotated.model.vocabulary import HEDGE_KINDS, SPEAKER_LETTERS, SPEAKERS

SPAN = re.compile(r'<span class="(author|reported|official|group|other)">')
HEDGE = re.compile(rf'<span class="({"|".join(HEDGE_KINDS)})">')
BLOCK = re.compile(r'<(?:p|li)\b[^>]*\bid="(p\d+|fn:\w+)"[^>]*>')


@dataclass(frozen=True)
class Evidence:
    """What stands behind sentences: the sources by key, and whose word it is, by class of span."""

    endnotes: Endnotes
    sources: Mapping[str, Source]
    said: Mapping[str, str]

    def behind(self, part: Statement) -> list[Source]:
        """Return the sources that the notes of a part cite."""
        notes = [self.endnotes.notes[one] for one in part.notes if one in self.endnotes.notes]
        keys = dict.fromkeys(cite.text for note in notes for cite in note.cites)
        return [self.sources[key] for key in keys if key in self.sources]

    def rests_on(self, part: Statement) -> str:
        """Return on what a part rests, by the rules of the page on method.

        - no note: nothing is cited at these words;
        - an interview; the group’s word: all that is cited is of that kind;
        - one source: a single source of another kind;
        - several sources: more than one.
        """
        behind = self.behind(part)
        if not behind:
            return "no note"
        kinds = {source.kind for source in behind}
        if kinds == {"interview"}:
            return "an interview"
        if kinds == {"group"}:
            return "the group’s word"
        return "one source" if len(behind) == 1 else f"{len(behind)} sources"


def mark(html: str, parts: Iterable[Statement], evidence: Evidence) -> str:
    """Return a chapter with its marks, which stay hidden until a reader switches them on.

    Each span of a speaker is headed by a letter, which is read aloud as words, and by what it
    rests on; each hedge says its kind. The parts are in the order of the spans of each paragraph.
    """
    waiting: dict[str, list[Statement]] = {}
    for part in parts:
        waiting.setdefault(part.anchor, []).append(part)
    out, anchor, depth = [], "", 0
    for token in tokens(html):
        block = BLOCK.fullmatch(token.raw)
        if block:
            anchor, depth = block[1], 0
        span = SPAN.fullmatch(token.raw)
        if depth and token.name == "span":
            depth += -1 if token.closing else 1
        if span and waiting.get(anchor):
            part, depth = waiting[anchor].pop(0), 1
            out.append(token.raw + _head(part, evidence))
        else:
            out.append(HEDGE.sub(_hedge, token.raw))
    return "".join(out)


def _hedge(match: re.Match[str]) -> str:
    return f'<span class="hedge {match[1]}" title="{HEDGE_KINDS[match[1]]}">'


def _head(part: Statement, evidence: Evidence) -> str:
    letter = SPEAKER_LETTERS[part.speaker]
    said, rests = evidence.said[part.speaker], evidence.rests_on(part)
    return (
        f'<span class="who" data-search-exclude title="{said}">'
        f'<span aria-hidden="true">{letter}</span>'
        f'<span class="visually-hidden">{said}: </span></span>'
        f'<span class="rests" data-search-exclude>{rests}'
        f'<span class="visually-hidden">: </span></span>'
    )


def switches(parts: Iterable[Statement], said: Mapping[str, str]) -> str:
    """Return the two switches of a chapter, with how often each speaker speaks in it."""
    counted = Counter(part.speaker for part in parts)
    key = " ".join(
        f'<span class="{speaker}"><b>{SPEAKER_LETTERS[speaker]}</b> {said[speaker]} '
        f"({counted[speaker]})</span>"
        for speaker in SPEAKERS
    )
    return (
        '<form class="switches" data-search-exclude>'
        '<label><input type="checkbox" role="switch" id="whose-claim"> Whose claim?</label> '
        '<label><input type="checkbox" role="switch" id="how-sure"> How sure?</label>'
        f'<span class="key">{key}</span></form>'
    )
