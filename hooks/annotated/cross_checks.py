"""What only shows when the files are held together: notes, sources, links, references."""

import re
from collections.abc import Collection, Iterator, Mapping

from annotated import article, code_blocks, endnotes, sentences, spine_checks
from annotated.catalogue import Catalogue
from annotated.cross_references import missing_references
from annotated.kinds import KINDS
from annotated.problems import Problem, did_you_mean
from annotated.project import ARTICLE, Project, pages

# As mkdocs-bibtex reads a citation; an address of mail has a letter before the sign.
CITATION = re.compile(r"(?<![\w\\`])@([a-z][\w-]*)")
ENTITY_LINK = re.compile(
    r"\]\((?:\.\./)?(?P<folder>" + "|".join(kind.folder for kind in KINDS) + r")/"
    r"(?P<id>[^)#/]+)\.md[)#]"
)


def check(project: Project, files: Mapping[str, str]) -> Iterator[Problem]:
    """Yield what does not fit between the files (path to text).

    Where a file could not be read at all, nothing is said of what it may have held.
    """
    words = pages(files)
    for path, text in words.items():
        yield from _unknown_links(path, text, project.catalogue)
    if not project.whole:
        return
    yield from spine_checks.check_order(project.chapters)
    yield from sentences.unmarked(project.chapters)
    yield from spine_checks.check_notes(project.chapters, project.endnotes)
    yield from endnotes.unknown_sources(project.endnotes, project.sources)
    bib_lines = {key: (source.path, source.line) for key, source in project.sources.items()}
    yield from endnotes.uncited_sources(project.endnotes, bib_lines)
    anchors = {anchor for chapter in project.chapters for anchor in chapter.anchors}
    if project.article:
        yield from article.misfits(ARTICLE, files[ARTICLE], project.article, anchors)
    anchors |= {f"fn:{note}" for note in project.endnotes.notes}
    for path, text in words.items():
        yield from _unknown_references(path, text, anchors)
        yield from _unknown_sources(path, text, project.sources)


def _unknown_links(path: str, text: str, entities: Catalogue) -> Iterator[Problem]:
    for number, line in enumerate(code_blocks.without(text).split("\n"), start=1):
        for match in ENTITY_LINK.finditer(line):
            if match["id"] != "index" and match["id"] not in entities.ids:
                nearest = did_you_mean(match["id"], entities.ids)
                message = f"the link to '{match['folder']}/{match['id']}.md' leads to no file."
                yield Problem(path, number, message + nearest, "entity-unknown")


def _unknown_sources(path: str, text: str, keys: Collection[str]) -> Iterator[Problem]:
    for number, line in enumerate(code_blocks.without(text).split("\n"), start=1):
        for key in CITATION.findall(line):
            if key not in keys:
                message = f"'@{key}' is no source.{did_you_mean(key, keys)}"
                yield Problem(path, number, message, "source-unknown")


def _unknown_references(path: str, text: str, anchors: Collection[str]) -> Iterator[Problem]:
    for number, line in enumerate(code_blocks.without(text).split("\n"), start=1):
        for words in missing_references(line, anchors.__contains__):
            message = f"'{words}' names a paragraph or note that the text does not have."
            yield Problem(path, number, message, "reference-unknown")
