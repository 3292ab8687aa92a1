"""Cross-checks between the files: links, sources, notes and references that lead to nothing."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from annotated.authoring import (
    chapter_checks,
    entity_checks,
    heading_ids,
    map_checks,
    point_in_country,
    prose_checks,
    question_checks,
    remark_checks,
    ruling_checks,
    study_checks,
    typed_boxes,
)
from annotated.content import (
    article,
    endnotes,
    front_matter,
    issued_ids,
    span_marks,
    statement_ids,
    statements,
)
from annotated.content.chapters import Chapter
from annotated.content.guide import ARTICLE, PERIODICALS, Guide, markdown_files
from annotated.content.statements import Statement
from annotated.core import fenced_code
from annotated.core.build_cache import BuildCache
from annotated.core.input_keys import digest
from annotated.core.problems import Problem, did_you_mean
from annotated.evidence import citations, dates_in_text
from annotated.linking.paragraph_references import missing_references
from annotated.model.anchors import anchor_label, note_anchor
from annotated.model.kinds import KINDS

# A citation as mkdocs-bibtex reads it, but for e-mail addresses and those of pages.
CITATION = re.compile(r"(?<![\w\\`/])(\[|; ?)?@([a-z][\w-]*)")
ENTITY_LINK = re.compile(
    r"\]\((?:\.\./)?(" + "|".join(kind.folder for kind in KINDS) + r")/"
    r"([^)#/]+)\.md[)#]"
)


@dataclass(frozen=True)
class KnownNames:
    """Names that a page may use: ids of entities with their folders, keys of sources, anchors."""

    folders: Mapping[str, str]
    keys: Collection[str]
    anchors: Collection[str]

    @cached_property
    def cache_key(self) -> str:
        """Return a key that changes with any of the names."""
        return digest(sorted(self.folders.items()), sorted(self.keys), sorted(self.anchors))


def check(
    guide: Guide, files: Mapping[str, str], build_cache: BuildCache | None = None
) -> Iterator[Problem]:
    """Yield the problems between the files (path to text)."""
    cache = build_cache or BuildCache()
    notes = {note_anchor(note) for note in guide.endnotes.notes}
    known = KnownNames(guide.catalogue.folders, guide.source_keys, notes | _paragraphs(guide))
    for path, text in markdown_files(files).items():
        yield from cache.run(_in_page, path, text, known)
    for chapter in guide.chapters:
        read = chapter, guide.statements_of[chapter.path]
        text = files[chapter.path]
        yield from cache.run_on(read, _in_chapter, chapter.path, text, guide.hedges)
    yield from point_in_country.misplaced(
        guide.catalogue, point_in_country.countries(guide.base_map)
    )
    yield from map_checks.check(guide, files)
    yield from entity_checks.check(guide)
    yield from remark_checks.check(guide, files)
    yield from study_checks.check(guide)
    yield from question_checks.check(guide)
    yield from _between_files(guide, files)


def _in_chapter(
    read: tuple[Chapter, Sequence[Statement]], _path: str, text: str, hedges: Sequence[str]
) -> list[Problem]:
    """Return the problems of a chapter by itself, which is read from `text`, as its statements."""
    chapter, said = read
    return [
        *statements.unmarked(said),
        *span_marks.unknown(chapter),
        *prose_checks.check(chapter.path, text, said, hedges),
        *dates_in_text.impossible(said),
    ]


def _paragraphs(guide: Guide) -> set[str]:
    return {anchor for chapter in guide.chapters for anchor in chapter.anchors}


def _between_files(guide: Guide, files: Mapping[str, str]) -> Iterator[Problem]:
    yield from chapter_checks.check_order(guide.chapters)
    yield from statement_ids.problems(guide.statements, files)
    yield from issued_ids.problems(guide.statements, files)
    yield from chapter_checks.check_notes(guide.chapters, guide.endnotes)
    yield from endnotes.unknown_sources(guide.endnotes, guide.source_keys)
    cited = {
        key
        for text in markdown_files(files).values()
        for key in citations.cited(text, guide.sources)
    }
    cited.update(key for remark in guide.remarks for key in remark.sources)
    bib_lines = {
        key: (source.path, source.line) for key, source in guide.sources.items() if key not in cited
    }
    yield from endnotes.uncited_sources(guide.endnotes, bib_lines)
    yield from ruling_checks.check(guide)
    yield from _unknown_series(guide)
    if guide.article:
        there = _paragraphs(guide)
        yield from article.locating_problems(ARTICLE, files[ARTICLE], guide.article, there)


def _unknown_series(guide: Guide) -> Iterator[Problem]:
    containers = {source.container for source in guide.sources.values()}
    for series in guide.periodicals:
        if series.container not in containers:
            nearest = did_you_mean(series.container, containers)
            message = f"the series '{series.container}' is the container of no source.{nearest}"
            missed = f"source in {series.container}"
            yield Problem(PERIODICALS, series.line, message, "source-unknown", misses=missed)


def _in_page(path: str, text: str, known: KnownNames) -> list[Problem]:
    """Return a problem for each name in a page that is not known."""
    _, _, first = front_matter.split(text)
    lines = fenced_code.without(text).split("\n")
    body = ["" if number < first else line for number, line in enumerate(lines, start=1)]
    found: list[Problem] = [*heading_ids.counted(path, body)]
    boxes = [*typed_boxes.problems(path, body)]
    if boxes and "paragraphs" not in front_matter.read(path, text)[0].fields:
        found += boxes
    for number, line in enumerate(lines, start=1):
        found += _unknown_links(path, number, line, known.folders)
        found += _unknown_words(path, number, line, known)
    return found


def _unknown_links(
    path: str, number: int, line: str, folders: Mapping[str, str]
) -> Iterator[Problem]:
    for folder, id_ in ENTITY_LINK.findall(line):
        if id_ != "index" and folders.get(id_) != folder:
            there = folders.get(id_, folder)
            of_kind = [f"{place}/{known}.md" for known, place in folders.items() if place == there]
            nearest = did_you_mean(f"{there}/{id_}.md", of_kind)
            message = f"the link to '{folder}/{id_}.md' leads to no file.{nearest}"
            missed = f"entity {id_}"
            yield Problem(path, number, message, "entity-unknown", misses=missed)


def _unknown_words(path: str, number: int, line: str, known: KnownNames) -> Iterator[Problem]:
    for bracket, key in CITATION.findall(line) if "@" in line else ():
        nearest = "" if key in known.keys else did_you_mean(key, known.keys)
        # Outside brackets, a word that is like no key may be what somebody is called elsewhere.
        if key not in known.keys and (bracket or nearest or not key.isalpha()):
            message = f"'@{key}' is no source.{nearest}"
            yield Problem(path, number, message, "source-unknown", misses=f"source {key}")
    for words, anchor in missing_references(line, known.anchors.__contains__):
        message = f"'{words}' names a paragraph or note that the text does not have."
        missed = anchor_label(anchor).replace("¶", "paragraph ")
        yield Problem(path, number, message, "reference-unknown", misses=missed)
