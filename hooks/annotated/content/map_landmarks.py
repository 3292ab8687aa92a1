"""Landmarks of the map: names that orient a newcomer, of which the article does not speak."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from annotated.content.dataclass_reader import build
from annotated.content.yaml_reader import YamlFile
from annotated.core.problems import Problem
from annotated.model.entities import Place, Point

PATH = "docs/map/landmarks.yml"
FORM = "Begin each landmark with '- name: …'."


@dataclass(frozen=True)
class Landmark:
    """A name that a sheet sets in grey where it has room, and that leads nowhere.

    `point` is that of a city, or the one on which the name of a sea or a country stands.
    """

    name: str
    kind: Literal["city", "sea", "country"]
    point: Point
    point_source: str
    line: int = 1


def read(path: str, text: str) -> tuple[tuple[Landmark, ...], list[Problem]]:
    """Read the YAML list of landmarks; of no file there are none."""
    file = YamlFile(path, text, "sheets-malformed")
    records, problems = file.records(f"is not a list. {FORM}", f"is no landmark. {FORM}")
    landmarks = []
    for record in records:
        landmark, found = build(Landmark, path, record, {"line": record.line})
        problems += found
        landmarks += [landmark] if landmark else []
    return tuple(landmarks), problems


def named_in_article(landmarks: Iterable[Landmark], places: Iterable[Place]) -> Iterator[Problem]:
    """Yield a problem for each landmark that is a place of the guide, by its name or a spelling."""
    files = {
        name: place.path
        for place in places
        for name in (place.name, *(spelling.text for spelling in place.spellings))
    }
    for landmark in landmarks:
        if path := files.get(landmark.name):
            message = (
                f"the landmark '{landmark.name}' is a place of the guide ({path}), and is drawn "
                "as one. Take it out."
            )
            yield Problem(PATH, landmark.line, message, "landmark-in-article")
