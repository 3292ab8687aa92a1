"""What only shows when the files are held together: notes, sources, links, references."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from annotated.authoring import chapter_checks, point_in_country, prose_checks
from annotated.content import article, endnotes, statements
from annotated.content.guide import ARTICLE, Guide, markdown_files
from annotated.core import fenced_code
from annotated.core.build_cache import BuildCache
from annotated.core.problems import Problem, did_you_mean
from annotated.evidence import dates_in_text
from annotated.linking.paragraph_references import missing_references
from annotated.model.anchors import note_anchor
from annotated.model.kinds import KINDS

# As mkdocs-bibtex reads a citation; an address of mail has a letter before the sign.
CITATION = re.compile(r"(?<![\w\\`])@([a-z][\w-]*)")
ENTITY_LINK = re.compile(
    r"\]\((?:\.\./)?(" + "|".join(kind.folder for kind in KINDS) + r")/"
    r"([^)#/]+)\.md[)#]"
)
# The keys of all sources, and what a reference may name.
Cited: TypeAlias = tuple[frozenset[str], frozenset[str]]


@dataclass(frozen=True)
class Known:
    """The ids of all entities, and what can be cited, or None where a file could not be read."""

    ids: frozenset[str]
    cited: Cited | None


def check(
    guide: Guide, files: Mapping[str, str], build_cache: BuildCache | None = None
) -> Iterator[Problem]:
    """Yield what does not fit between the files (path to text).

    Where a file could not be read at all, nothing is said of what it may have held. `build_cache`
    holds what was found before.
    """
    run = (build_cache or BuildCache()).run
    known = Known(guide.catalogue.ids, _cited(guide))
    for path, text in markdown_files(files).items():
        yield from run(_in_page, path, text, known)
    yield from point_in_country.misplaced(
        guide.catalogue, point_in_country.countries(guide.base_map)
    )
    if guide.is_complete:
        yield from _between_files(guide, files)


def _cited(guide: Guide) -> Cited | None:
    if not guide.is_complete:
        return None
    notes = {note_anchor(note) for note in guide.endnotes.notes}
    return frozenset(guide.sources), frozenset(notes | _paragraphs(guide))


def _paragraphs(guide: Guide) -> set[str]:
    return {anchor for chapter in guide.chapters for anchor in chapter.anchors}


def _between_files(guide: Guide, files: Mapping[str, str]) -> Iterator[Problem]:
    yield from chapter_checks.check_order(guide.chapters)
    yield from statements.unmarked(guide.chapters)
    yield from chapter_checks.check_notes(guide.chapters, guide.endnotes)
    yield from endnotes.unknown_sources(guide.endnotes, guide.sources)
    bib_lines = {key: (source.path, source.line) for key, source in guide.sources.items()}
    yield from endnotes.uncited_sources(guide.endnotes, bib_lines)
    yield from prose_checks.check(guide.chapters, files, guide.statements, guide.hedges)
    yield from dates_in_text.impossible(guide)
    if guide.article:
        there = _paragraphs(guide)
        yield from article.locating_problems(ARTICLE, files[ARTICLE], guide.article, there)


def _in_page(path: str, text: str, known: Known) -> list[Problem]:
    lines = [*enumerate(fenced_code.without(text).split("\n"), start=1)]
    found = [one for line in lines for one in _unknown_links(path, *line, known.ids)]
    if known.cited:
        found += [one for line in lines for one in _unknown_words(path, *line, *known.cited)]
    return found


def _unknown_links(path: str, number: int, line: str, ids: frozenset[str]) -> Iterator[Problem]:
    for folder, id_ in ENTITY_LINK.findall(line):
        if id_ != "index" and id_ not in ids:
            message = f"the link to '{folder}/{id_}.md' leads to no file."
            yield Problem(path, number, message + did_you_mean(id_, ids), "entity-unknown")


def _unknown_words(
    path: str, number: int, line: str, keys: frozenset[str], anchors: frozenset[str]
) -> Iterator[Problem]:
    for key in CITATION.findall(line):
        if key not in keys:
            message = f"'@{key}' is no source.{did_you_mean(key, keys)}"
            yield Problem(path, number, message, "source-unknown")
    for words in missing_references(line, anchors.__contains__):
        message = f"'{words}' names a paragraph or note that the text does not have."
        yield Problem(path, number, message, "reference-unknown")
