"""The files of data that a build writes: the address of each, and what makes its text."""

from collections.abc import Callable, Iterator, Sequence
from functools import cache, partial

from annotated.exports import event_records, linked_places, place_records, sentence_records
from annotated.exports.records import Record, as_csv, as_json
from annotated.site.derived import Knowledge
from annotated.timeline import page as timeline


def files(known: Knowledge) -> Iterator[tuple[str, Callable[[], str]]]:
    """Yield the address, from the root of the site, of each file, and what makes its text."""
    for name, records in (("sentences", _sentences), ("events", _events)):
        made = cache(partial(records, known))
        yield f"data/{name}.json", partial(_written, as_json, made)
        yield f"data/{name}.csv", partial(_written, as_csv, made)
    yield "data/places.geojson", partial(_features, known)
    yield "data/places.csv", partial(_written, as_csv, partial(_places, known))


def _written(write: Callable[[Sequence[Record]], str], read: Callable[[], Sequence[Record]]) -> str:
    return write(read())


def _sentences(known: Knowledge) -> Sequence[Record]:
    table = sentence_records.Table(known.evidence, known.matcher, known.hedges)
    return table.records(known.parts)


def _events(known: Knowledge) -> Sequence[Record]:
    return event_records.records(timeline.dated(known.project, known.tellings))


def _places(known: Knowledge) -> Sequence[Record]:
    return place_records.records(list(known.atlas.places.values()), known.entities)


def _features(known: Knowledge) -> str:
    features = linked_places.Features(known.entities, known.parts, known.matcher)
    return features.collection(known.atlas.places.values())
