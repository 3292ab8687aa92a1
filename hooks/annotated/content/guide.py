"""Everything that stands in the files, read together: known before a page is made."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from annotated.content import (
    article,
    catalogue,
    chapters,
    endnotes,
    map_sheets,
    periodicals,
    sources,
    statements,
    word_lists,
)
from annotated.content.article import Article
from annotated.content.catalogue import Catalogue
from annotated.content.chapters import Chapter
from annotated.content.endnotes import Endnotes
from annotated.content.map_sheets import Sheet
from annotated.content.periodicals import Periodical
from annotated.content.sources import Source
from annotated.content.statements import Statement
from annotated.core.build_cache import BuildCache
from annotated.core.problems import Problem
from annotated.geo import base_map
from annotated.geo.base_map import BaseMap
from annotated.linking.matcher import Matcher, spellings
from annotated.model import vocabulary

ARTICLE = "bibliography/article.yml"
ENDNOTES = "bibliography/endnotes.yml"
SERIES = "bibliography/series.yml"
UNLINKED = "docs/unlinked.yml"
HEDGES = "docs/hedges.yml"


@dataclass(frozen=True)
class Guide:
    """The content: the article, entities, sources, notes, chapters, lists of words, the map.

    It is `is_complete` where every chapter, source and note could be read. The `matcher` finds all
    spellings.
    """

    article: Article | None
    catalogue: Catalogue
    sources: Mapping[str, Source]
    endnotes: Endnotes
    chapters: list[Chapter]
    unlinked: Mapping[str, int]
    periodicals: list[Periodical]
    hedges: tuple[str, ...]
    base_map: BaseMap
    sheets: Mapping[str, Sheet]
    is_complete: bool
    matcher: Matcher

    @cached_property
    def statements(self) -> list[Statement]:
        """Return the sentences of all chapters, each in parts by who says it."""
        return [part for chapter in self.chapters for part in statements.statements_of(chapter)]

    @cached_property
    def speaker_labels(self) -> dict[str, str]:
        """Return, by the class of a span, whose word it is."""
        return vocabulary.speaker_labels(self.article.group if self.article else "")


def read(
    files: Mapping[str, str], build_cache: BuildCache | None = None
) -> tuple[Guide, list[Problem]]:
    """Read the project from its files (path from the root to text), with the problems of each.

    `build_cache` holds what was read before.
    """
    get_or_compute = (build_cache or BuildCache()).get_or_compute
    words = pages(files)
    entities, problems = catalogue.load(words, build_cache)
    bibs = {path: text for path, text in files.items() if path.endswith(".bib")}
    bib, in_bib = get_or_compute(("sources", *bibs.items()), lambda: sources.read(bibs))
    about, in_article = article.read(ARTICLE, files.get(ARTICLE, ""))
    cited = (ENDNOTES, files.get(ENDNOTES, ""))
    notes, in_notes = get_or_compute(("endnotes", *cited), lambda: endnotes.read(*cited))
    others = {path: text for path, text in words.items() if not catalogue.is_entity(path)}
    retold, in_chapters = get_or_compute(
        ("chapters", *others.items()), lambda: chapters.read(others)
    )
    phrases, in_phrases = word_lists.read_unlinked(UNLINKED, files.get(UNLINKED, ""))
    runs, in_runs = periodicals.read(SERIES, files.get(SERIES, ""))
    hedges, in_hedges = word_lists.read_hedges(HEDGES, files.get(HEDGES, ""))
    lines = {path: text for path, text in files.items() if path.startswith(base_map.FOLDER)}
    drawn, in_map = get_or_compute(("base map", *lines.items()), lambda: base_map.read(lines))
    shown, in_sheets = map_sheets.read(map_sheets.PATH, files.get(map_sheets.PATH, ""))
    matcher = Matcher(spellings(entities.entities.values(), phrases), build_cache)
    is_complete = not (in_bib or in_notes or in_chapters)
    guide = Guide(
        about,
        entities,
        bib,
        notes,
        retold,
        phrases,
        runs,
        hedges,
        drawn,
        shown,
        is_complete,
        matcher,
    )
    problems += in_article + in_bib + in_notes + in_chapters
    problems += in_phrases + in_runs + in_hedges + in_map + in_sheets
    return guide, problems


def pages(files: Mapping[str, str]) -> dict[str, str]:
    """Return the files that are pages or entries."""
    return {path: text for path, text in files.items() if path.endswith(".md")}
