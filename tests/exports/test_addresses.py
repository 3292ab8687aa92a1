"""Where the address of the site is known, every file holds whole ones, and each leads somewhere."""

import re
from collections.abc import Mapping
from functools import cache
from html import unescape
from pathlib import Path

import pytest

from annotated.content.release import UNRELEASED
from annotated.exports.data_table import KEYS
from annotated.site import generated_files, model_files
from annotated.site.guide_index import GuideIndex
from annotated.site.urls import SiteUrls

ADDRESS = "https://host.invalid/guide/"
FOUND = re.compile(rf"{re.escape(ADDRESS)}([\w./:%-]*)(?:#([\w.:%-]+))?")
ID = re.compile(r'\sid="([^"]*)"')
# Files whose ids are of their own things; tables that have no addresses, by what they hold.
OWN_IDS = (".jsonld", ".xml")
WITHOUT = {"mentions.csv", "mentions.json", "sources-csl.json", "sources.ris", "sources.bib"}
# These say whose data they are, and name files beside them.
DESCRIPTIONS = {"datapackage.json", "ro-crate-metadata.json"}


@pytest.fixture(scope="module")
def published(index: GuideIndex, urls: SiteUrls) -> SiteUrls:
    return SiteUrls.locate(index, urls.pages, ADDRESS)


@pytest.fixture(scope="module")
def addressed(index: GuideIndex, published: SiteUrls, site: Path) -> Mapping[str, str]:
    """Return the files as they are where the address of the site is known."""
    chapters = {f"docs/{path}": site / published.pages[path] for path in index.chapters}
    pages = {path: page.read_text(encoding="utf-8") for path, page in chapters.items()}
    return {
        path: make()
        for path, make in (
            *generated_files.data_files(index, published, UNRELEASED, pages.items),
            *model_files.files(index, published, UNRELEASED),
        )
    }


def test_every_address_in_a_file_leads_to_a_page_and_a_place_on_it(
    addressed: Mapping[str, str], site: Path
) -> None:
    @cache
    def ids(path: str) -> frozenset[str]:
        return frozenset(map(unescape, ID.findall((site / path).read_text(encoding="utf-8"))))

    for name, text in addressed.items():
        found = {(path.rstrip("."), anchor) for path, anchor in FOUND.findall(text)}
        assert found or Path(name).name in WITHOUT | DESCRIPTIONS, name
        for path, anchor in found:
            assert (site / path).exists(), (name, path)
            if anchor and not path.endswith(OWN_IDS):
                assert anchor in ids(path), (name, path, anchor)


def test_everything_that_has_an_id_has_a_whole_address(
    index: GuideIndex, published: SiteUrls
) -> None:
    tables = {table.name: table for table in generated_files.tables(index, published)}

    for name in KEYS:
        rows = tables[name].records()
        addresses = [str(row["address"]) for row in rows]
        assert rows
        assert all(address.startswith(ADDRESS) for address in addresses), name
        assert len({*addresses}) == len(rows), name


def test_no_address_in_a_file_is_relative(addressed: Mapping[str, str]) -> None:
    for name, text in addressed.items():
        assert not re.search(r'(?:["(<]|,)(?:\.\./)*[\w-]+/[\w-]+\.html', text), name
