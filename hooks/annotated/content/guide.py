"""Guide: all the content of the project, read and indexed before any page is generated."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TypeVar

from annotated.content import (
    article,
    catalogue,
    chapters,
    endnotes,
    map_happenings,
    map_landmarks,
    map_sheets,
    periodicals,
    remarks,
    rulings,
    search_words,
    source_parts,
    sources,
    statements,
    study,
    subjects,
    themes,
    timeline_lanes,
    unread_names,
    word_lists,
)
from annotated.content.article import Article
from annotated.content.catalogue import Catalogue
from annotated.content.chapters import Chapter
from annotated.content.endnotes import Endnotes
from annotated.content.map_happenings import Happening
from annotated.content.map_landmarks import Landmark
from annotated.content.map_sheets import Sheet
from annotated.content.periodicals import Periodical
from annotated.content.rulings import Ruling
from annotated.content.search_words import SearchWords
from annotated.content.source_parts import Part
from annotated.content.sources import Source
from annotated.content.statements import Statement
from annotated.content.study import Study
from annotated.content.subjects import Subject
from annotated.content.themes import Theme
from annotated.content.timeline_lanes import Lanes
from annotated.content.unread_names import ENDNOTES, UNLINKED
from annotated.core.build_cache import BuildCache, NoCache
from annotated.core.problems import Problem
from annotated.geo import base_map
from annotated.geo.base_map import BaseMap
from annotated.linking.matcher import Matcher, spellings
from annotated.model import vocabulary
from annotated.model.remarks import HEAVY, Remark, by_target

T = TypeVar("T")
ARTICLE = "bibliography/article.yml"
PERIODICALS = "bibliography/series.yml"
HEDGES = "docs/hedges.yml"


@dataclass(frozen=True)
class Guide:
    """All the content.

    `source_keys` are those of all sources, also of the ones that could not be read. `unlinked` are
    the phrases that must not be linked, each with its line; the `matcher` finds these and all
    spellings. `build_cache` holds the statements of chapters that stay as they are.
    """

    article: Article | None
    catalogue: Catalogue
    sources: Mapping[str, Source]
    source_keys: frozenset[str]
    endnotes: Endnotes
    chapters: list[Chapter]
    unlinked: Mapping[str, int]
    periodicals: list[Periodical]
    hedges: tuple[str, ...]
    rulings: tuple[Ruling, ...]
    subjects: tuple[Subject, ...]
    themes: tuple[Theme, ...]
    base_map: BaseMap
    sheets: Mapping[str, Sheet]
    lanes: Lanes
    landmarks: tuple[Landmark, ...]
    happenings: tuple[Happening, ...]
    study: Study
    search_words: SearchWords
    matcher: Matcher
    remarks: tuple[Remark, ...] = ()
    build_cache: BuildCache = field(default_factory=NoCache)

    @cached_property
    def cited_sources(self) -> dict[str, Source]:
        """Return the sources of the article by key: all but those that only the editors name."""
        seen = {key for remark in self.remarks for key in remark.sources}
        noted = {cite.text for note in self.endnotes.notes.values() for cite in note.cites}
        return {
            key: source for key, source in self.sources.items() if key in noted or key not in seen
        }

    @cached_property
    def editors_sources(self) -> dict[Source, list[Remark]]:
        """Return the sources that only the editors name, each with its remarks."""
        return {
            source: [remark for remark in self.remarks if key in remark.sources]
            for key, source in self.sources.items()
            if key not in self.cited_sources
        }

    @cached_property
    def source_parts(self) -> tuple[Part, ...]:
        """Return the pages of the sources of the article, none where one page holds them all."""
        return source_parts.divided(self.cited_sources.values())

    @cached_property
    def source_pages(self) -> dict[str, str]:
        """Return the paths below `docs/` of the pages of sources by key, where they are several."""
        of_kinds = (part for part in self.source_parts if part.kind)
        return {source.key: part.path for part in of_kinds for source in part.sources}

    def source_page(self, key: str) -> str:
        """Return the path below `docs/` of the page on which a source stands."""
        return self.source_pages.get(key, source_parts.WHOLE)

    def heavy_remarks_on(self, kind: str, name: str) -> list[Remark]:
        """Return the remarks on a thing but for those that are only on print."""
        return [
            remark for remark in self.remarks_on.get((kind, name), ()) if remark.weight in HEAVY
        ]

    @cached_property
    def remarks_on(self) -> Mapping[tuple[str, str], list[Remark]]:
        """Return the remarks by what they are on: (“paragraph”, “12”), (“event”, its id)."""
        return by_target(self.remarks)

    @cached_property
    def statements(self) -> list[Statement]:
        """Return the statements of all chapters and their substantive notes, in order."""
        return [statement for said in self.statements_of.values() for statement in said]

    @cached_property
    def statements_of(self) -> Mapping[str, list[Statement]]:
        """Return the same by the path of the chapter."""
        run = self.build_cache.run
        return {chapter.path: run(statements.statements_of, chapter) for chapter in self.chapters}

    @cached_property
    def number_of(self) -> Mapping[str, int]:
        """Return the number of each chapter, from 1, by its path."""
        return {chapter.path: number for number, chapter in enumerate(self.chapters, start=1)}

    @cached_property
    def statements_in(self) -> Mapping[str, list[Statement]]:
        """Return the statements by their paragraph (“12”) or note (“b”)."""
        found: dict[str, list[Statement]] = {}
        for statement in self.statements:
            found.setdefault(statement.paragraph, []).append(statement)
        return found

    @cached_property
    def notes_citing(self) -> Mapping[str, list[str]]:
        """Return the numbers of the notes that cite a source, by its key."""
        found: dict[str, list[str]] = {}
        for note in self.endnotes.notes.values():
            for key in dict.fromkeys(cite.text for cite in note.cites):
                found.setdefault(key, []).append(note.note)
        return found

    @cached_property
    def speaker_labels(self) -> dict[str, str]:
        """Return in words, by speaker, who says a statement."""
        return vocabulary.speaker_labels(self.article.group if self.article else "")


def read(
    files: Mapping[str, str],
    build_cache: BuildCache | None = None,
    unread: Collection[str] = (),
) -> tuple[Guide, list[Problem]]:
    """Read the content from its files (path from the root to text), with the problems of each.

    `build_cache` holds what was read before; `unread` are paths of files that must not be read.
    """
    build_cache = build_cache or NoCache()
    run = build_cache.run
    markdown = markdown_files(files)
    entities, problems = catalogue.load(markdown, build_cache, unread)
    remarked = {path: text for path, text in markdown.items() if remarks.is_remark(path)}
    others = {
        path: text
        for path, text in markdown.items()
        if path not in remarked and not catalogue.is_entity(path)
    }
    bibliographies = {path: text for path, text in files.items() if path.endswith(".bib")}
    maps = {path: text for path, text in files.items() if path.startswith(base_map.FOLDER)}
    lists = {path: text for path, text in files.items() if unread_names.is_list_of_notes(path)}

    def of_file(read: Callable[[str, str], tuple[T, list[Problem]]], path: str) -> T:
        found, faults = read(path, files.get(path, ""))
        problems.extend(faults)
        return found

    cited, source_keys, in_sources = run(sources.read, bibliographies)
    notes, in_endnotes = run(endnotes.read_all, ENDNOTES, lists)
    retold, in_chapters = chapters.read(others, build_cache)
    features, in_map = run(base_map.read, maps)
    told, in_remarks = run(remarks.read, remarked)
    studied, in_study = study.read(files)
    unlinked = of_file(word_lists.read_unlinked, UNLINKED)

    guide = Guide(
        article=of_file(article.read, ARTICLE),
        catalogue=entities,
        sources=cited,
        source_keys=source_keys,
        endnotes=notes,
        chapters=retold,
        unlinked=unlinked,
        periodicals=of_file(periodicals.read, PERIODICALS),
        hedges=of_file(word_lists.read_hedges, HEDGES),
        rulings=of_file(rulings.read, rulings.PATH),
        subjects=of_file(subjects.read, subjects.PATH),
        themes=of_file(themes.read, themes.PATH),
        base_map=features,
        sheets=of_file(map_sheets.read, map_sheets.PATH),
        landmarks=of_file(map_landmarks.read, map_landmarks.PATH),
        happenings=of_file(map_happenings.read, map_happenings.PATH),
        lanes=Lanes(of_file(timeline_lanes.read, timeline_lanes.PATH), entities.entities),
        study=studied,
        search_words=of_file(search_words.read, search_words.PATH),
        matcher=Matcher(spellings(entities.entities.values(), unlinked)),
        remarks=told,
        build_cache=build_cache,
    )
    # Where a file of sources breaks off, nobody knows what it goes on to hold.
    in_sources = [
        replace(problem, hides=("source",)) if problem.code == "source-malformed" else problem
        for problem in in_sources
    ]
    problems += in_sources + in_endnotes + in_chapters + in_map + in_remarks + in_study
    return guide, problems


def markdown_files(files: Mapping[str, str]) -> dict[str, str]:
    """Return the files of pages and entries."""
    return {path: text for path, text in files.items() if path.endswith(".md")}
