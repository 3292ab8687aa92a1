"""The places in Linked Places format, GeoJSON that is JSON-LD too.

Sources: Linked Places format 1.1 (Linked Pasts), GeoJSON (RFC 7946), JSON-LD 1.1. The context
stands in the file, cut down to the terms used: nothing has to be fetched to read it.
No `when` is given, since the files do not say since when a name or a border holds.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from annotated.content.statements import Part
from annotated.evidence.attestations import place_in_text
from annotated.exports.linked_places_linked_places_terms import CONCEPTS, CONTEXT
from annotated.exports.place_records import country_codes
from annotated.linking.matcher import Matcher
from annotated.model.entities import Entity, Place
from annotated.model.kinds import address

GEONAMES = re.compile(r"GeoNames (\d+)")
CERTAINTY = {"1": "certain", "2": "less-certain", "3": "uncertain"}
Json = dict[str, object]


@dataclass(frozen=True)
class Features:
    """Writes places as features; `entities` are all entities by id, `parts` the sentences."""

    entities: Mapping[str, Entity]
    parts: Iterable[Part]
    matcher: Matcher

    def collection(self, places: Iterable[Place]) -> str:
        """Return the collection as text, one place to a line, by id; addresses start at `data/`."""
        found = self._attested()
        features = [self._feature(place, found) for place in sorted(places, key=lambda one: one.id)]
        lines = ",\n".join(json.dumps(feature, ensure_ascii=False) for feature in features)
        context = json.dumps(CONTEXT)
        return (
            f'{{"type": "FeatureCollection", "@context": {context}, "features": [\n{lines}\n]}}\n'
        )

    def _attested(self) -> dict[tuple[str, str], list[str]]:
        """Return the paragraphs in which each spelling of each place stands."""
        found: dict[tuple[str, str], dict[str, None]] = {}
        for part in self.parts:
            for one in self.matcher.find(part.text):
                key = (one.spelling.id, one.spelling.text)
                found.setdefault(key, {})[place_in_text(part)] = None
        return {key: list(places) for key, places in found.items()}

    def _feature(self, place: Place, attested: Mapping[tuple[str, str], list[str]]) -> Json:
        codes = country_codes(place, self.entities)
        feature: Json = {
            "@id": f"../{address(place)}",
            "type": "Feature",
            "properties": {"title": place.name, "ccodes": codes},
            "geometry": _geometry(place),
            "names": list(_names(place, attested)),
            "types": [_type(place)],
            "descriptions": [{"value": place.summary, "lang": "en"}],
        }
        relations = list(self._relations(place))
        match = GEONAMES.fullmatch(place.point_source)
        if relations:
            feature["relations"] = relations
        if match:
            identifier = f"https://www.geonames.org/{match[1]}"
            feature["links"] = [{"type": "closeMatch", "identifier": identifier}]
        return feature

    def _relations(self, place: Place) -> Iterator[Json]:
        around = self.entities.get(place.within)
        if around:
            yield {
                "relationType": "gvp:broaderPartitive",
                "relationTo": f"../{address(around)}",
                "label": f"lies in {around.name}",
            }


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


def _names(place: Place, attested: Mapping[tuple[str, str], list[str]]) -> Iterator[Json]:
    """Yield the spellings with where they are printed, then the other names."""
    printed = [form.text for form in place.spellings]
    for form in place.spellings:
        where = [*attested.get((place.id, form.text), []), *([form.remark] if form.remark else [])]
        label = "; ".join(where) or "in the notes"
        yield {"toponym": form.text, "lang": "en", "citations": [{"label": label}]}
    if place.name not in printed:
        label = "the name in this guide"
        yield {"toponym": place.name, "lang": "en", "citations": [{"label": label}]}
    for name in dict.fromkeys([*([place.arabic] if place.arabic else []), *place.also]):
        if name not in (*printed, place.name):
            language: Json = {"lang": "ar"} if _is_arabic(name) else {}
            yield {"toponym": name, **language}


def _is_arabic(name: str) -> bool:
    return any("\u0600" <= char <= "\u06ff" for char in name)


def _type(place: Place) -> Json:
    concept = CONCEPTS.get(place.kind)
    known = {"identifier": concept} if concept else {}
    label = place.kind.replace("-", " ")
    return {**known, "label": label, "sourceLabels": [{"label": label, "lang": "en"}]}
