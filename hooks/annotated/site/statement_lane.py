"""Lane of an entity: the statements that name it, a mark each, by the month of what they tell.

A statement stands in the month of the first happening that it links to and that took place there; a
report or an interview is no happening. Without one, it stands in the last row.
"""

import calendar
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from html import escape
from itertools import groupby

from annotated.content.statements import Statement
from annotated.core import placeholders
from annotated.evidence.statement_evidence import Evidence
from annotated.evidence.voices import WORDS
from annotated.model.edtf import Date
from annotated.model.entities import Entity, Event
from annotated.model.participation import time_key
from annotated.model.vocabulary import SPEAKERS
from annotated.site.guide_index import DOCS

UNDATED = "no month told"
# The marks of a longer lane do not say the words of their statements, but lead to them; below it
# the page has most of them in their sentences.
WITH_WORDS = 24


@dataclass(frozen=True)
class StatementLane:
    """Draws lanes; `page_url` returns the URL of a page by its path below `docs/`."""

    evidence: Evidence
    page_url: Callable[[str], str]

    def markdown(self, entity: Entity, statements: Iterable[Statement]) -> str:
        """Return the lane with its heading and key, or "" where no statement names the entity."""
        marked = [(self._event(entity, each), each) for each in statements if each.id]
        if not marked:
            return ""
        # Events without a date come last, as do statements without an event.
        marked.sort(key=lambda pair: (not pair[0], time_key(pair[0])[:2] if pair[0] else ()))
        mark = partial(self._mark, with_words=len(marked) <= WITH_WORDS)
        rows = "".join(
            _row(label, map(mark, [each for _, each in pairs]))
            for label, pairs in groupby(marked, key=lambda pair: _label(pair[0]))
        )
        html = (
            f'<ol class="lane" data-search-exclude data-unlinked>{rows}</ol>'
            f'<p class="lane-key" data-search-exclude data-unlinked>'
            f"{self._key([each for _, each in marked])}</p>"
        )
        return f"\n## Who says so {{ #who-says-so }}\n\n{placeholders.raw_html(html)}\n"

    def _event(self, entity: Entity, statement: Statement) -> Event | None:
        known = self.evidence.guide.catalogue.entities
        linked = (known.get(id_) for id_ in statement.linked)
        events = [
            event
            for event in linked
            if isinstance(event, Event) and event.date and event.kind not in WORDS
            if entity.id in (event.id, *event.places)
        ]
        return min(events, key=time_key, default=None)

    def _mark(self, statement: Statement, *, with_words: bool) -> str:
        evidence, path = self.evidence, statement.chapter.removeprefix(DOCS)
        bare = "" if evidence.support(statement).notes else " bare"
        rests = evidence.support(statement).words
        words = f'title="{escape(f"{statement.text} ({rests})")}" ' if with_words else ""
        return (
            f'<a class="{statement.speaker}{bare}" '
            f'href="{self.page_url(path)}#{statement.id}" '
            f"{words}"
            f'aria-label="{statement.label}, {escape(evidence.label(statement))}, {escape(rests)}">'
            f"{evidence.letter(statement)}</a>"
        )

    def _key(self, statements: list[Statement]) -> str:
        present = {statement.speaker for statement in statements}
        named = [
            f"{self.evidence.letter(said)} {self.evidence.label(said)}"
            for speaker in SPEAKERS
            if speaker in present
            for said in statements
            if said.speaker == speaker
        ]
        bare = any(not self.evidence.support(each).notes for each in statements)
        return (
            escape("; ".join([*dict.fromkeys(named), *(["pale: no note"] if bare else [])])) + "."
        )


def _row(label: str, marks: Iterable[str]) -> str:
    return f'<li><span class="when">{escape(label)}</span> <span>{"".join(marks)}</span></li>'


def _label(event: Event | None) -> str:
    return _month(event.date) if event and event.date else UNDATED


def _month(when: Date) -> str:
    """Return the month of a date that is within one, else the date in words."""
    start, end = when.start, when.end
    if start and end and start.month_number and end.month_number:
        first, last = start.first, end.last
        is_sure = not start.qualifier and not end.qualifier and when.edtf[0] not in "[{"
        if is_sure and (first.year, first.month) == (last.year, last.month):
            return f"{calendar.month_name[first.month]} {first.year}"
    return when.words
