"""Links to entities in HTML that is made here and not found in a text."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from html import escape

from annotated.linking.link_types import start_tag
from annotated.model.entities import Entity
from annotated.model.kinds import kind_of


@dataclass(frozen=True)
class EntityLinks:
    """Links from one page; `href` turns an id into an address relative to it."""

    entities: Mapping[str, Entity]
    href: Callable[[str], str]

    def open(self, id_: str, more: str = "") -> str:
        """Return the tag that begins a link; `more` are further attributes, each after a space."""
        address = f' href="{escape(self.href(id_))}"'
        return start_tag(self.entities[id_], "", f"{address}{more}")

    def link(self, id_: str, more: str = "") -> str:
        """Return a link that says the name of an entity."""
        return f"{self.open(id_, more)}{escape(self.entities[id_].name)}</a>"

    def plain(self, id_: str) -> str:
        """Return a link without a short meaning, for names that are sentences by themselves."""
        entity = self.entities[id_]
        address = escape(self.href(id_))
        return (
            f'<a class="mention {kind_of(entity).word}" href="{address}">{escape(entity.name)}</a>'
        )
