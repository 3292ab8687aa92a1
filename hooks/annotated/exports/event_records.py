"""Records of events: what, when, how surely, where, who, narrated where, on which notes."""

from collections.abc import Callable, Iterable

from annotated.evidence.source_dates import published
from annotated.exports.record_tables import Record
from annotated.timeline.event_items import TimelineEvent


def records(events: Iterable[TimelineEvent], url: Callable[[str], str]) -> list[Record]:
    """Return a record for each event, in the order given; days are of the form YYYY-MM-DD.

    `url` returns the URL of the page of an entity by its id, from the root of the site.
    """
    return [_record(dated) | {"page": url(dated.event.id)} for dated in events]


def _record(dated: TimelineEvent) -> dict[str, object]:
    event, date = dated.event, dated.event.date
    return {
        "id": event.id,
        "name": event.name,
        "kind": event.kind,
        "summary": event.summary,
        "date": date.edtf if date else None,
        "words": date.words if date else None,
        "first": str(date.first) if date and date.first else None,
        "last": str(date.last) if date and date.last else None,
        "precision": date.precision if date else None,
        "dated_by": event.dated_by or None,
        "certainty": event.certainty,
        "places": list(event.places),
        "actors": list(event.actors),
        "paragraphs": list(dict.fromkeys(statement.paragraph for statement in dated.statements)),
        "speakers": list(dict.fromkeys(statement.speaker for statement in dated.statements)),
        "notes": list(event.notes),
        "source": dated.first_source[1].key if dated.first_source else None,
        "source_date": str(published(dated.first_source[1]).last) if dated.first_source else None,
        "remarks": [remark.id for remark in dated.remarks],
    }
