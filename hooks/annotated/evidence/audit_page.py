"""Pages of editor's notes: the audit, by how sure each note is, and the list in reading order."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from annotated.content.guide import Guide
from annotated.core.markdown_text import escaped
from annotated.evidence import dates_in_text, periodical_gaps, remark_entries, source_dates
from annotated.markdown_ext.editor_notes import CLASSES
from annotated.model.entities import Event
from annotated.model.entity_facts import link_to


@dataclass(frozen=True)
class Remark:
    """The text of an editor's note, the label of what it is on, and a key of CLASSES."""

    label: str
    certainty: str
    text: str


def remarks(guide: Guide) -> Iterator[Remark]:
    """Yield the remarks on paragraphs in their order, then those on notes."""
    for chapter in guide.chapters:
        for remark in chapter.remarks:
            yield Remark(
                f"¶{remark.paragraph}", remark.certainty, " ".join(remark.markdown.split())
            )
    for note in guide.endnotes.notes.values():
        for typed in note.editor:
            yield Remark(f"note {note.note}.", typed.text, typed.remark)


def audit(guide: Guide) -> str:
    """Return the audit as Markdown: remarks by class, then events, then what is computed."""
    found = list(remarks(guide))
    lines = [remark_entries.by_weight(guide)]
    for certainty, words in CLASSES.items():
        chosen = [remark for remark in found if remark.certainty == certainty]
        lines += [f"\n## {words.capitalize()} ({len(chosen)})\n"]
        lines += [f"- [{remark.label}]{{ .where }} {remark.text}" for remark in chosen]
    lines += _conflicts(guide) + _computed(guide)
    return "\n".join(lines) + "\n"


def annotations(guide: Guide) -> str:
    """Return all remarks as Markdown: a section for each chapter, the paragraphs in their order.

    A remark on an endnote is listed with the paragraph that cites the note.
    """
    cited_in = {
        f"note {note.note}.": f"¶{note.paragraph}" for note in guide.endnotes.notes.values()
    }
    remarks_on: dict[str, list[Remark]] = defaultdict(list)
    for remark in remarks(guide):
        remarks_on[cited_in.get(remark.label, remark.label)].append(remark)
    lines = [f"There are {sum(map(len, remarks_on.values()))} of them.\n"]
    for chapter in guide.chapters:
        lines.append(f"\n## {chapter.title}\n")
        for paragraph in chapter.paragraphs:
            lines += [
                f"- [{remark.label}]{{ .where }} {remark.text} "
                f"[{CLASSES[remark.certainty]}]{{ .sure }}"
                for remark in remarks_on[f"¶{paragraph.number}"]
            ]
    return "\n".join(lines) + "\n"


def _conflicts(guide: Guide) -> list[str]:
    chosen = [event for event in guide.catalogue.of_type(Event) if event.conflict]
    heading = f"\n## In the entries of events ({len(chosen)})\n"
    return [heading, *(f"- {link_to(event)}: {escaped(event.conflict)}" for event in chosen)]


def _computed(guide: Guide) -> list[str]:
    entities = guide.catalogue.entities
    dated = source_dates.too_old(guide.catalogue, guide.endnotes, guide.sources)
    numbered = periodical_gaps.findings(guide.periodicals, guide.cited_sources.values())
    older = [f"- {link_to(entities[id_])}: {sentence}" for id_, _, sentence in dated]
    outside = [
        f"- {link_to(entities[id_])}: {sentence}" for id_, sentence in dates_in_text.outside(guide)
    ]
    return [
        "\n## Computed: numbers and dates of series\n",
        *(
            f"- [“{guide.sources[key].title}”](index.md#{key}): {sentence}"
            for key, sentence in numbered
        ),
        f"\n## Computed: sources older than the event ({len(older)})\n",
        *older,
        f"\n## Computed: events outside the dates of their paragraph ({len(outside)})\n",
        "Only the dates that are printed are compared; most of these are harmless.\n",
        *outside,
    ]
