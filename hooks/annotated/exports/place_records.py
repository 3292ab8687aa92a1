"""Records of places: kind, countries, point and its precision, spellings, events."""

from collections.abc import Callable, Iterable, Mapping

from annotated.exports.record_tables import Record
from annotated.model.entities import Entity, Event, Place


def records(
    places: Iterable[Place], entities: Mapping[str, Entity], url: Callable[[str], str]
) -> list[Record]:
    """Return a record for each place, by id; latitude and longitude are degrees, WGS 84.

    `url` returns the URL of the page of an entity by its id, from the root of the site.
    """
    events = [entity for entity in entities.values() if isinstance(entity, Event)]
    return [
        _record(place, entities, [event.id for event in events if place.id in event.places])
        | {"page": url(place.id)}
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
