"""Records of places: kind, countries, point and its precision, spellings, events."""

from collections.abc import Callable, Iterable, Mapping

from annotated.exports.data_table import Field
from annotated.exports.record_tables import Record
from annotated.model.entities import Entity, Event, Place

FIELDS = (
    Field("id", "the name of its file"),
    Field("name", "the name in this guide"),
    Field(
        "kind",
        "for example `town`, `river`, or `province-claimed` for what a group calls a province",
    ),
    Field("summary", "one sentence"),
    Field("countries", "codes of the countries it lies in (ISO 3166-1), or its own", "list"),
    Field("within", "what it lies in", refers=("places",)),
    Field("latitude", "in degrees, WGS 84; for an area a point that holds its label", "number"),
    Field("longitude", "the same", "number"),
    Field("precision", "`1` a settlement’s point, `2` a point to hold a label, `3` approximate"),
    Field("point_source", "where the point comes from"),
    Field("arabic", "the name in Arabic script"),
    Field("spellings", "as printed in the text and the notes", "list"),
    Field("also", "other names", "list"),
    Field("events", "the events there", "list", ("events",)),
    Field("address", "its page"),
)


def records(
    places: Iterable[Place], entities: Mapping[str, Entity], address: Callable[[str], str]
) -> list[Record]:
    """Return a record for each place, by id; latitude and longitude are degrees, WGS 84.

    `address` returns that of the page of an entity by its id.
    """
    events = [entity for entity in entities.values() if isinstance(entity, Event)]
    return [
        _record(place, entities, [event.id for event in events if place.id in event.places])
        | {"address": address(place.id)}
        for place in sorted(places, key=lambda place: place.id)
    ]


def country_codes(place: Place, entities: Mapping[str, Entity]) -> list[str]:
    """Return the codes (ISO 3166-1 alpha-2) of a country, or of those that a place is in."""
    countries = [entities.get(id_) for id_ in place.country]
    own = [place.iso] if place.iso else []
    return own + [
        country.iso for country in countries if isinstance(country, Place) and country.iso
    ]


def _record(place: Place, entities: Mapping[str, Entity], events: list[str]) -> dict[str, object]:
    return {
        "id": place.id,
        "name": place.name,
        "kind": place.kind,
        "summary": place.summary,
        "countries": country_codes(place, entities),
        "within": place.within or None,
        "latitude": place.point.latitude if place.point else None,
        "longitude": place.point.longitude if place.point else None,
        "precision": place.precision or None,
        "point_source": place.point_source or None,
        "arabic": place.arabic or None,
        "spellings": [form.text for form in place.spellings],
        "also": list(place.also),
        "events": sorted(events),
    }
