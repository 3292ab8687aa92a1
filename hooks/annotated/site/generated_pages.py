"""Generated pages: those of entities, indexes of kinds, sources, audit, claims, the timeline."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from annotated.content import source_parts
from annotated.content.source_parts import Part
from annotated.core.input_keys import Inputs
from annotated.evidence import (
    audit_page,
    profile_page,
    sources_page,
    statements_page,
)
from annotated.evidence.divided_sources import DividedSources
from annotated.exports import coins, csl_items, deck_package, field_lists, recall_cards
from annotated.model.entities import Entity, Event, Place
from annotated.model.kinds import KINDS
from annotated.site import generated_files, index_pages
from annotated.site.entity_pages import Pages
from annotated.site.guide_index import GuideIndex
from annotated.site.statement_lane import StatementLane
from annotated.site.urls import FolderUrls
from annotated.study import (
    argument_page,
    exercise_pages,
    explanations_page,
    own_page,
    questions_list,
    sheets_page,
)
from annotated.timeline import clocks_page, timeline_page


def _decks(urls: FolderUrls) -> dict[str, str]:
    """Return the words for each file of cards, by its URL; without its library one is missing."""
    words = {recall_cards.TABLE: "as a table, for any program with such cards (.tsv)"}
    if deck_package.is_available():
        words = {recall_cards.PACKAGE: "as a package for Anki (.apkg)"} | words
    return {urls.url(path): name for path, name in words.items()}


def _sources(index: GuideIndex, urls: FolderUrls) -> str:
    """Return all sources, or what leads to them where they are on pages of their own."""
    guide = index.guide
    if guide.source_parts:
        return DividedSources(guide, index.source_entries, urls.source_page).whole()
    said = index.source_entries.texts_on(guide.cited_sources.values())
    return index.build_cache.run_on(index, _all_sources, said, index.rest)


def _all_sources(index: GuideIndex, _said: list[list[str]], _rest: Inputs) -> str:
    guide = index.guide
    cited = guide.cited_sources.values()
    listed = sources_page.page(cited, index.source_entries, guide.editors_sources)
    return listed + coins.block(csl_items.of_guide(guide))


def _part_of_sources(index: GuideIndex, part: Part, urls: FolderUrls) -> str:
    said = index.source_entries.texts_on(part.sources if part.kind else ())
    subject = index, part
    return index.build_cache.run_on(subject, _one_part, part.path, said, urls, index.rest)


def _one_part(
    subject: tuple[GuideIndex, Part],
    _path: str,
    _said: list[list[str]],
    urls: FolderUrls,
    _rest: Inputs,
) -> str:
    index, part = subject
    listed = DividedSources(index.guide, index.source_entries, urls.source_page).part(part)
    of_kind = part.sources if part.kind else ()
    return listed + coins.block(csl_items.of_guide(index.guide, of_kind))


# The writer of what is generated below the typed text of a page, by the path of the page.
LISTS: Mapping[str, Callable[[GuideIndex, FolderUrls], str]] = {
    source_parts.WHOLE: _sources,
    "sources/audit.md": lambda index, _: audit_page.audit(index.guide),
    "claims/statements.md": lambda index, urls: statements_page.StatementsPage(
        index.evidence, index.matcher, urls.page
    ).markdown(),
    "claims/profile.md": lambda index, urls: profile_page.Profile(
        index.evidence, urls.page
    ).markdown(),
    "study/argument.md": lambda index, urls: argument_page.page(
        index.guide.study.argument, index.voices(urls.page)
    ),
    "study/explanations.md": lambda index, urls: explanations_page.page(
        index.guide.study.board, index.voices(urls.page)
    ),
    "data/fields.md": lambda index, urls: field_lists.page(
        generated_files.tables(index, urls.site)
    ),
    "study/index.md": lambda index, urls: questions_list.page(
        index.guide.study.questions, index.voices(urls.page), _decks(urls)
    ),
    "study/exercises.md": lambda index, urls: exercise_pages.tasks(
        index.guide.study.exercises, index.voices(urls.page)
    ),
    "study/exercises-key.md": lambda index, urls: exercise_pages.keys(
        index.guide.study.exercises, index.voices(urls.page)
    ),
    "study/kit.md": lambda index, urls: sheets_page.kit(index.guide.study, index.voices(urls.page)),
    "study/cards.md": lambda index, urls: sheets_page.cards(
        index.guide.study, index.voices(urls.page)
    ),
    "study/mine.md": lambda index, urls: own_page.page(
        index.guide.study.questions, index.voices(urls.page)
    ),
    "timeline/index.md": lambda index, urls: timeline_page.page(
        index.guide, index.attestations, urls.entity, urls.page
    ),
    "timeline/clocks.md": lambda index, urls: clocks_page.page(
        index.guide, index.attestations, urls.entity
    ),
}


# Said where a list has nothing in it: a page without a word would seem to be still loading.
EMPTY = "Nothing is listed here yet."
# Pages whose typed sections come first.
AFTER_SECTIONS = ("study/kit.md",)


@dataclass(frozen=True)
class Writer:
    """Writes a page; `edit` returns where a line of a file can be edited, or "".

    `urls` are those that the page uses.
    """

    index: GuideIndex
    edit: Callable[[str, int], str]
    urls: FolderUrls

    @property
    def _pages(self) -> Pages:
        index = self.index
        lane = StatementLane(index.evidence, self.urls.page)
        return Pages(
            index.entities, index.events_of, self.urls.page, index.remark_blocks,
            lambda entity: lane.markdown(entity, index.attestations.get(entity.id, ())),
        )  # fmt: skip

    def page_of(self, entity: Entity) -> str:
        """Return the page of an entity."""
        return self._pages.page(entity)

    def page(self, path: str, markdown: str) -> str:
        """Return a page with its list, or nothing where none belongs to it.

        The list stands above the first section that is typed, or at the end; an empty one says so.
        """
        listed = self._listed(path)
        if listed is None:
            return ""
        listed = listed if listed.strip() else EMPTY
        if path in AFTER_SECTIONS:
            return f"{markdown}\n\n{listed}"
        head, section, rest = markdown.partition("\n## ")
        return f"{head}\n\n{listed}{section}{rest}"

    def _listed(self, path: str) -> str | None:
        if path in LISTS:
            return LISTS[path](self.index, self.urls)
        if part := next((one for one in self.index.guide.source_parts if one.path == path), None):
            return _part_of_sources(self.index, part, self.urls)
        kind = next((kind for kind in KINDS if path == f"{kind.folder}/index.md"), None)
        return self._index(kind.type) if kind else None

    def _index(self, cls: type[Entity]) -> str:
        catalogue = self.index.guide.catalogue
        if cls is Place:
            names = {id_: entity.name for id_, entity in catalogue.entities.items()}
            return index_pages.gazetteer(catalogue.of_type(Place), names, self._pages.row)
        if cls is Event:
            return index_pages.by_kind(catalogue.of_type(Event), self._pages.row)
        return index_pages.entries(
            catalogue.of_type(cls),
            lambda entity: self._pages.entry(entity, self.edit(entity.path, 1)),
        )
