"""The files of data that a build writes: the address of each, and what makes its text."""

from collections.abc import Callable, Iterator, Sequence
from functools import cache, partial

from annotated.exports import event_records, linked_places, place_records, sentence_records
from annotated.exports.record_tables import Record, as_csv, as_json
from annotated.site.guide_index import GuideIndex
from annotated.timeline import timeline_page


def files(index: GuideIndex) -> Iterator[tuple[str, Callable[[], str]]]:
    """Yield the address, from the root of the site, of each file, and what makes its text."""
    for name, records in (("sentences", _sentences), ("events", _events)):
        made = cache(partial(records, index))
        yield f"data/{name}.json", partial(_written, as_json, made)
        yield f"data/{name}.csv", partial(_written, as_csv, made)
    yield "data/places.geojson", partial(_features, index)
    yield "data/places.csv", partial(_written, as_csv, partial(_places, index))


def _written(write: Callable[[Sequence[Record]], str], read: Callable[[], Sequence[Record]]) -> str:
    return write(read())


def _sentences(index: GuideIndex) -> Sequence[Record]:
    table = sentence_records.Table(index.evidence, index.matcher, index.hedges)
    return table.records(index.parts)


def _events(index: GuideIndex) -> Sequence[Record]:
    return event_records.records(timeline_page.dated(index.guide, index.tellings))


def _places(index: GuideIndex) -> Sequence[Record]:
    return place_records.records(list(index.atlas.places.values()), index.entities)


def _features(index: GuideIndex) -> str:
    features = linked_places.Features(index.entities, index.parts, index.matcher)
    return features.collection(index.atlas.places.values())
