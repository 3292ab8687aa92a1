"""The audit: every editor's note on a paragraph, a note or an event, by how sure it is."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from annotated.content.guide import Guide
from annotated.evidence import dates_in_text, periodical_gaps, source_dates
from annotated.markdown_ext.editor_notes import CLASSES
from annotated.model.entities import Event
from annotated.model.entity_facts import link_to

BLOCK = re.compile(r"^!!! editor (\w+)\n((?:(?: {4}.*)?\n)*)|#p(\d+)\b[^}\n]*\}", re.MULTILINE)


@dataclass(frozen=True)
class Remark:
    """What an editor's note says, of what, and how sure it is (a key of CLASSES)."""

    where: str
    sure: str
    text: str


def remarks(guide: Guide, texts: Mapping[str, str]) -> Iterator[Remark]:
    """Yield the remarks on paragraphs in their order, then those on notes."""
    for chapter in guide.chapters:
        paragraph = ""
        for match in BLOCK.finditer(texts[chapter.path]):
            paragraph = match[3] or paragraph
            if match[1]:
                yield Remark(f"¶{paragraph}", match[1], " ".join(match[2].split()))
    for note in guide.endnotes.notes.values():
        for remark in note.editor:
            yield Remark(f"note {note.note}.", remark.text, remark.remark)


def page(guide: Guide, texts: Mapping[str, str]) -> str:
    """Return the lists of the page as Markdown: by class, then events, then what is computed."""
    found = list(remarks(guide, texts))
    lines: list[str] = []
    for sure, words in CLASSES.items():
        chosen = [remark for remark in found if remark.sure == sure]
        lines += [f"\n## {words.capitalize()} ({len(chosen)})\n"]
        lines += [f"- [{remark.where}]{{ .where }} {remark.text}" for remark in chosen]
    lines += _conflicts(guide) + _computed(guide)
    return "\n".join(lines) + "\n"


def _conflicts(guide: Guide) -> list[str]:
    events = [one for one in guide.catalogue.of_type(Event) if isinstance(one, Event)]
    chosen = [event for event in events if event.conflict]
    heading = f"\n## In the entries of events ({len(chosen)})\n"
    return [heading, *(f"- {link_to(event)}: {event.conflict}" for event in chosen)]


def _computed(guide: Guide) -> list[str]:
    entities = guide.catalogue.entities
    dated = source_dates.too_old(guide.catalogue, guide.endnotes, guide.sources)
    numbered = periodical_gaps.findings(guide.periodicals, guide.sources.values())
    older = [f"- {link_to(entities[id_])}: {sentence}" for id_, _, sentence in dated]
    beside = dates_in_text.outside(guide)
    outside = [f"- {link_to(entities[id_])}: {sentence}" for id_, sentence in beside]
    return [
        "\n## Computed: numbers and dates of series\n",
        *(f"- [“{guide.sources[key].title}”](index.md#{key}): {s}" for key, s in numbered),
        f"\n## Computed: sources older than the event ({len(older)})\n",
        *older,
        f"\n## Computed: events outside the dates of their paragraph ({len(outside)})\n",
        "Only the dates that are printed are compared; most of these are harmless.\n",
        *outside,
    ]
