"""Every link of the built site leads somewhere, and nothing in it asks another host."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

# Attributes through which a page loads something, by element.
LOADING = {
    "script": ("src",),
    "link": ("href",),
    "img": ("src", "srcset"),
    "iframe": ("src",),
    "source": ("src", "srcset"),
    "object": ("data",),
    "use": ("href", "xlink:href"),
}
# Hosts of the group's publications or of archives of them: no link may lead there.
BARRED = ("jihadology.net", "archive.org", "justpaste.it", "t.me", "telegram.org", "memri.org")


@dataclass
class Found(HTMLParser):
    """The links, loads and ids of one page."""

    links: list[str] = field(default_factory=list)
    loads: list[str] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what an element links to, loads and is called."""
        values = {name: value or "" for name, value in attrs}
        if tag == "a" and "href" in values:
            self.links.append(values["href"])
        if "id" in values:
            self.ids.append(values["id"])
        if values.get("rel") != "canonical":
            self.loads += [values[name] for name in LOADING.get(tag, ()) if name in values]


@pytest.fixture(scope="module")
def pages(site: Path) -> dict[Path, Found]:
    found = {}
    for path in sorted(site.rglob("*.html")):
        found[path] = Found()
        found[path].feed(path.read_text(encoding="utf-8"))
    return found


def inner(pages: dict[Path, Found]) -> Iterator[tuple[Path, str, Path, str]]:
    resolved = cache(lambda folder, path: (folder / unquote(path)).resolve())
    for page, found in pages.items():
        for link in dict.fromkeys(found.links + found.loads):
            parts = urlsplit(link)
            if not parts.scheme and page.name != "404.html":
                target = resolved(page.parent, parts.path) if parts.path else page
                yield page, link, target, unquote(parts.fragment)


def test_every_link_inside_the_site_leads_to_a_file(pages: dict[Path, Found]) -> None:
    is_file = cache(Path.is_file)
    broken = [f"{page.name}: {link}" for page, link, to, _ in inner(pages) if not is_file(to)]

    assert broken == []


def test_every_fragment_is_an_element_of_its_page(pages: dict[Path, Found]) -> None:
    ids = {path: {*found.ids} for path, found in pages.items()}
    broken = [
        f"{page.name}: {link}"
        for page, link, to, fragment in inner(pages)
        if fragment and "=" not in fragment and to in ids and fragment not in ids[to]
    ]

    assert broken == []


def test_every_view_that_a_fragment_asks_for_is_of_something_known(
    pages: dict[Path, Found], site: Path
) -> None:
    """A fragment such as `place=rawa` asks a page for a view, by the id of an entity."""
    unknown = [
        link
        for _, link, _, fragment in inner(pages)
        for name, _, id_ in [fragment.partition("=")]
        if name in ("place", "event") and not (site / f"{name}s" / f"{id_}.html").is_file()
    ]

    assert unknown == []


def test_no_id_stands_twice_on_a_page(pages: dict[Path, Found]) -> None:
    twice = {
        f"{page.name}#{id_}"
        for page, found in pages.items()
        for id_, count in Counter(found.ids).items()
        if count > 1
    }

    assert twice == set()


def test_nothing_is_loaded_from_another_host(pages: dict[Path, Found]) -> None:
    outside = [url for found in pages.values() for url in found.loads if urlsplit(url).netloc]

    assert outside == []


def test_styles_load_nothing_from_another_host(site: Path) -> None:
    outside = [
        path.name
        for path in site.rglob("*.css")
        if "url(http" in path.read_text(encoding="utf-8").replace('"', "").replace("'", "")
    ]

    assert outside == []


def test_no_link_leads_to_the_groups_material(pages: dict[Path, Found]) -> None:
    hosts = {urlsplit(link).hostname or "" for found in pages.values() for link in found.links}

    assert [host for host in hosts if host.endswith(BARRED)] == []
