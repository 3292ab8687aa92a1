"""Footer of every page, hidden until asked for: the panel of settings, and the cards."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property
from html import escape
from typing import TypeAlias

from annotated.core.build_cache import digest
from annotated.linking.backlinks import LocatedMention
from annotated.model.entities import public_facts
from annotated.site import cards, settings_panel
from annotated.site.cards import Cards
from annotated.site.guide_index import GuideIndex
from annotated.site.urls import FolderUrls, SiteUrls

Card: TypeAlias = Callable[[str, tuple[str, ...]], str]


@dataclass(frozen=True)
class PageFooter:
    """Writes footers; `mentions` are all by the id of the entity that they name.

    `name` is that of the guide with its version.
    """

    index: GuideIndex
    mentions: Mapping[str, Sequence[LocatedMention]]
    name: str
    urls: SiteUrls
    # All pages of a folder have the same relative URLs, and so the same cards.
    _card_in: dict[str, Card] = field(default_factory=dict)

    def add(self, output: str, urls: FolderUrls) -> str:
        """Return a whole page with its footer; `urls` are those that the page uses."""
        index, chapters = self.index, self.index.guide.chapters
        starts = " ".join(
            f"{chapter.first} {urls.anchor(f'p{chapter.first}')}" for chapter in chapters
        )
        cite = f"{index.citation}; retold in {self.name}" if index.citation else ""
        head, body, tail = output.rpartition("</body>")
        return (
            f'{head}{settings_panel.html()}<div id="cards" data-chapters="{starts}" '
            f'data-last="{chapters[-1].last if chapters else 0}" data-cite="{escape(cite)}">'
            f"{self._cards(output, urls)}</div>{body}{tail}"
        )

    def _cards(self, output: str, urls: FolderUrls) -> str:
        linked, folder = cards.linked_ids(output), urls.folder
        if folder not in self._card_in:
            self._card_in[folder] = cache(self._writer(urls))
        return self.index.build_cache.get_or_compute(
            ("cards", linked, folder, self._key),
            lambda: cards.all_cards(linked, self._card_in[folder], self.index.entities),
        )

    @cached_property
    def _key(self) -> str:
        """Return a key that changes where any card does."""
        index = self.index
        named = {id_: (self._paragraphs(id_), len(all_)) for id_, all_ in self.mentions.items()}
        drawn = index.guide.sheets.get("locator")
        return digest(
            self.urls.cache_key,
            [*map(public_facts, index.entities.values())],
            index.hedges.pattern,
            drawn,
            named,
        )

    def _writer(self, urls: FolderUrls) -> Card:
        index = self.index
        writer = Cards(
            index.entities, index.events_of, index.hedges, urls.entity, urls.anchor,
            self._paragraphs, lambda id_: len(self.mentions.get(id_, ())), index.locator,
        )  # fmt: skip
        return lambda id_, senses_at: writer.card(index.entities[id_], senses_at)

    def _paragraphs(self, id_: str) -> list[int]:
        named = (one.mention for one in self.mentions.get(id_, ()) if not one.mention.by_editor)
        return sorted({int(one.anchor[1:]) for one in named if one.anchor.startswith("p")})
