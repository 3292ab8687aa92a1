"""Files of data and style sheets that a build generates: the address and text of each."""

from collections.abc import Callable, Iterator, Sequence
from functools import cache, partial

from annotated.exports import event_records, linked_places, place_records, sentence_records
from annotated.exports.record_tables import Record, as_csv, as_json
from annotated.maps import river_diagram
from annotated.site.guide_index import GuideIndex
from annotated.site.urls import SiteUrls
from annotated.timeline import timeline_page

GeneratedFile = tuple[str, Callable[[], str]]


def files(index: GuideIndex, urls: SiteUrls) -> Iterator[GeneratedFile]:
    """Yield the path, from the root of the site, and the function that returns the text."""
    yield from data_files(index, urls)
    yield "assets/locator.css", partial(_locator_css, index)
    yield "assets/map/months.css", partial(_months_css, index)


def data_files(index: GuideIndex, urls: SiteUrls) -> Iterator[GeneratedFile]:
    """Yield the same of each file to download."""
    for name, records in (("sentences", _sentences), ("events", _events)):
        table = cache(partial(records, index, urls))
        yield f"data/{name}.json", partial(_written, as_json, table)
        yield f"data/{name}.csv", partial(_written, as_csv, table)
    yield "data/places.geojson", partial(_features, index, urls)
    yield "data/places.csv", partial(_written, as_csv, partial(_places, index, urls))


def _written(write: Callable[[Sequence[Record]], str], read: Callable[[], Sequence[Record]]) -> str:
    return write(read())


def _sentences(index: GuideIndex, urls: SiteUrls) -> Sequence[Record]:
    table = sentence_records.Table(
        index.evidence, index.matcher, lambda statement: urls.address(urls.statement(statement))
    )
    return table.records(index.parts)


def _events(index: GuideIndex, urls: SiteUrls) -> Sequence[Record]:
    return event_records.records(
        timeline_page.timeline_events(index.guide, index.attestations), partial(_address, urls)
    )


def _places(index: GuideIndex, urls: SiteUrls) -> Sequence[Record]:
    return place_records.records(
        index.atlas.places.values(), index.entities, partial(_address, urls)
    )


def _address(urls: SiteUrls, id_: str) -> str:
    return urls.address(urls.entities[id_])


def _features(index: GuideIndex, urls: SiteUrls) -> str:

    def url(id_: str) -> str:
        return urls.address(urls.entities[id_], "data/places.geojson")

    features = linked_places.Features(index.entities, index.parts, index.matcher, url)
    return features.collection(index.atlas.places.values())


def _locator_css(index: GuideIndex) -> str:
    rivers = [place.drawn_as for place in index.atlas.places.values() if place.drawn_as]
    return index.locator.css(index.guide.base_map, rivers)


def _months_css(index: GuideIndex) -> str:
    atlas = index.atlas
    return atlas.months.css() + river_diagram.css(atlas.base_map(), atlas.places)
