"""Doors of the site, the parts of its navigation: what templates ask of them, found out once.

The front page is no door, and what `extra.foot` names stands at the foot of a page. No page grows
with the guide: where it is large, a page lists the pages near it, and of other doors the first.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeAlias

from jinja2 import pass_context
from jinja2.runtime import Context
from mkdocs.structure import StructureItem
from mkdocs.structure.nav import Link, Navigation, Section
from mkdocs.structure.pages import Page

# What has an address: a page, or a link to another site.
Linked: TypeAlias = Page | Link
# How many pages stand on the sheet of all pages, and how many beside a page.
ON_SHEET, NEARBY = 300, 60
# How many doors fit in the row at the head.
IN_ROW = 8


@dataclass(frozen=True, eq=False)
class Door:
    """A part of the navigation: the pages that it leads to, and the folders of their sources."""

    item: StructureItem
    pages: tuple[Linked, ...]
    folders: frozenset[str]

    @property
    def title(self) -> str | None:
        """Return its title."""
        return self.item.title

    @property
    def first(self) -> Linked:
        """Return the page to which it leads."""
        return self.pages[0]

    @cached_property
    def places(self) -> Mapping[str, int]:
        """Return the place of each page in it, by its address."""
        return {page.url: place for place, page in enumerate(self.pages)}

    @cached_property
    def children(self) -> Sequence[tuple[StructureItem, Linked]]:
        """Return what stands below it: pages, and parts with the page to which each leads."""
        below = self.item.children if isinstance(self.item, Section) else [self.item]
        return [(child, first) for child in below if (first := next(_pages(child), None))]

    def nearby(self, page: Page) -> Sequence[tuple[StructureItem, Linked]]:
        """Return of its children those near a page, or all where they are few."""
        if len(self.children) <= NEARBY:
            return self.children
        at = next((at for at, (child, _) in enumerate(self.children) if child is page), 0)
        start = min(max(at - NEARBY // 2, 0), len(self.children) - NEARBY)
        return self.children[start : start + NEARBY]


@dataclass
class Doors:
    """All doors of a site; `at_foot` are the titles of those that stand at the foot."""

    navigation: Navigation
    at_foot: Sequence[str]
    # The items of the list of a door, as the pages of one folder link to them.
    _lists: dict[tuple[int, str], list[str]] = field(default_factory=dict)

    @cached_property
    def items(self) -> list[Door]:
        """Return all doors but the front page, in order."""
        doors = (_door(item) for item in self.navigation.items if not _is_home(item))
        return [door for door in doors if door.pages]

    @cached_property
    def at_head(self) -> list[Door]:
        """Return those at the head of each page."""
        return [door for door in self.items if door.title not in self.at_foot]

    @cached_property
    def fit(self) -> bool:
        """Tell whether those at the head fit there."""
        return len(self.at_head) <= IN_ROW

    def in_row(self, page: Page | None) -> list[Door]:
        """Return those in the row at the head of a page: where not all fit, the one behind it."""
        return (
            self.at_head if self.fit else [door for door in self.of(page) if door in self.at_head]
        )

    @cached_property
    def below(self) -> list[Door]:
        """Return those at its foot."""
        return [door for door in self.items if door.title in self.at_foot]

    def of(self, page: Page | None) -> list[Door]:
        """Return the doors that hold a page, or others of its folder where it is in none."""
        folder = folder_of(page)
        return [door for door in self.items if folder and folder in door.folders]

    @pass_context
    def listed(self, context: Context, door: Door) -> str:
        """Return the pages of a door as the items of a list, with the page at hand marked."""
        page, url = context["page"], context.environment.filters["url"]
        if not page:
            return "".join(_item(linked, url(context, linked.url)) for linked in self._shown(door))
        key = id(door), page.url.rpartition("/")[0]
        if key not in self._lists:
            shown = self._shown(door)
            self._lists[key] = [_item(linked, url(context, linked.url)) for linked in shown]
        listed = self._lists[key]
        at = door.places.get(page.url, len(listed))
        if at < len(listed):
            marked = _item(page, url(context, page.url), ' aria-current="page"')
            listed = [*listed[:at], marked, *listed[at + 1 :]]
        return "".join(listed)

    def _shown(self, door: Door) -> Sequence[Linked]:
        return door.pages[:1] if self.is_large else door.pages

    @cached_property
    def is_large(self) -> bool:
        """Tell whether a page lists no more of the navigation than what is near it."""
        return sum(len(door.pages) for door in self.items) > ON_SHEET


def folder_of(item: StructureItem | None) -> str:
    """Return the folder of the source of a page, "" where it is none or at the root."""
    return item.file.src_uri.rpartition("/")[0] if isinstance(item, Page) else ""


def _door(item: StructureItem) -> Door:
    pages = tuple(_pages(item))
    return Door(item, pages, frozenset(map(folder_of, pages)))


def _pages(item: StructureItem) -> Iterator[Linked]:
    if isinstance(item, Section):
        for child in item.children:
            yield from _pages(child)
    elif isinstance(item, Page | Link):
        yield item


def _is_home(item: StructureItem) -> bool:
    return isinstance(item, Page) and item.is_homepage


def _item(item: Linked, url: str, mark: str = "") -> str:
    return f'<li><a href="{url}"{mark}>{item.title}</a></li>\n'
