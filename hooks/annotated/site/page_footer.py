"""What stands at the end of every page, out of sight until asked for: the panel and the cards."""

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

Card: TypeAlias = Callable[[str, tuple[str, ...]], str]


@dataclass(frozen=True)
class PageEnd:
    """Ends the pages of a site.

    `mentions` are all mentions by the id of what they name; `guide` is the name of the site with
    its version; `addresses` stands for where everything is.
    """

    index: GuideIndex
    mentions: Mapping[str, Sequence[LocatedMention]]
    guide: str
    addresses: str
    _card_in: dict[str, Card] = field(default_factory=dict)

    def add(
        self, output: str, folder: str, href: Callable[[str], str], anchor: Callable[[str], str]
    ) -> str:
        """Return a whole page with its end. All pages of a `folder` share their cards.

        `href` and `anchor` give the address, relative to the page, of an entity by its id and of
        a paragraph or note (`p12`, `fn:43`).
        """
        index = self.index
        if folder not in self._card_in:
            self._card_in[folder] = cache(self._writer(href, anchor))
        chapters = index.guide.chapters
        starts = " ".join(f"{one.first} {anchor(f'p{one.first}')}" for one in chapters)
        cite = f"{index.citation}; retold in {self.guide}" if index.citation else ""
        head, body, tail = output.rpartition("</body>")
        return (
            f'{head}{settings_panel.html()}<div id="cards" data-chapters="{starts}" '
            f'data-last="{chapters[-1].last if chapters else 0}" data-cite="{escape(cite)}">'
            f"{self._shelf(output, folder)}</div>{body}{tail}"
        )

    def _shelf(self, output: str, folder: str) -> str:
        named, card = cards.linked_ids(output), self._card_in[folder]
        return self.index.build_cache.get_or_compute(
            ("shelf", named, folder, self._all_that_cards_say),
            lambda: cards.all_cards(named, card, self.index.entities),
        )

    @cached_property
    def _all_that_cards_say(self) -> str:
        index = self.index
        named = {id_: (self._paragraphs(id_), len(all_)) for id_, all_ in self.mentions.items()}
        drawn = index.guide.sheets.get("locator")
        return digest(
            self.addresses,
            [*map(public_facts, index.entities.values())],
            index.hedges.pattern,
            drawn,
            named,
        )

    def _writer(self, href: Callable[[str], str], anchor: Callable[[str], str]) -> Card:
        index = self.index
        writer = Cards(
            index.entities, index.events_of, index.hedges, href, anchor, self._paragraphs,
            lambda id_: len(self.mentions.get(id_, ())), index.locator,
        )  # fmt: skip
        return lambda id_, senses_at: writer.card(index.entities[id_], senses_at)

    def _paragraphs(self, id_: str) -> list[int]:
        named = (one.mention for one in self.mentions.get(id_, ()) if not one.mention.by_editor)
        return sorted({int(one.anchor[1:]) for one in named if one.anchor.startswith("p")})
