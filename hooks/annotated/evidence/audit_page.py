"""The audit: every editor's note on a paragraph, a note or an event, by how sure it is."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from annotated.content.content import Project
from annotated.evidence import dates_in_text
from annotated.evidence import periodical_gaps as series
from annotated.evidence import source_dates as clocks
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


def remarks(project: Project, texts: Mapping[str, str]) -> Iterator[Remark]:
    """Yield the remarks on paragraphs in their order, then those on notes."""
    for chapter in project.chapters:
        paragraph = ""
        for match in BLOCK.finditer(texts[chapter.path]):
            paragraph = match[3] or paragraph
            if match[1]:
                yield Remark(f"¶{paragraph}", match[1], " ".join(match[2].split()))
    for note in project.endnotes.notes.values():
        for remark in note.editor:
            yield Remark(f"note {note.note}.", remark.text, remark.remark)


def page(project: Project, texts: Mapping[str, str]) -> str:
    """Return the lists of the page as Markdown: by class, then events, then what is computed."""
    found = list(remarks(project, texts))
    lines: list[str] = []
    for sure, words in CLASSES.items():
        chosen = [remark for remark in found if remark.sure == sure]
        lines += [f"\n## {words.capitalize()} ({len(chosen)})\n"]
        lines += [f"- [{remark.where}]{{ .where }} {remark.text}" for remark in chosen]
    lines += _conflicts(project) + _computed(project)
    return "\n".join(lines) + "\n"


def _conflicts(project: Project) -> list[str]:
    events = [one for one in project.catalogue.of_type(Event) if isinstance(one, Event)]
    chosen = [event for event in events if event.conflict]
    heading = f"\n## In the entries of events ({len(chosen)})\n"
    return [heading, *(f"- {link_to(event)}: {event.conflict}" for event in chosen)]


def _computed(project: Project) -> list[str]:
    entities = project.catalogue.entities
    dated = clocks.too_old(project.catalogue, project.endnotes, project.sources)
    numbered = series.findings(project.series, project.sources.values())
    older = [f"- {link_to(entities[id_])}: {sentence}" for id_, _, sentence in dated]
    beside = dates_in_text.outside(project)
    outside = [f"- {link_to(entities[id_])}: {sentence}" for id_, sentence in beside]
    return [
        "\n## Computed: numbers and dates of series\n",
        *(f"- [“{project.sources[key].title}”](index.md#{key}): {s}" for key, s in numbered),
        f"\n## Computed: sources older than the event ({len(older)})\n",
        *older,
        f"\n## Computed: events outside the dates of their paragraph ({len(outside)})\n",
        "Only the dates that are printed are compared; most of these are harmless.\n",
        *outside,
    ]
