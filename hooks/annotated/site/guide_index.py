"""What is known before a page is made, each thing prepared once, when it is first asked for."""

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property, partial
from html import escape
from pathlib import PurePosixPath

from annotated.content import remarks
from annotated.content.chapters import Chapter
from annotated.content.guide import Guide
from annotated.content.sources import Source
from annotated.content.statements import Statement
from annotated.core.build_cache import BuildCache
from annotated.core.input_keys import Inputs
from annotated.evidence import lens_marks, note_dates, references
from annotated.evidence.attestations import Attestations, attestations
from annotated.evidence.lens_marks import Marks
from annotated.evidence.references import with_kind
from annotated.evidence.remark_blocks import RemarkBlocks
from annotated.evidence.source_dates import first_source, published
from annotated.evidence.sources_page import SourceEntries
from annotated.evidence.statement_evidence import Evidence
from annotated.exports import recall_cards
from annotated.exports.recall_cards import Card
from annotated.linking.matcher import Matcher
from annotated.maps.atlas import Atlas
from annotated.maps.locator import WIDTH, Locator
from annotated.maps.locator_names import LocatorNames
from annotated.model.anchors import remark_anchor
from annotated.model.entities import Entity, Event
from annotated.model.kinds import kind_of
from annotated.model.participation import events_by_participant
from annotated.own_copy.copy_model import NONE, Copy
from annotated.study.voices import Voices

DOCS = "docs/"
AUDIT = "sources/audit.md"


