"""The files of data that a build writes: the address and the text of each."""

from collections.abc import Iterator

from annotated import event_records, linked_places, place_records, sentence_records, timeline
from annotated.knowledge import Knowledge
from annotated.tables import as_csv, as_json


def files(known: Knowledge) -> Iterator[tuple[str, str]]:
    """Yield the address, from the root of the site, and the text of each file."""
    table = sentence_records.Table(known.evidence, known.matcher, known.hedges)
    sentences = table.records(known.parts)
    yield "data/sentences.json", as_json(sentences)
    yield "data/sentences.csv", as_csv(sentences)
    events = event_records.records(timeline.dated(known.project, known.tellings))
    yield "data/events.json", as_json(events)
    yield "data/events.csv", as_csv(events)
    places = list(known.atlas.places.values())
    features = linked_places.Features(known.entities, known.parts, known.matcher)
    yield "data/places.geojson", features.collection(places)
    yield "data/places.csv", as_csv(place_records.records(places, known.entities))
