"""Everything that stands in the files, read together: known before a page is made."""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

import yaml

from annotated import (
    catalogue,
    endnotes,
    geography,
    sentences,
    series,
    sources,
    spine,
    spine_checks,
    unlinked,
    yaml_text,
)
from annotated.catalogue import Catalogue
from annotated.cross_references import missing_references
from annotated.endnotes import Endnotes
from annotated.entities import KINDS
from annotated.mentions import Matcher, spellings
from annotated.problems import Problem, did_you_mean
from annotated.sentences import Part
from annotated.series import Series
from annotated.sources import Source
from annotated.spine import Chapter

ENDNOTES = "bibliography/endnotes.yml"
SERIES = "bibliography/series.yml"
UNLINKED = "docs/unlinked.yml"
HEDGES = "docs/hedges.yml"
# As mkdocs-bibtex reads a citation; an address of mail has a letter before the sign.
CITATION = re.compile(r"(?<![\w\\`])@([a-z][\w-]*)")
ENTITY_LINK = re.compile(
    r"\]\((?:\.\./)?(?P<folder>" + "|".join(kind.folder for kind in KINDS) + r")/"
    r"(?P<id>[^)#/]+)\.md[)#]"
)


@dataclass(frozen=True)
class Project:
    """The content: entities, sources, notes, chapters, and phrases that are not linked."""

    catalogue: Catalogue
    sources: Mapping[str, Source]
    endnotes: Endnotes
    chapters: list[Chapter]
    unlinked: Mapping[str, int]
    series: list[Series]
    hedges: tuple[str, ...]

    @property
    def parts(self) -> list[Part]:
        """Return the sentences of all chapters, each in parts by who says it."""
        return [part for chapter in self.chapters for part in sentences.parts(chapter)]

    @property
    def matcher(self) -> Matcher:
        """Return a matcher of all spellings."""
        return Matcher(spellings(self.catalogue.entities.values(), self.unlinked))


def read(files: Mapping[str, str]) -> tuple[Project, list[Problem]]:
    """Read the project from its files (path from the root to text), with all problems found."""
    words = {path: text for path, text in files.items() if path.endswith(".md")}
    entities, problems = catalogue.load(words)
    bib, found = sources.read({path: t for path, t in files.items() if path.endswith(".bib")})
    problems += found
    notes, found = endnotes.read(ENDNOTES, files.get(ENDNOTES, ""))
    problems += found
    others = {path: text for path, text in words.items() if not _is_entity(path)}
    chapters, found = spine.read(others)
    problems += found
    phrases, found = unlinked.read(UNLINKED, files.get(UNLINKED, ""))
    problems += found
    runs, found = series.read(SERIES, files.get(SERIES, ""))
    problems += found
    base_map = geography.countries(files.get(geography.BASE_MAP, ""))
    problems += geography.misplaced(entities, base_map)
    hedges, found = _hedges(files.get(HEDGES, ""))
    problems += found
    project = Project(entities, bib, notes, chapters, phrases, runs, hedges)
    return project, sorted({*problems, *_together(project, words)})


def _hedges(text: str) -> tuple[tuple[str, ...], list[Problem]]:
    try:
        phrases = yaml_text.plain(yaml_text.compose(text)) or []
    except yaml.MarkedYAMLError as error:
        line, words = yaml_text.place_of(error, text)
        message = f"cannot be read at '{words}'. Write one phrase to a line, after '- '."
        return (), [Problem(HEDGES, line, message, "hedges-malformed")]
    return tuple(map(str, phrases)) if isinstance(phrases, list) else (), []


def _is_entity(path: str) -> bool:
    folder, _, name = path.removeprefix("docs/").rpartition("/")
    return folder in {kind.folder for kind in KINDS} and name != "index.md"


def _together(project: Project, words: Mapping[str, str]) -> Iterator[Problem]:
    yield from spine_checks.check_order(project.chapters)
    yield from sentences.unmarked(project.chapters)
    yield from spine_checks.check_notes(project.chapters, project.endnotes)
    yield from endnotes.unknown_sources(project.endnotes, project.sources)
    bib_lines = {key: (source.path, source.line) for key, source in project.sources.items()}
    yield from endnotes.uncited_sources(project.endnotes, bib_lines)
    anchors = {anchor for chapter in project.chapters for anchor in chapter.anchors}
    anchors |= {f"fn:{note}" for note in project.endnotes.notes}
    for path, text in words.items():
        yield from _unknown_links(path, text, project.catalogue)
        yield from _unknown_references(path, text, anchors)
        yield from _unknown_sources(path, text, project.sources)


def _unknown_links(path: str, text: str, entities: Catalogue) -> Iterator[Problem]:
    for number, line in enumerate(text.split("\n"), start=1):
        for match in ENTITY_LINK.finditer(line):
            if match["id"] != "index" and match["id"] not in entities.ids:
                nearest = did_you_mean(match["id"], entities.ids)
                message = f"the link to '{match['folder']}/{match['id']}.md' leads to no file."
                yield Problem(path, number, message + nearest, "entity-unknown")


def _unknown_sources(path: str, text: str, keys: Collection[str]) -> Iterator[Problem]:
    for number, line in enumerate(text.split("\n"), start=1):
        for key in CITATION.findall(line):
            if key not in keys:
                message = f"'@{key}' is no source.{did_you_mean(key, keys)}"
                yield Problem(path, number, message, "source-unknown")


def _unknown_references(path: str, text: str, anchors: Collection[str]) -> Iterator[Problem]:
    for number, line in enumerate(text.split("\n"), start=1):
        for words in missing_references(line, anchors.__contains__):
            message = f"'{words}' names a paragraph or note that the text does not have."
            yield Problem(path, number, message, "reference-unknown")
