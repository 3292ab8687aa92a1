"""Footer of every page, hidden until asked for: the panel of settings, and the cards."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from html import escape

from annotated.exports import csl_items, packages, reference_files
from annotated.linking.backlinks import LocatedMention
from annotated.model.entities import Entity, Term, public_facts
from annotated.model.kinds import kind_of
from annotated.site import settings_panel
from annotated.site.card_shelves import CardShelves, Linked, linked_ids, without_tips
from annotated.site.cards import Cards, Named
from annotated.site.guide_index import GuideIndex
from annotated.site.urls import FolderUrls, SiteUrls

# In a citation: the number of the paragraph, its address at the publisher, and its address here.
NUMBER, ORIGINAL, HERE = "⟦number⟧", "⟦original⟧", "⟦here⟧"
PLAIN_DATE = re.compile(r"\d{4}(?:-\d\d){0,2}")
# The mark of a page that has paragraphs to cite.
MARGIN = 'class="margin"'
UNLINKED = re.compile(r' data-unlinked(?:="")?')


@dataclass(frozen=True)
class PageFooter:
    """Writes footers; `mentions` are all by the id of the entity that they name.

    `name` is that of the guide with its version.
    """

    index: GuideIndex
    mentions: Mapping[str, Sequence[LocatedMention]]
    name: str
    urls: SiteUrls
    _writers: dict[str, Cards] = field(default_factory=dict)

    def add(self, output: str, urls: FolderUrls) -> str:
        """Return a whole page with its footer; `urls` are those that the page uses."""
        cites = self._cites if self.index.citation and MARGIN in output else ""
        linked = linked_ids(output)
        wanted = " ".join(map(str, self.shelves.wanted(linked)))
        shelves = f' data-shelves="{wanted}"' if wanted else ""
        head, body, tail = without_tips(output).rpartition("</body>")
        page = (
            f'{head}{settings_panel.html()}<div id="cards" data-root="{urls.root}"{shelves} '
            f'data-last="{self._last}"{cites}>'
            f"{self._terms(linked, urls)}</div>{body}{tail}"
        )
        # The search has read the page by now, and names are linked: nobody else asks for these.
        page = page.replace(" data-search-exclude", "")
        return UNLINKED.sub("", page) if " data-unlinked" in page else page

    def inputs(self, page: str, urls: FolderUrls) -> object:
        """Return what `add` writes for a page that shows no other links to entities than these."""
        linked = linked_ids(page)
        cards = self.shelves.wanted(linked), self._terms(linked, urls)
        return cards, self.index.citation and self._cites, self._last

    @cached_property
    def _last(self) -> int:
        chapters = self.index.guide.chapters
        return chapters[-1].last if chapters else 0

    @cached_property
    def _cites(self) -> str:
        """Return the attributes by which a script cites a paragraph, in words and in each format.

        NUMBER, ORIGINAL and HERE stand for what differs from one paragraph to the next.
        """
        cite = f' data-cite="{escape(f"{self.index.citation}; retold in {self.name}")}"'
        article = self.index.guide.article
        if not article or not article.date or not PLAIN_DATE.fullmatch(article.date.edtf):
            return cite
        key = f"{packages.slug(article.author)}-{article.date.edtf[:4]}-p{NUMBER}"
        note = f"¶{NUMBER}, retold in {self.name}{HERE}"
        item = csl_items.of_article(article, key, note, ORIGINAL)
        written = {
            "address": article.address,
            "bibtex": reference_files.biblatex([item], note="note"),
            "ris": reference_files.ris([item]),
        }
        return cite + "".join(f' data-{name}="{escape(text)}"' for name, text in written.items())

    @cached_property
    def shelves(self) -> CardShelves:
        """Return the files of the cards that pages share."""
        return CardShelves(self._writer(self.urls.seen_from("")))

    def _terms(self, linked: Linked, urls: FolderUrls) -> str:
        writer = self._writer(urls)
        return "".join(
            writer.card(id_, tuple(anchors))
            for id_, anchors in linked.items()
            if isinstance(self._entities.get(id_), Term)
        )

    def _writer(self, urls: FolderUrls) -> Cards:
        if urls.folder not in self._writers:
            index = self.index
            self._writers[urls.folder] = Cards(
                self._entities, index.events_of, index.locator, self._named, self._misfits, urls
            )
        return self._writers[urls.folder]

    @cached_property
    def _entities(self) -> dict[str, Entity]:
        return {id_: public_facts(entity) for id_, entity in self.index.entities.items()}

    @cached_property
    def _named(self) -> dict[str, Named]:
        return {id_: _named(located) for id_, located in self.mentions.items()}

    @cached_property
    def _misfits(self) -> dict[str, tuple[tuple[str, str], ...]]:
        return {
            id_: tuple((remark.id, remark.subject) for remark in heavy)
            for id_, entity in self.index.entities.items()
            if (heavy := self.index.guide.heavy_remarks_on(kind_of(entity).word, id_))
        }


def _named(located: Sequence[LocatedMention]) -> Named:
    anchors = (mention.mention.anchor for mention in located if not mention.mention.by_editor)
    numbers = {int(anchor[1:]) for anchor in anchors if anchor.startswith("p")}
    return Named(tuple(sorted(numbers)), len(located))
