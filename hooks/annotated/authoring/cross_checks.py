"""What only shows when the files are held together: notes, sources, links, references."""

import re
from collections.abc import Iterator, Mapping
from functools import partial
from typing import TypeAlias

from annotated.authoring import chapter_checks as spine_checks
from annotated.authoring import point_in_country as geography
from annotated.content import article, endnotes, sentences
from annotated.content.content import ARTICLE, Project, pages
from annotated.core import fenced_code as code_blocks
from annotated.core.build_cache import Memory
from annotated.core.problems import Problem, did_you_mean
from annotated.linking.paragraph_references import missing_references
from annotated.model.kinds import KINDS

# As mkdocs-bibtex reads a citation; an address of mail has a letter before the sign.
CITATION = re.compile(r"(?<![\w\\`])@([a-z][\w-]*)")
ENTITY_LINK = re.compile(
    r"\]\((?:\.\./)?(" + "|".join(kind.folder for kind in KINDS) + r")/"
    r"([^)#/]+)\.md[)#]"
)
# The keys of all sources, and what a reference may name.
Cited: TypeAlias = tuple[frozenset[str], frozenset[str]]


def check(
    project: Project, files: Mapping[str, str], memory: Memory | None = None
) -> Iterator[Problem]:
    """Yield what does not fit between the files (path to text).

    Where a file could not be read at all, nothing is said of what it may have held. `memory`
    holds what was found before.
    """
    recall = (memory or Memory()).recall
    known = frozenset(project.catalogue.ids), _cited(project)
    for page in pages(files).items():
        yield from recall(("cross checks", *page, *known), partial(_in_page, *page, *known))
    yield from geography.misplaced(project.catalogue, geography.countries(project.base_map))
    if project.whole:
        yield from _between_files(project, files)


def _cited(project: Project) -> Cited | None:
    if not project.whole:
        return None
    notes = {f"fn:{note}" for note in project.endnotes.notes}
    return frozenset(project.sources), frozenset(notes | _paragraphs(project))


def _paragraphs(project: Project) -> set[str]:
    return {anchor for chapter in project.chapters for anchor in chapter.anchors}


def _between_files(project: Project, files: Mapping[str, str]) -> Iterator[Problem]:
    yield from spine_checks.check_order(project.chapters)
    yield from sentences.unmarked(project.chapters)
    yield from spine_checks.check_notes(project.chapters, project.endnotes)
    yield from endnotes.unknown_sources(project.endnotes, project.sources)
    bib_lines = {key: (source.path, source.line) for key, source in project.sources.items()}
    yield from endnotes.uncited_sources(project.endnotes, bib_lines)
    if project.article:
        there = _paragraphs(project)
        yield from article.misfits(ARTICLE, files[ARTICLE], project.article, there)


def _in_page(path: str, text: str, ids: frozenset[str], cited: Cited | None) -> list[Problem]:
    lines = [*enumerate(code_blocks.without(text).split("\n"), start=1)]
    found = [one for line in lines for one in _unknown_links(path, *line, ids)]
    if cited:
        found += [one for line in lines for one in _unknown_words(path, *line, *cited)]
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
