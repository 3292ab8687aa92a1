"""The terms of Linked Places format: its context, cut down to what is used, and kinds of place.

Sources: the context of Linked Places format 1.1; the concepts that World Historical Gazetteer
recommends from the Getty Art & Architecture Thesaurus. All addresses here are identifiers.
"""

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
    "citations": "http://purl.org/spar/cito#cites",
    "descriptions": {"@id": "http://purl.org/dc/terms/description", "@container": "@set"},
    "label": "http://www.w3.org/2000/01/rdf-schema#label",
    "value": "http://www.w3.org/1999/02/22-rdf-syntax-ns#value",
}