@dataclass(frozen=True)
class GuideIndex:
    """The content of a project, the texts of its files by path, and the reader's own copy.

    `build_cache` holds what earlier builds have made.
    """

    guide: Guide
    texts: Mapping[str, str]
    copy: Copy = NONE
    build_cache: BuildCache = field(default_factory=BuildCache)

    @property
    def made(self) -> list[str]:
        """Return the paths below `docs/` of the pages that nobody types."""
        paths = (part.path for part in self.guide.source_parts)
        return [path for path in paths if f"{DOCS}{path}" in self.texts]

    @property
    def entities(self) -> Mapping[str, Entity]:
        """Return all entities by id."""
        return self.guide.catalogue.entities

    @cached_property
    def atlas(self) -> Atlas:
        """Return what the map shows."""
        return Atlas(self.guide, self.texts, self.build_cache)

    @cached_property
    def events_of(self) -> Mapping[str, list[Event]]:
        """Return, by the id of what has a part in them, events in order of time."""
        return events_by_participant(self.guide.catalogue.of_type(Event))

    @cached_property
    def entries(self) -> dict[str, str]:
        """Return where an entry stands, for each entity and remark without a page of its own."""
        return {
            entity.path.removeprefix(DOCS): f"{kind_of(entity).folder}/index.md#{entity.id}"
            for entity in self.entities.values()
            if kind_of(entity).gathered
        } | {
            path.removeprefix(DOCS): f"{AUDIT}#{remark_anchor(PurePosixPath(path).stem)}"
            for path in self.texts
            if remarks.is_remark(path)
        }

    @cached_property
    def parts(self) -> list[Statement]:
        """Return the sentences of the text, each in parts by who says it."""
        return self.guide.statements

    @cached_property
    def part(self) -> dict[str, Statement]:
        """Return the same by id."""
        return {part.id: part for part in self.parts}

    @cached_property
    def parts_of(self) -> dict[str, list[Statement]]:
        """Return the same by the path of the chapter below the folder of words."""
        parts: dict[str, list[Statement]] = defaultdict(list)
        for part in self.parts:
            parts[part.chapter.removeprefix(DOCS)].append(part)
        return dict(parts)

    @cached_property
    def lines_of(self) -> dict[str, dict[str, tuple[str, int]]]:
        """Return, for each chapter, the file and line on which each paragraph (`p12`) begins."""
        return {
            chapter.path.removeprefix(DOCS): {
                f"p{paragraph.number}": (chapter.path, paragraph.line)
                for paragraph in chapter.paragraphs
            }
            for chapter in self.guide.chapters
        }

    def original(self, anchor: str) -> str:
        """Return the address of a paragraph (`p12`) at the publisher of the article, or ""."""
        return self.guide.article.original(anchor) if self.guide.article else ""

    @cached_property
    def rest(self) -> Inputs:
        """Return a key of all files but the chapters, for steps that read those besides a page."""
        chapters = {chapter.path for chapter in self.guide.chapters}
        texts = sorted(item for item in self.texts.items() if item[0] not in chapters)
        return Inputs(texts)

    @cached_property
    def known_of(self) -> dict[str, Inputs]:
        """Return a key of all that is known of each chapter, by its path from the root.

        That is its text, all files but the chapters, and what the others add: whose word alone its
        statements are, and where the notes stand that rulings let them rest on.
        """
        return {chapter.path: self._known_of(chapter) for chapter in self.guide.chapters}

    def _known_of(self, chapter: Chapter) -> Inputs:
        if not self.build_cache.keeps:
            return Inputs()
        evidence, guide = self.evidence, self.guide
        labels = [str(paragraph.number) for paragraph in chapter.paragraphs]
        labels += [note.label for note in chapter.own_notes]
        marks = (note for paragraph in chapter.paragraphs for note in paragraph.notes)
        labels += [note for note in marks if not note.isdigit()]
        # In a guide with faults, two chapters may have the same paragraph.
        said = (part for label in labels for part in guide.statements_in.get(label, ()))
        paths = {chapter.path, *(part.chapter for part in said)}
        texts = [self.texts[path] for path in sorted(paths)]
        here = guide.statements_of[chapter.path]
        added = repr([(evidence.support(part), evidence.alone(part)) for part in here])
        return Inputs(guide.number_of[chapter.path], texts, added, self.rest)

    @property
    def citation(self) -> str:
        """Return how a paragraph is cited; its number is to follow the sign “¶”."""
        about = self.guide.article
        return f"{about.citation}, ¶, {about.address}" if about else ""

    @cached_property
    def chapters(self) -> dict[str, Chapter]:
        """Return the chapters by their path below the folder of words."""
        return {chapter.path.removeprefix(DOCS): chapter for chapter in self.guide.chapters}

    @cached_property
    def summaries(self) -> dict[str, str]:
        """Return, as HTML, what each chapter argues, by its path below the folder of words."""
        return {path: escape(one.summary) for path, one in self.chapters.items()}

    @cached_property
    def evidence(self) -> Evidence:
        """Return what stands behind the statements."""
        return Evidence(self.guide)

    @cached_property
    def marks(self) -> dict[str, Marks]:
        """Return what marks the statements of each chapter, by its path from the root."""
        run, said = self.build_cache.run_on, self.guide.statements_of
        return {
            path: run((here, self.evidence), _marks, path, self.known_of[path])
            for path, here in said.items()
        }

    @cached_property
    def mark_of(self) -> Marks:
        """Return what marks each statement, by its id."""
        return {id_: mark for here in self.marks.values() for id_, mark in here.items()}

    def voices(self, page_url: Callable[[str], str]) -> Voices:
        """Return the statements as the study shows them; `page_url` gives the URL of a page."""
        return Voices(self.guide, self.evidence, page_url)

    @cached_property
    def cards(self) -> list[Card]:
        """Return the questions as cards."""
        return recall_cards.cards(self.guide, self.evidence)

    @cached_property
    def known_since(self) -> dict[str, str]:
        """Return, by the id of an event, the day of the first source on it, or ""."""
        endnotes, sources = self.guide.endnotes, self.guide.sources
        firsts = {
            event.id: first_source(event, endnotes, sources)
            for event in self.guide.catalogue.of_type(Event)
        }
        return {id_: str(published(one[1]).last) if one else "" for id_, one in firsts.items()}

    @cached_property
    def matcher(self) -> Matcher:
        """Return a matcher of all spellings."""
        return self.guide.matcher

    @cached_property
    def locator(self) -> Locator:
        """Return what shows where a place is; it stays empty where no sheet is given for it."""
        sheet = self.guide.sheets.get("locator")
        return Locator(sheet.frame(WIDTH) if sheet else None)

    @cached_property
    def locator_names(self) -> LocatorNames:
        """Return the same with names, for the page of the place."""
        atlas = self.atlas
        sheet = self.guide.sheets.get("locator")
        return LocatorNames(sheet, self.guide.base_map, atlas.places, atlas.widths)

    @cached_property
    def attestations(self) -> Attestations:
        """Return the sentences that tell of each entity, by its id."""
        return attestations(self.parts, self.matcher, self.guide.endnotes)

    @cached_property
    def source_entries(self) -> SourceEntries:
        """Return what writes the entry of each source."""
        remarks_on = partial(self.remark_blocks.on, "source")
        return SourceEntries(self.guide.endnotes, self.parts, remarks_on)

    def speakers_at(self, id_: str) -> list[str]:
        """Return the speaker of each statement that names an entity, where it is marked."""
        return [each.speaker for each in self.attestations.get(id_, ()) if each.id and each.speaker]

    @cached_property
    def references(self) -> dict[str, str]:
        """Return the references by key of the source."""
        return self.build_cache.run_on(self.guide.sources, _references, self.rest)

    @cached_property
    def notes(self) -> dict[str, str]:
        """Return the words of the notes by number, as Markdown."""
        notes = self.guide.endnotes.notes.values()
        told = self.remark_blocks.in_note
        known, sources = self.guide.catalogue, self.guide.sources
        return {
            note.note: references.note_markdown(note, note_dates.distance(note, known, sources))
            + told(note.note)
            for note in notes
        }

    @cached_property
    def remark_blocks(self) -> RemarkBlocks:
        """Return what writes the remarks on each thing as Markdown."""
        return RemarkBlocks(self.guide, has_audit=f"{DOCS}{AUDIT}" in self.texts)


def _marks(subject: tuple[list[Statement], Evidence], _path: str, _known: Inputs) -> Marks:
    return lens_marks.marks(*subject)


def _references(sources: Mapping[str, Source], _rest: Inputs) -> dict[str, str]:
    return {key: with_kind(source) for key, source in sources.items()}
