"""Evidence of a statement: who says it, on which notes, whose word alone, and since when known."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from annotated.content.guide import Guide
from annotated.content.rulings import Ruling
from annotated.content.sources import Source
from annotated.content.statements import Statement
from annotated.evidence import support, voices
from annotated.evidence.source_dates import published
from annotated.evidence.support import NO_NOTE, Support
from annotated.model.entities import Event
from annotated.model.single_date import SingleDate
from annotated.model.vocabulary import SPEAKER_LETTERS

# Kinds of source that carry the word of the group that the article is about.
NOTHING = Support()
OF_THE_GROUP = frozenset({"group", "monitor"})


@dataclass(frozen=True)
class Evidence:
    """Evidence of all statements of a guide."""

    guide: Guide
    # By notes, and by the id of a statement.
    _cited: dict[tuple[str, ...], Sequence[Source]] = field(default_factory=dict)
    _known: dict[str, SingleDate | None] = field(default_factory=dict)

    @property
    def labels(self) -> Mapping[str, str]:
        """Return in words, by speaker, who says a statement."""
        return self.guide.speaker_labels

    def letter(self, statement: Statement) -> str:
        """Return the letter of who says a statement, "" where that is not marked."""
        return SPEAKER_LETTERS.get(statement.speaker, "")

    def label(self, statement: Statement) -> str:
        """Return in words who says a statement, "" where that is not marked."""
        return self.labels.get(statement.speaker, "")

    def chapter_number(self, statement: Statement) -> int:
        """Return the number of the chapter in which a statement stands, from 1."""
        return self.guide.number_of[statement.chapter]

    def support(self, statement: Statement) -> Support:
        """Return the notes that a statement rests on, and where they stand."""
        return self._supports.get(statement.id, NOTHING)

    def sources_of(self, statement: Statement) -> Sequence[Source]:
        """Return the sources of the notes that a statement rests on, each once."""
        numbers = self.support(statement).notes
        if numbers not in self._cited:
            known, sources = self.guide.endnotes.notes, self.guide.sources
            notes = [known[number] for number in numbers if number in known]
            keys = dict.fromkeys(cite.text for note in notes for cite in note.cites)
            self._cited[numbers] = [sources[key] for key in keys if key in sources]
        return self._cited[numbers]

    def rests_on(self, statement: Statement) -> str:
        """Return in a few words on what a statement rests, by the rules of the page on method.

        - no note: nothing is cited for it;
        - the group’s word; an interview; the author’s own work: all that is cited is of that kind;
        - one source, several sources; where a citation stands for several, nobody can count them.
        """
        sources = self.sources_of(statement)
        if not sources:
            return NO_NOTE
        kinds = {source.kind for source in sources}
        if kinds <= OF_THE_GROUP:
            return "the group’s word"
        if kinds == {"interview"}:
            return "an interview" if self._is_one(sources) else "interviews"
        if all(map(self.is_own_work, sources)):
            return "the author’s own work"
        if any(source.several for source in sources):
            return "several sources"
        return "one source" if len(sources) == 1 else f"{len(sources)} sources"

    @staticmethod
    def _is_one(sources: Collection[Source]) -> bool:
        return len(sources) == 1 and not any(source.several for source in sources)

    def is_own_work(self, source: Source) -> bool:
        """Return whether a source that is no interview is by the author of the article."""
        author = self.guide.article.author if self.guide.article else ""
        return source.kind != "interview" and author in source.authors

    def alone(self, statement: Statement) -> voices.Alone:
        """Return whose word alone a statement is: `group`, `official`, `interview`, or ""."""
        return self._alone.get(statement.id, "")

    def alone_words(self, statement: Statement) -> str:
        """Return the same in words, or ""."""
        if not (alone := self.alone(statement)):
            return ""
        group = self.guide.article.group if self.guide.article else ""
        one = self._is_one(self.sources_of(statement))
        words: dict[voices.Alone, str] = {
            "group": f"only {group or 'the group'} says it here",
            "official": "only officials say it here",
            "interview": f"only {'an interview' if one else 'interviews'} by the author "
            f"{'says' if one else 'say'} it here",
        }
        return words[alone]

    def known_since(self, statement: Statement) -> SingleDate | None:
        """Return the date of the earliest source by which others could know it, None without one.

        It counts as of its last day. An interview, which nobody else could read, is none, nor is
        a source that is in doubt, or older than an event to which the statement links and for which
        one of its notes is cited.
        """
        if statement.id not in self._known:
            dates = [] if self.support(statement).doubt else self._readable(statement)
            begin = max(self._begins(statement), default=None)
            dates = [date for date in dates if not begin or date.last >= begin]
            first = min(dates, key=lambda date: date.last, default=None)
            if not statement.id:
                return first
            self._known[statement.id] = first
        return self._known[statement.id]

    def undated_because(self, statement: Statement) -> str:
        """Return in words why nothing says since when a statement could be known, or ""."""
        if self.known_since(statement):
            return ""
        if not self.support(statement).notes:
            return "it has no note"
        if not self._readable(statement):
            one = self._is_one(self.sources_of(statement))
            rests = "an interview" if one else "interviews"
            return f"it rests on {rests}, which nobody else could read"
        if self.support(statement).doubt:
            return f"its note{'s' * (len(self.support(statement).notes) > 1)} may not bear it"
        older = "sources are" if len(self._readable(statement)) > 1 else "source is"
        return f"its {older} older than what it tells"

    def _readable(self, statement: Statement) -> list[SingleDate]:
        return [published(source) for source in self.sources_of(statement) if source.public]

    def _begins(self, statement: Statement) -> list[date]:
        events = self.guide.catalogue.entities
        linked = [events[id_] for id_ in statement.linked if id_ in events]
        notes = {*self.support(statement).notes}
        return [
            event.date.first
            for event in linked
            if isinstance(event, Event) and event.date and event.date.first
            if notes.intersection(event.notes)
        ]

    @cached_property
    def _supports(self) -> Mapping[str, Support]:
        return support.supports(self.guide.statements, self.guide.rulings)

    @cached_property
    def _alone(self) -> Mapping[str, voices.Alone]:
        return self._voices(self.guide.rulings)

    @cached_property
    def alone_by_rule(self) -> Mapping[str, voices.Alone]:
        """Return whose word alone each statement is by the rule, without a ruling on it."""
        return self._voices(())

    def _voices(self, rulings: Iterable[Ruling]) -> Mapping[str, voices.Alone]:
        happenings = [
            event.id
            for event in self.guide.catalogue.of_type(Event)
            if event.kind not in voices.WORDS
        ]
        interviews = [
            statement.id
            for statement in self.guide.statements
            if {source.kind for source in self.sources_of(statement)} == {"interview"}
        ]
        return voices.alone(self.guide.statements, happenings, interviews, rulings)
