"""Page of the timeline: an overview, the filters, every event under its year, the undated last."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from itertools import groupby

from annotated.content.guide import Guide
from annotated.core import placeholders
from annotated.evidence import source_dates
from annotated.evidence.attestations import Attestations
from annotated.model.entities import Event
from annotated.model.participation import time_key
from annotated.timeline import overview_strip
from annotated.timeline.controls import controls
from annotated.timeline.event_items import EventItems, TimelineEvent
from annotated.timeline.year_headings import anchor_of, year_of


def timeline_events(guide: Guide, attestations: Attestations) -> list[TimelineEvent]:
    """Return the events in order of time, the undated last."""
    older = defaultdict(list)
    for id_, _, sentence in source_dates.too_old(guide.catalogue, guide.endnotes, guide.sources):
        older[id_].append(sentence[0].upper() + sentence[1:])
    events = guide.catalogue.of_type(Event)
    return [
        TimelineEvent(
            event,
            tuple(attestations.get(event.id, ())),
            source_dates.first_source(event, guide.endnotes, guide.sources),
            tuple(older[event.id]),
            tuple(guide.heavy_remarks_on("event", event.id)),
        )
        for event in sorted(events, key=time_key)
    ]


def page(
    guide: Guide,
    attestations: Attestations,
    entity_url: Callable[[str], str],
    page_url: Callable[[str], str],
) -> str:
    """Return the timeline as raw HTML in Markdown, or nothing without an event.

    `entity_url` returns the URL of an entity by its id, `page_url` that of a page by its path
    below `docs/`, both relative to this page.
    """
    events = timeline_events(guide, attestations)
    if not events:
        return ""
    titles = {chapter.path: chapter.title for chapter in guide.chapters}
    items = EventItems(
        guide.catalogue.entities,
        guide.endnotes,
        titles,
        guide.speaker_labels,
        entity_url,
        page_url,
        guide.lanes,
    )
    filters = controls([items.data(event) for event in events], guide.lanes)
    overview = overview_strip.figure((each.event for each in events), guide.lanes)
    return "\n\n".join(map(placeholders.raw_html, (overview, filters, _list(events, items)))) + "\n"


def _list(events: Iterable[TimelineEvent], items: EventItems) -> str:
    years = {
        anchor: list(group)
        for anchor, group in groupby(events, key=lambda each: anchor_of(each.event.date))
    }
    links = "".join(
        f'<a href="#{anchor}">{year_of(group[0].event.date)}</a> '
        for anchor, group in years.items()
    )
    sections = "".join(_section(anchor, group, items) for anchor, group in years.items())
    contents = f'<nav class="contents" aria-label="Contents" data-search-exclude>{links}</nav>'
    return f'<div class="timeline" id="events" data-unlinked>{contents}{sections}</div>'


def _section(anchor: str, group: list[TimelineEvent], items: EventItems) -> str:
    listed = "".join(map(items.item, group))
    heading = f"<h2>{year_of(group[0].event.date)}</h2>"
    # The search index would make a page of every heading with an id: so the section has the id.
    return f'<section id="{anchor}" data-search-exclude>{heading}<ol>{listed}</ol></section>'
