"""Entries of the search: everything that has a name or a number, and the forms of each.

A form is a way of typing a name, folded; the script of the search looks at them before any text.
"""

import calendar
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from annotated.linking.backlinks import LocatedMention
from annotated.linking.search_folding import fold
from annotated.model.anchors import anchor_label, remark_anchor
from annotated.model.entities import Entity, Event, Group, Person
from annotated.model.kinds import kind_of
from annotated.model.remarks import CERTAINTIES, WEIGHTS
from annotated.site import search_pages
from annotated.site.guide_index import DOCS, GuideIndex
from annotated.site.search_entry import KINDS, Entry
from annotated.site.search_many import short
from annotated.site.urls import SiteUrls
from annotated.timeline.year_headings import UNDATED, anchor_of, year_of

MAP, TIMELINE = "map/index.md", "timeline/index.md"
AUDIT = "sources/audit.md"
# How the number of a chapter is said.
NUMBERS = (
    ("one", "first"), ("two", "second"), ("three", "third"), ("four", "fourth"), ("five", "fifth"),
    ("six", "sixth"), ("seven", "seventh"), ("eight", "eighth"), ("nine", "ninth"),
)  # fmt: skip
WHERES = 4
# What is typed before the number of an entry that has one, besides its name.
NUMBERED = {"paragraph": "paragraph para par", "note": "footnote endnote fn n"}


@dataclass(frozen=True)
class SearchEntries:
    """Makes the entries of a site; `mentions` are by id of the entity, `titles` by path.

    `titles` are those of pages that are neither chapters nor of one entity, `headings` those of
    sections of such pages, by address.
    """

    index: GuideIndex
    urls: SiteUrls
    mentions: Mapping[str, Sequence[LocatedMention]]
    titles: Mapping[str, str]
    headings: Mapping[str, str]

    def all(self) -> Iterator[Entry]:
        """Yield every entry but those of which there are many, in the order of kinds."""
        yield from self._chapters()
        yield from sorted(
            map(self._entity, self.index.entities.values()), key=lambda one: KINDS.index(one.kind)
        )
        yield from chain(self._months(), self._years(), self._remarks())
        yield from search_pages.entries(
            self.titles, self.headings, self.urls, self.index.guide.search_words
        )

    def _chapters(self) -> Iterator[Entry]:
        for number, chapter in enumerate(self.index.guide.chapters, start=1):
            yield Entry(
                kind="chapter",
                name=chapter.title,
                url=self.urls.pages[chapter.path.removeprefix(DOCS)],
                line=chapter.summary,
                forms=self._forms_of_chapter(number),
                where=f"¶{chapter.first}–{chapter.last}",
            )

    def _forms_of_chapter(self, number: int) -> tuple[str, ...]:
        words = NUMBERS[number - 1 : number]
        last = ("conclusion", "last chapter") if number == len(self.index.guide.chapters) else ()
        spelt = [form for pair in words for form in (f"chapter {pair[0]}", f"{pair[1]} chapter")]
        return (f"chapter {number}", f"ch {number}", *spelt, *last)

    def _entity(self, entity: Entity) -> Entry:
        located = [
            mention for mention in self.mentions.get(entity.id, ()) if not mention.mention.by_editor
        ]
        labels = list(dict.fromkeys(anchor_label(mention.mention.anchor) for mention in located))
        return Entry(
            kind=kind_of(entity).word,
            name=entity.name,
            url=self.urls.entities[entity.id],
            line=short(entity.summary),
            arabic=entity.arabic,
            forms=_forms(entity),
            related=self._related(entity),
            where=_where(labels),
            weight=len(located),
        )

    def _related(self, entity: Entity) -> tuple[str, ...]:
        kind = entity.kind if isinstance(entity, Event | Person | Group) else ""
        others = [self.index.guide.search_words.of_kinds.get(kind, "")]
        if isinstance(entity, Event):
            ids = (*entity.places, *entity.actors)
            others += [self.index.entities[id_].name for id_ in ids]
            others += [entity.date.words] if entity.date else []
        words = " ".join(map(fold, others)).split()
        return tuple(dict.fromkeys(words))

    def _months(self) -> Iterator[Entry]:
        for month in self.index.atlas.months.selectable if MAP in self.urls.pages else ():
            year, number = month[:4], int(month[5:])
            name, short = calendar.month_name[number], calendar.month_abbr[number]
            yield Entry(
                kind="month",
                name=f"{name} {year}",
                url=f"{self.urls.pages[MAP]}#month={month}",
                line="The map and the events of the month",
                forms=(
                    f"{year} {month[5:]}", f"{fold(short)} {year}", f"{number} {year}",
                    f"{year} {fold(name)}",
                ),
            )  # fmt: skip

    def _years(self) -> Iterator[Entry]:
        events = [event for event in self.index.guide.catalogue.of_type(Event) if event.date]
        anchors = {year_of(event.date): anchor_of(event.date) for event in events}
        for year in sorted(anchors.keys() - {UNDATED}) if TIMELINE in self.urls.pages else ():
            count = sum(year_of(event.date) == year for event in events)
            yield Entry(
                kind="year",
                name=year,
                url=f"{self.urls.pages[TIMELINE]}#{anchors[year]}",
                line=f"{count} event{'s' * (count != 1)} on the timeline",
            )

    def statements(self) -> dict[str, str]:
        """Return the ids of the statements by the URL of their page, of which entries are made.

        Nothing else is told of them: their words are in the text.
        """
        found: dict[str, list[str]] = defaultdict(list)
        for part in self.index.parts:
            if part.id and (url := self.urls.anchors.get(part.anchor)):
                found[url.partition("#")[0]].append(part.id)
        return {url: " ".join(ids) for url, ids in found.items()}

    def _remarks(self) -> Iterator[Entry]:
        for remark in self.index.guide.remarks if AUDIT in self.urls.pages else ():
            paragraphs = [
                f"¶{anchor.paragraph}" for anchor in remark.at if anchor.paragraph is not None
            ]
            notes = [f"note {anchor.note}" for anchor in remark.at if anchor.note]
            yield Entry(
                kind="remark",
                name=remark.subject,
                url=f"{self.urls.pages[AUDIT]}#{remark_anchor(remark.id)}",
                line=f"{CERTAINTIES[remark.certainty].capitalize()}; {WEIGHTS[remark.weight]}",
                where=_where([*dict.fromkeys([*paragraphs, *notes])]),
            )


def _forms(entity: Entity) -> tuple[str, ...]:
    names = [*(form.text for form in entity.spellings), *entity.also, entity.arabic]
    if isinstance(entity, Event) and entity.date and entity.date.words[:1].isdigit():
        names += [entity.date.words, entity.date.edtf]
    folded = dict.fromkeys(fold(name) for name in names if name)
    return tuple(form for form in folded if form and form != fold(entity.name))


def _where(labels: Sequence[str]) -> str:
    more = len(labels) - WHERES
    listed = ", ".join(labels[:WHERES])
    return f"{listed} and {more} more" if more > 0 else listed
