"""Files of data and style sheets that a build generates: the address and text of each."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache, partial

from annotated.content.release import UNRELEASED, Release
from annotated.core import short_json
from annotated.core.input_keys import Inputs
from annotated.core.long_text import LongText
from annotated.exports import (
    csl_items,
    linked_data,
    linked_places,
    packages,
    packing,
    point_features,
    recall_cards,
    reference_files,
)
from annotated.exports.annotations import Annotations
from annotated.exports.data_table import Table
from annotated.exports.data_tables import DataTables
from annotated.exports.spoken_chapters import state
from annotated.exports.tei_text import TeiText
from annotated.maps import river_diagram
from annotated.site import (
    front_page,
    model_files,
    piece_inputs,
    read_aloud,
    scripted_pieces,
    statement_grid,
)
from annotated.site.file_addresses import addresses
from annotated.site.guide_index import GuideIndex
from annotated.site.statement_grid import StatementGrid
from annotated.site.urls import SiteUrls

GeneratedFile = tuple[str, Callable[[], str]]
FOLDER = "data/"
POINTS, LINKED = "places.geojson", "linked-places.geojson"
CSL, RIS, BIB = "sources-csl.json", "sources.ris", "sources.bib"
PACKAGE, CRATE = "datapackage.json", "ro-crate-metadata.json"
SCHEMA_ORG, TEI = linked_data.NAME, "guide.xml"
NOTES, PUBLISHER = "annotations.jsonld", "annotations-publisher.jsonld"
Pages = Callable[[], Iterable[tuple[str, str]]]


def files(
    index: GuideIndex, urls: SiteUrls, release: Release, pages: Pages = tuple
) -> Iterator[GeneratedFile]:
    """Yield the path, from the root of the site, and the function that returns the text.

    `pages` yields path and HTML of the chapters, as far as they are linked.
    """
    yield from data_files(index, urls, release, pages)
    yield from model_files.files(index, urls, release)
    if index.cards:
        yield recall_cards.TABLE, partial(recall_cards.table, index.cards)
    yield "assets/locator.css", partial(_locator_css, index)
    yield "assets/chapters.js", partial(_chapters_script, index, urls)
    yield scripted_pieces.PATH, scripted_pieces.script
    yield "assets/map/months.css", partial(_months_css, index)
    if front_page.has_grid(index.texts.values()):
        yield statement_grid.WORDS, StatementGrid(index, str).words


def data_files(
    index: GuideIndex, urls: SiteUrls, release: Release = UNRELEASED, pages: Pages = tuple
) -> Iterator[GeneratedFile]:
    """Yield the same of each file to download."""
    listed, kept = tables(index, urls), piece_inputs.of_site(index, urls)
    sent = partial(packing.name_of, guide=index.guide)
    for name, make in _data_files(index, urls, listed, release).items():
        yield f"{FOLDER}{sent(name)}", make
    of_files = {sent(name): what for name, what in _described(listed).items()}
    yield f"{FOLDER}{CRATE}", partial(packages.crate, of_files, release)
    at = addresses(urls, f"{FOLDER}{SCHEMA_ORG}")
    yield f"{FOLDER}{SCHEMA_ORG}", linked_data.LinkedData(index.guide, release, at, of_files).text
    yield f"{FOLDER}{sent(TEI)}", LongText(TeiText(index.guide, release, at, kept).pieces)
    of_pages, of_publisher = (
        Annotations(
            index.guide,
            release,
            addresses(urls, f"{FOLDER}{name}"),
            name,
            kept,
            read_aloud.tell,
        )
        for name in (sent(NOTES), PUBLISHER)
    )
    yield f"{FOLDER}{sent(NOTES)}", LongText(lambda: of_pages.of_pages(pages()))
    yield f"{FOLDER}{PUBLISHER}", of_publisher.of_publisher


def tables(index: GuideIndex, urls: SiteUrls) -> list[Table]:
    """Return all tables."""
    known = (index.guide, index.evidence, index.attestations, addresses(urls))
    return DataTables(*known, piece_inputs.of_site(index, urls)).tables()


def _data_files(
    index: GuideIndex, urls: SiteUrls, listed: Sequence[Table], release: Release
) -> dict[str, Callable[[], str]]:
    by_name = {table.name: table for table in listed}
    places = by_name["places"].records
    found: dict[str, Callable[[], str]] = {}
    for table in listed:
        found[f"{table.name}.json"] = LongText(partial(table.json, release))
        found[f"{table.name}.csv"] = LongText(table.csv)
    found[POINTS] = lambda: point_features.collection(places(), _mentions(index), release)
    found[LINKED] = partial(_features, index, urls, release)
    origin, kept = state(release), piece_inputs.of_site(index, urls)
    items = cache(lambda: csl_items.with_origin(csl_items.of_guide(index.guide), origin))
    of_sources = {
        CSL: lambda: csl_items.as_json(items()),
        RIS: lambda: reference_files.ris(items()),
        BIB: lambda: reference_files.biblatex_file(items(), origin),
    }
    for name, text in of_sources.items():
        found[name] = partial(kept.build_cache.run_on, text, _text, name, origin, kept.rest)
    found[PACKAGE] = partial(packages.datapackage, listed, release)
    return found


def _text(text: Callable[[], str], _name: str, _origin: str, _rest: Inputs) -> str:
    return text()


def _mentions(index: GuideIndex) -> dict[str, int]:
    """Return how many statements mention each entity, by its id."""
    return {id_: len({each.id for each in said}) for id_, said in index.attestations.items()}


def _described(listed: Sequence[Table]) -> dict[str, str]:
    """Return what each file is, by its name; each table is two."""
    of_tables = {
        f"{table.name}.{kind}": f"{table.name.capitalize()}: each row is {table.row}"
        for table in listed
        for kind in ("csv", "json")
    }
    others = {
        POINTS: "Places as plain points",
        LINKED: "Places in Linked Places format",
        CSL: "Sources in CSL-JSON",
        RIS: "Sources in RIS",
        BIB: "Sources for BibTeX and biblatex",
        PACKAGE: "The schema of each table",
        SCHEMA_ORG: "The guide in the vocabulary of schema.org",
        TEI: "The guide in TEI P5",
        NOTES: "Annotations of the chapters",
        PUBLISHER: "Annotations of the page of the publisher",
    }
    return of_tables | others


def _features(index: GuideIndex, urls: SiteUrls, release: Release) -> str:
    def url(id_: str) -> str:
        return urls.address(urls.entities[id_], f"{FOLDER}{LINKED}")

    article = index.guide.article
    appeared = linked_data.plain_days(article.date if article else None)[0]
    known = (index.entities, index.parts, index.matcher, url, release, appeared)
    features = linked_places.Features(*known)
    return features.collection(index.atlas.places.values())


def _chapters_script(index: GuideIndex, urls: SiteUrls) -> str:
    """Return a script that sets where chapters begin: the first paragraph and URL of each."""
    starts = [[one.first, urls.pages[path]] for path, one in index.chapters.items()]
    return f"const chapterStarts = {short_json.text(starts)};\n"


def _locator_css(index: GuideIndex) -> str:
    rivers = [place.drawn_as for place in index.atlas.places.values() if place.drawn_as]
    return index.locator.css(index.guide.base_map, rivers)


def _months_css(index: GuideIndex) -> str:
    atlas = index.atlas
    return "".join(
        (atlas.months.css(), river_diagram.css(atlas.base_map(), atlas.places), atlas.aspects())
    )
