"""Places in Linked Places format, which is both GeoJSON and JSON-LD.

Sources: Linked Places format 1.1 (Linked Pasts) and its context, GeoJSON (RFC 7946), JSON-LD 1.1,
the concepts that World Historical Gazetteer recommends from the Getty Art & Architecture
Thesaurus. All addresses here are identifiers. The context is included in the file, cut down to
the terms used: nothing has to be fetched to read it.
Its `when` says of a place, and of each spelling that the article prints, only that it was so
called when the article appeared: the content does not say since when a name or a border is valid.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from annotated.content.release import UNRELEASED, Release
from annotated.content.statements import Statement
from annotated.core import short_json
from annotated.exports.place_records import country_codes
from annotated.linking.matcher import Matcher
from annotated.model.arabic_script import is_arabic
from annotated.model.entities import Entity, Place

# Concepts of the Getty Art & Architecture Thesaurus, for the kinds that have a plain counterpart.
CONCEPTS = {
    "city": "aat:300008389",
    "town": "aat:300008375",
    "district": "aat:300000705",
    "neighbourhood": "aat:300000745",
    "governorate": "aat:300232418",
    "region": "aat:300182722",
    "river": "aat:300008707",
    "road": "aat:300008217",
    "country": "aat:300387506",
    "continent": "aat:300128176",
}
ONTOLOGY = "http://linkedpasts.org/ontology/lpo_latest.ttl#"
GEOJSON = "https://purl.org/geojson/vocab#"
CONTEXT = {
    "type": "@type",
    "aat": "http://vocab.getty.edu/aat/",
    "gvp": "http://vocab.getty.edu/ontology#",
    "FeatureCollection": f"{GEOJSON}FeatureCollection",
    "Feature": f"{GEOJSON}Feature",
    "GeometryCollection": f"{GEOJSON}GeometryCollection",
    "Point": f"{GEOJSON}Point",
    "coordinates": {"@id": f"{GEOJSON}coordinates", "@container": "@list"},
    "properties": f"{GEOJSON}properties",
    "features": {"@id": f"{ONTOLOGY}hasFeature", "@container": "@set"},
    "geometry": "https://github.com/kgeographer/geojson-t/geometry",
    "geometries": {"@id": f"{ONTOLOGY}setting", "@container": "@set"},
    "title": "http://purl.org/dc/terms/title",
    "ccodes": "http://www.geonames.org/ontology#countryCode",
    "names": {"@id": f"{ONTOLOGY}name_attestation", "@container": "@set"},
    "toponym": f"{ONTOLOGY}toponym",
    "lang": "http://purl.org/dc/terms/language",
    "types": {"@id": f"{ONTOLOGY}type_attestation", "@container": "@set"},
    "sourceLabels": f"{ONTOLOGY}source_label",
    "relations": {"@id": f"{ONTOLOGY}rel_attestation", "@container": "@set"},
    "relationType": {"@id": f"{ONTOLOGY}relation_type", "@type": "@id"},
    "relationTo": {"@id": f"{ONTOLOGY}relation_to", "@type": "@id"},
    "certainty": f"{ONTOLOGY}has_certainty",
    "links": {"@id": f"{ONTOLOGY}link_attestation", "@container": "@set"},
    "closeMatch": "http://www.w3.org/2004/02/skos/core#closeMatch",
    "identifier": {"@id": "http://purl.org/dc/terms/identifier", "@type": "@id"},
    "when": f"{ONTOLOGY}when",
    "timespans": {"@id": f"{ONTOLOGY}timespan", "@container": "@set"},
    "start": f"{ONTOLOGY}has_start",
    "end": f"{ONTOLOGY}has_end",
    "earliest": f"{ONTOLOGY}earliest",
    "latest": f"{ONTOLOGY}latest",
    "citations": "http://purl.org/spar/cito#cites",
    "descriptions": {"@id": "http://purl.org/dc/terms/description", "@container": "@set"},
    "label": "http://www.w3.org/2000/01/rdf-schema#label",
    "value": "http://www.w3.org/1999/02/22-rdf-syntax-ns#value",
}


GEONAMES = re.compile(r"GeoNames ([0-9]+)")
CERTAINTY = {"1": "certain", "2": "less-certain", "3": "uncertain"}
Json = dict[str, object]


@dataclass(frozen=True)
class Features:
    """Features for places; `entities` are all entities by id, `statements` all sentences.

    `url` returns the URL of the page of an entity by its id, as the file of the features
    reaches it; `appeared` is the date of the article, as in ISO 8601, or "".
    """

    entities: Mapping[str, Entity]
    statements: Iterable[Statement]
    matcher: Matcher
    url: Callable[[str], str]
    release: Release = UNRELEASED
    appeared: str = ""

    def collection(self, places: Iterable[Place]) -> str:
        """Return the JSON, one place to a line, by id."""
        attested = self._attested()
        in_order = sorted(places, key=lambda place: place.id)
        features = [self._feature(place, attested) for place in in_order]
        lines = ",\n".join(map(short_json.text, features))
        head = {"type": "FeatureCollection", "@context": CONTEXT, **self.release.head}
        begun = short_json.text(head)[:-1]
        return f'{begun},"features":[\n{lines}\n]}}\n'

    def _attested(self) -> dict[tuple[str, str], list[str]]:
        """Return the labels of the paragraphs that use a spelling, by (id of the entity, it)."""
        labels: dict[tuple[str, str], dict[str, None]] = {}
        for statement in self.statements:
            for name in self.matcher.names_in(statement.text):
                labels.setdefault(name, {})[statement.label] = None
        return {key: list(unique) for key, unique in labels.items()}

    def _feature(self, place: Place, attested: Mapping[tuple[str, str], list[str]]) -> Json:
        codes = country_codes(place, self.entities)
        feature: Json = {
            "@id": self.url(place.id),
            "type": "Feature",
            "properties": {"title": place.name, "ccodes": codes},
            "geometry": _geometry(place),
            "names": list(self._names(place, attested)),
            "types": [_type(place)],
            "descriptions": [{"value": place.summary, "lang": "en"}],
        }
        feature |= self._when
        relations = list(self._relations(place))
        match = GEONAMES.fullmatch(place.point_source)
        if relations:
            feature["relations"] = relations
        if match:
            identifier = f"https://www.geonames.org/{match[1]}"
            feature["links"] = [{"type": "closeMatch", "identifier": identifier}]
        return feature

    @property
    def _when(self) -> Json:
        """Return that something was so when the article appeared, if that is known."""
        if not self.appeared:
            return {}
        span: Json = {"start": {"latest": self.appeared}, "end": {"earliest": self.appeared}}
        return {"when": {"timespans": [span]}}

    def _relations(self, place: Place) -> Iterator[Json]:
        around = self.entities.get(place.within)
        if around:
            yield {
                "relationType": "gvp:broaderPartitive",
                "relationTo": self.url(around.id),
                "label": f"lies in {around.name}",
            }

    def _names(self, place: Place, attested: Mapping[tuple[str, str], list[str]]) -> Iterator[Json]:
        """Yield the spellings with where they are printed, then the other names."""
        printed = [form.text for form in place.spellings]
        for form in place.spellings:
            where = [
                *attested.get((place.id, form.text), []),
                *([form.remark] if form.remark else []),
            ]
            label = "; ".join(where) or "in the notes"
            spelling: Json = {"toponym": form.text, "lang": "en", "citations": [{"label": label}]}
            yield spelling | self._when
        if place.name not in printed:
            label = "the name in this guide"
            yield {"toponym": place.name, "lang": "en", "citations": [{"label": label}]}
        for name in dict.fromkeys([*([place.arabic] if place.arabic else []), *place.also]):
            if name not in (*printed, place.name):
                language: Json = {"lang": "ar"} if is_arabic(name) else {}
                yield {"toponym": name, **language}


def _geometry(place: Place) -> Json | None:
    if not place.point:
        return None
    point: Json = {
        "type": "Point",
        "coordinates": [place.point.longitude, place.point.latitude],
        "certainty": CERTAINTY[place.precision or "3"],
        "citations": [{"label": place.point_source}],
    }
    return {"type": "GeometryCollection", "geometries": [point]}


def _type(place: Place) -> Json:
    concept = CONCEPTS.get(place.kind)
    known = {"identifier": concept} if concept else {}
    label = place.kind.replace("-", " ")
    return {**known, "label": label, "sourceLabels": [{"label": label, "lang": "en"}]}
