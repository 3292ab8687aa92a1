"""Records of events: what, when, how surely, where, who, narrated where, on which notes."""

from collections.abc import Callable, Iterable

from annotated.evidence.source_dates import published
from annotated.exports.data_table import Field
from annotated.exports.record_tables import Record
from annotated.timeline.event_items import TimelineEvent

FIELDS = (
    Field("id", "the name of its file"),
    Field("name", "the name in this guide"),
    Field("kind", "for example `siege` or `speech`"),
    Field("summary", "one sentence"),
    Field("date", "as written by the editors, in EDTF (ISO 8601-2)"),
    Field("words", "the same as a reader says it"),
    Field(
        "first",
        "the earliest day that the notation allows, empty where an end is open or unknown; "
        "“about” and “uncertain” are left aside",
        "date",
    ),
    Field("last", "the latest day, likewise", "date"),
    Field("precision", "`1` to the day, `2` to the month or season, `3` roughly", "integer"),
    Field("by", "the latest day, in EDTF, where the text or a note gives one for such a date"),
    Field("dated_by", "`text`, `note` (the date of a note) or `inferred` (by the editors)"),
    Field(
        "certainty",
        "`stated`, `reported` or `claimed` in the article, or `inferred` by the editors",
    ),
    Field("places", "where", "list", ("places",)),
    Field("actors", "who", "list", ("people", "groups", "places")),
    Field(
        "from", "from where a movement goes, where the article tells of one", "list", ("places",)
    ),
    Field("toward", "toward where", "list", ("places",)),
    Field("moving", "who moves", "list", ("people", "groups")),
    Field(
        "paragraphs",
        "the paragraphs that tell of it, or the letters of substantive notes, in reading order",
        "list",
        ("paragraphs", "notes"),
    ),
    Field("speakers", "who speaks in those statements", "list"),
    Field("notes", "the notes on it", "list", ("notes",)),
    Field(
        "source",
        "the earliest source of those notes that could be read; neither interviews nor sources "
        "older than the event are counted",
        refers=("sources",),
    ),
    Field("source_date", "the last day that the date of that source allows", "date"),
    Field(
        "remarks", "the remarks on it that are more than a matter of print", "list", ("remarks",)
    ),
    Field("address", "its page"),
)


def records(events: Iterable[TimelineEvent], address: Callable[[str], str]) -> list[Record]:
    """Return a record for each event, in the order given; days are of the form YYYY-MM-DD.

    `address` returns that of the page of an entity by its id.
    """
    return [_record(dated) | {"address": address(dated.event.id)} for dated in events]


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
        "by": event.by.edtf if event.by else None,
        "dated_by": event.dated_by or None,
        "certainty": event.certainty,
        "places": list(event.places),
        "actors": list(event.actors),
        "from": list(event.from_),
        "toward": list(event.toward),
        "moving": list(event.moving),
        "paragraphs": list(dict.fromkeys(statement.paragraph for statement in dated.statements)),
        "speakers": list(dict.fromkeys(statement.speaker for statement in dated.statements)),
        "notes": list(event.notes),
        "source": dated.first_source[1].key if dated.first_source else None,
        "source_date": str(published(dated.first_source[1]).last) if dated.first_source else None,
        "remarks": [remark.id for remark in dated.remarks],
    }
