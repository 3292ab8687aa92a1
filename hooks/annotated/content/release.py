"""Release of a guide: what every file that is taken away says of where it comes from."""

import os
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import yaml

CITATION = "CITATION.cff"
# What `make` gives of the commit that is built: its hash, and its time in seconds since 1970.
COMMIT, SECONDS = "SOURCE_COMMIT", "SOURCE_DATE_EPOCH"


class Author(NamedTuple):
    """Who is to be cited: a person, or the name of a group of them."""

    name: str
    is_person: bool


@dataclass(frozen=True)
class Release:
    """Which guide this is, of which state; a text is "" where it is not known.

    `licence` is that of the words, as SPDX abbreviates it; `commit` ends in `-dirty` where files
    were built that are not in it; `day` is that of the commit, of the form YYYY-MM-DD. `address`
    is that of the site, with a slash at its end.
    """

    title: str = ""
    about: str = ""
    authors: tuple[Author, ...] = ()
    version: str = ""
    licence: str = ""
    commit: str = ""
    day: str = ""
    address: str = ""

    @property
    def head(self) -> dict[str, str | None]:
        """Return what stands at the head of a file, `null` for what is not known."""
        return {
            "guide": self.title or None,
            "address": self.address or None,
            "licence": self.licence or None,
            "version": self.version or None,
            "commit": self.commit or None,
            "date": self.day or None,
        }


# A guide of which nothing is known but its words, as where it is only checked.
UNRELEASED = Release()


def read(root: Path, address: str = "", environment: Mapping[str, str] = os.environ) -> Release:
    """Return the release, as CITATION.cff (Citation File Format 1.2) and `environment` tell it."""
    file = root / CITATION
    cited = yaml.safe_load(file.read_text(encoding="utf-8")) if file.exists() else {}
    licences = cited.get("license", "")
    seconds = int(environment.get(SECONDS) or 0)
    return Release(
        title=cited.get("title", ""),
        about=" ".join(cited.get("abstract", "").split()),
        authors=tuple(map(_author, cited.get("authors", ()))),
        version=str(cited.get("version", "")),
        licence=licences if isinstance(licences, str) else licences[0],
        commit=environment.get(COMMIT, ""),
        day=time.strftime("%Y-%m-%d", time.gmtime(seconds)) if seconds else "",
        address=address,
    )


def _author(given: Mapping[str, str]) -> Author:
    if "name" in given:
        return Author(given["name"], is_person=False)
    parts = (given.get("given-names", ""), given.get("family-names", ""))
    return Author(" ".join(filter(None, parts)), is_person=True)
