"""Page of the three clocks: the drawing, what it shows in words, and a table of every event."""

import calendar
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from html import escape

from annotated.content.guide import Guide
from annotated.core import placeholders
from annotated.evidence.attestations import Attestations
from annotated.linking.entity_links import EntityLinks
from annotated.timeline.clocks_drawing import ClocksDrawing
from annotated.timeline.controls import select
from annotated.timeline.event_clocks import JUMP, EventClocks, Jump, clocks, jumps, lag, lag_words
from annotated.timeline.event_items import when_in_html
from annotated.timeline.timeline_page import timeline_events

HEADS = ("Event", "Happened", "First reported", "Lag", "Told in")
MONTH_NAME = re.compile("|".join(calendar.month_name[1:]))
NONE = '<span class="none">none</span>'


def page(guide: Guide, attestations: Attestations, entity_url: Callable[[str], str]) -> str:
    """Return the page as raw HTML in Markdown, or nothing where there is nothing to draw.

    `entity_url` returns a URL relative to the page.
    """
    events = [
        clocks(dated, guide.endnotes, guide.sources)
        for dated in timeline_events(guide, attestations)
    ]
    links = EntityLinks(guide.catalogue.entities, entity_url)
    html = ClocksPage(guide, events, links).html()
    return f"{placeholders.raw_html(html)}\n" if html else ""


@dataclass(frozen=True)
class ClocksPage:
    """The parts of the page; `events` are in order of time."""

    guide: Guide
    events: Sequence[EventClocks]
    links: EntityLinks

    def html(self) -> str:
        """Return the filters, the drawing, what it shows in words, and the table.

        Without a chapter, or an event that has a date, there is nothing to draw.
        """
        if not self.guide.chapters or not any(event.dated.event.date for event in self.events):
            return ""
        found = list(jumps(self.events))
        drawing = ClocksDrawing.of(self.events, found, self.guide.chapters, self.links)
        rows = "".join(map(self._row, self.events))
        heads = "".join(f'<th scope="col">{words}</th>' for words in HEADS)
        return (
            '<div class="clocks" data-unlinked data-search-exclude>'
            f"{self._form()}<figure>{drawing.svg()}"
            '<figcaption aria-hidden="true"></figcaption></figure>'
            f'<div class="seen">{self._older()}{_jumps(found)}</div>'
            f'<table class="events"><thead><tr>{heads}</tr></thead>'
            f"<tbody>{rows}</tbody></table></div>"
        )

    def _form(self) -> str:
        lanes = {lane.id: lane.title for lane in self.guide.lanes.all}
        data = [self._data(event) for event in self.events]
        choices = (("lane", "Lane", lanes), ("chapter", "First told in", self._chapters))
        selects = "".join(
            select(name, label, [values[name] for values in data], known)
            for name, label, known in choices
        )
        return (
            f'<form autocomplete="off" hidden>{selects}<p><output>{len(data)} events</output> '
            '<button type="reset">Show all</button></p></form>'
        )

    @property
    def _chapters(self) -> Mapping[str, str]:
        return {
            str(number): f"{number} {chapter.title}"
            for number, chapter in enumerate(self.guide.chapters, 1)
        }

    def _data(self, event: EventClocks) -> dict[str, str]:
        """Return what the filters read."""
        told = event.first_told
        chapters = (
            str(number)
            for number, chapter in enumerate(self.guide.chapters, 1)
            if told is not None and chapter.first <= told <= chapter.last
        )
        return {
            "lane": self.guide.lanes.lane_of(event.dated.event).id,
            "chapter": next(chapters, ""),
            "known": str(event.reported.last) if event.reported else "",
        }

    def _row(self, event: EventClocks) -> str:
        known = event.dated.event
        data = "".join(f' data-{name}="{value}"' for name, value in self._data(event).items())
        first = f"{event.reported.words}, note {escape(event.note)}" if event.reported else NONE
        older = "".join(
            f' <b class="older">older: {source.words}, note {escape(number)}</b>'
            for number, source in event.older
        )
        cells = (
            when_in_html(known.date) if known.date else "undated",
            f"{first}{older}",
            lag_words(lag(known.date, event.reported)),
            ", ".join(f"¶{number}" for number in event.told) or "no sentence",
        )
        columns = "".join(
            f'<td data-column="{head}">{_short(cell)}</td>'
            for head, cell in zip(HEADS[1:], cells, strict=True)
        )
        return (
            f'<tr data-event="{known.id}"{data}><th scope="row">'
            f"{self.links.link(known.id, card='opens')}</th>{columns}</tr>"
        )

    def _older(self) -> str:
        """Return the sources that are older than their event, each in a sentence."""
        items = "".join(
            f"<li>{self.links.link(event.dated.event.id, card='opens')}: {sentence}</li>"
            for event in self.events
            for sentence in event.dated.older_sources
        )
        return f"<section><h2>Sources older than their event</h2><ul>{items}</ul></section>"


def _short(html: str) -> str:
    """Return words with short names of the months: dates in a column are read beside each other."""
    return MONTH_NAME.sub(lambda name: name[0][:3], html)


def _jumps(found: Sequence[Jump]) -> str:
    items = "".join(f"<li>{words}</li>" for words in map(_jump, found))
    return (
        "<section><h2>Jumps of the telling</h2><p>A jump is where all that a paragraph is the "
        f"first to tell of lies {JUMP} days or more before, or after, all that the paragraph "
        "before it was the first to tell of. What is dated less exactly than to a month is left "
        f'out.</p><ul class="jumps">{items}</ul></section>'
    )


def _jump(jump: Jump) -> str:
    arrow, way = ("↑", "back") if jump.is_back else ("↓", "on")
    return f"<b>{arrow}</b> ¶{jump.before} to ¶{jump.paragraph}: {jump.days} days {way}"
