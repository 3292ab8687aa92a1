"""Descriptions of the whole folder of data, for archives and for programs that check tables.

Sources: Data Package 1.0 (Frictionless); RO-Crate 1.1, whose context is named and need not be
fetched.
"""

import json
import re
from collections.abc import Mapping, Sequence

from annotated.content.release import Release
from annotated.exports.data_table import Table

# What SPDX calls a licence of Creative Commons: the rest is its address.
CREATIVE_COMMONS = re.compile(r"CC-([A-Z-]+)-(\d\.\d)")
MEDIA = {
    "csv": "text/csv", "json": "application/json", "geojson": "application/geo+json",
    "bib": "application/x-bibtex", "ris": "application/x-research-info-systems",
    "jsonld": "application/ld+json", "xml": "application/tei+xml", "gz": "application/gzip",
}  # fmt: skip
Json = dict[str, object]


def datapackage(tables: Sequence[Table], release: Release) -> str:
    """Return datapackage.json: each table of text with its schema."""
    address = licence_address(release.licence)
    licence = {"name": release.licence} | ({"path": address} if address else {})
    resources = [
        {
            "name": table.name,
            "path": f"{table.name}.csv",
            "profile": "tabular-data-resource",
            "title": f"Each row is {table.row}",
            "format": "csv",
            "mediatype": MEDIA["csv"],
            "encoding": "utf-8-sig",
            "schema": table.schema(is_flat=True),
        }
        for table in tables
    ]
    head: Json = {
        "profile": "tabular-data-package",
        "name": slug(release.title) or "guide",
        "title": release.title,
        "description": release.about,
        "version": release.version,
        "licenses": [licence] if release.licence else [],
        "contributors": [{"title": author.name, "role": "author"} for author in release.authors],
        "created": f"{release.day}T00:00:00Z" if release.day else "",
        "homepage": release.address,
        "commit": release.commit,
    }
    known = {name: value for name, value in head.items() if value}
    return _text(known | {"resources": resources})


def crate(files: Mapping[str, str], release: Release) -> str:
    """Return ro-crate-metadata.json; `files` says what each file is, by its name."""
    licence = licence_address(release.licence)
    about: Json = {
        "@id": "ro-crate-metadata.json",
        "@type": "CreativeWork",
        "conformsTo": {"@id": "https://w3id.org/ro/crate/1.1"},
        "about": {"@id": "./"},
    }
    root: Json = {
        "@id": "./",
        "@type": "Dataset",
        "name": release.title,
        "description": release.about,
        "datePublished": release.day,
        "version": release.version,
        "url": release.address,
        "identifier": release.commit,
        "license": {"@id": licence} if licence else release.licence,
        "author": [{"@id": f"#author-{slug(author.name)}"} for author in release.authors],
        "hasPart": [{"@id": name} for name in files],
    }
    authors = [
        {
            "@id": f"#author-{slug(author.name)}",
            "@type": "Person" if author.is_person else "Organization",
            "name": author.name,
        }
        for author in release.authors
    ]
    parts = [
        {
            "@id": name,
            "@type": "File",
            "name": what,
            "encodingFormat": MEDIA.get(name.rpartition(".")[2], "text/plain"),
        }
        for name, what in files.items()
    ]
    rights = [{"@id": licence, "@type": "CreativeWork", "name": release.licence}] if licence else []
    known = {name: value for name, value in root.items() if value}
    graph = [about, known, *authors, *rights, *parts]
    return _text({"@context": "https://w3id.org/ro/crate/1.1/context", "@graph": graph})


def licence_address(spdx: str) -> str:
    """Return where a licence of Creative Commons is told, by its name in SPDX; of others ""."""
    named = CREATIVE_COMMONS.fullmatch(spdx)
    kind, version = named.groups() if named else ("", "")
    return f"https://creativecommons.org/licenses/{kind.lower()}/{version}/" if named else ""


def slug(text: str) -> str:
    """Return a name for a file: small letters and digits, joined by hyphens."""
    return "-".join(re.findall(r"[a-z0-9]+", text.lower()))


def _text(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"
