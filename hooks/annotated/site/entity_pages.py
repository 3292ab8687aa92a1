"""Pages and entries of entities as Markdown: facts, text, events, mentions."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from annotated.core.markdown_text import escaped
from annotated.core.placeholders import FOLDED_MENTIONS, LOCATOR, MENTION_COUNT, MENTIONS
from annotated.evidence.remark_blocks import RemarkBlocks
from annotated.evidence.voices import WORDS
from annotated.model.entities import Entity, Event, Place
from annotated.model.entity_facts import Facts, link_to
from annotated.model.kinds import kind_of
from annotated.model.remarks import Remark
from annotated.site.entry_rows import ROW


@dataclass(frozen=True)
class Pages:
    """Writes pages and entries.

    `entities` are all entities, `events_of` those events in which one has a part, both by id;
    `page_url` returns the URL of a page by its path below `docs/`, relative to the page written;
    `remarks` writes the remarks on an entity, `lane` the marks of the statements that name it.
    """

    entities: Mapping[str, Entity]
    events_of: Mapping[str, Sequence[Event]]
    page_url: Callable[[str], str]
    remarks: RemarkBlocks
    lane: Callable[[Entity], str]

    def page(self, entity: Entity) -> str:
        """Return the Markdown of a page of its own: what does not fit stands before the text."""
        listed = "".join(self._lists(entity))
        remarks = self._remarks(entity) + self._on_its_events(entity)
        told = f"\n## What does not fit {{ #remarks }}\n{remarks}\n" if remarks else ""
        heading = "\n## In words\n\n" if told else ""
        timeline = f" · {self._on_timeline(entity)}" if isinstance(entity, Event) else ""
        return (
            f"# {escaped(entity.name)}\n\n"
            f"[{kind_of(entity).folder.capitalize()}](index.md){{ .up }}{timeline}\n\n"
            f"{self._head(entity)}\n{told}{heading}{_body(entity)}\n{self.lane(entity)}{listed}"
            "\n## Where the text names it { #mentions }\n\n"
            f"{MENTIONS.html(entity.id)}\n"
        )

    def entry(self, entity: Entity, edit_url: str = "") -> str:
        """Return the Markdown of an entry on the page of its kind."""
        edit = f" [Edit this entry]({edit_url}){{ .edit-entry }}" if edit_url else ""
        events = self._events(entity)
        listed = "\n**Events**\n\n" + "\n".join(events) + "\n" if events else ""
        heading = f"### {escaped(entity.name)} {{ #{entity.id} }}"
        return (
            f"{heading}\n\n{self._head(entity)}\n{_body(entity)}\n"
            f"{self._remarks(entity)}\n{listed}\n{FOLDED_MENTIONS.html(entity.id)}\n\n{edit}\n"
        )

    def _remarks(self, entity: Entity) -> str:
        return self.remarks.on(kind_of(entity).word, entity.id)

    def row(self, entity: Entity) -> str:
        """Return the Markdown of a row of a list, for an entity with a page of its own."""
        events = [] if isinstance(entity, Event) else self._events(entity)
        listed = "\n**Events**\n\n" + "\n".join(events) + "\n" if events else ""
        return (
            # A link within what opens a row could not be told from it by a screen reader.
            f"### {escaped(entity.name)} {{ #{ROW}{entity.id} }}\n\n"
            f"Page: {link_to(entity)}\n\n{self._facts(entity)}{listed}\n"
            f"Named: {MENTION_COUNT.html(entity.id)}\n\n"
        )

    def _head(self, entity: Entity) -> str:
        locator = LOCATOR.html(entity.id) if isinstance(entity, Place) else ""
        return f"{escaped(entity.summary)}{locator}\n{{ .lead }}\n\n{self._facts(entity)}"

    def _facts(self, entity: Entity) -> str:
        facts = Facts(self.entities).of(entity)
        return "".join(f"{name}\n:   {value}\n\n" for name, value in facts)

    def _on_its_events(self, entity: Entity) -> str:
        """Return links to the remarks on the events of a place that are not on it itself."""
        if not isinstance(entity, Place):
            return ""
        own = {remark.id for remark in self._heavy(entity)}
        events = self.events_of.get(entity.id, ())
        others = {remark.id: remark for event in events for remark in self._heavy(event)}
        links = [
            f"[{escaped(one.subject)}](../remarks/{id_}.md)"
            for id_, one in others.items()
            if id_ not in own
        ]
        return f"\n\nOn its events: {'; '.join(links)}.\n" if links else ""

    def _heavy(self, entity: Entity) -> list[Remark]:
        return self.remarks.guide.heavy_remarks_on(kind_of(entity).word, entity.id)

    def _lists(self, entity: Entity) -> Iterator[str]:
        """Yield what happened, then what was said and published of it, each as a section."""
        events = self.events_of.get(entity.id, ())
        happened = [event for event in events if event.kind not in WORDS]
        said = [event for event in events if event.kind in WORDS]
        for heading, chosen in (("Events", happened), ("Interviews, reports, publications", said)):
            if chosen:
                lines = "\n".join(f"- {event_line(event)}" for event in chosen)
                yield f"\n## {heading}\n\n{lines}\n"
        if events:
            yield f"\n{self._on_timeline(entity)}\n"

    def _events(self, entity: Entity) -> list[str]:
        lines = [f"- {event_line(event)}" for event in self.events_of.get(entity.id, ())]
        return [*lines, f"\n{self._on_timeline(entity)}"] if lines else []

    def _on_timeline(self, entity: Entity) -> str:
        """Return a link to an event on the timeline, or to all those of a place or an actor."""
        if isinstance(entity, Event):
            fragment, words = f"event-{entity.id}", "On the timeline"
        else:
            role = "place" if isinstance(entity, Place) else "actor"
            fragment, words = f"{role}={entity.id}", "These on the timeline"
        return f'<a class="up" href="{self.page_url(f"timeline/index.md#{fragment}")}">{words}</a>'


def _body(entity: Entity) -> str:
    """Return the text, whose first line may be one of code: its spaces at the left count."""
    return entity.body.strip("\n").rstrip()


def event_line(event: Event) -> str:
    """Return one line for a list of events: its date, then a link to it."""
    when = event.date.words if event.date else "undated"
    return f"[{when}]{{ .when }} {link_to(event)}"
