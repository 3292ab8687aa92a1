"""Lanes of the strip above the timeline, which an editor may list: theatres, and kinds of words."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from annotated.content.dataclass_reader import build
from annotated.content.yaml_reader import YamlFile
from annotated.core.problems import Problem, did_you_mean
from annotated.model.entities import Entity, Event, Place, Remarked

PATH = "docs/timeline/lanes.yml"
FORM = "Begin each lane with '- id: …'."


@dataclass(frozen=True)
class Lane:
    """A lane: the kinds of events in it, their places, and its turning points with their words."""

    id: str
    title: str
    kinds: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    named: tuple[Remarked, ...] = ()
    line: int = 1


def read(path: str, text: str) -> tuple[tuple[Lane, ...], list[Problem]]:
    """Read the YAML list of lanes; of no file there are none."""
    file = YamlFile(path, text, "lanes-malformed")
    records, problems = file.records(f"is not a list. {FORM}", f"is no lane. {FORM}")
    lanes = []
    for record in records:
        lane, found = build(Lane, path, record, {"line": record.line})
        problems += found
        lanes += [lane] if lane else []
    return tuple(lanes), problems


def unknown(
    lanes: Iterable[Lane], entities: Mapping[str, Entity], kinds: Iterable[str]
) -> Iterator[Problem]:
    """Yield a problem for each unknown place, event or kind of event; `kinds` are all."""
    places = [id_ for id_, entity in entities.items() if isinstance(entity, Place)]
    events = [id_ for id_, entity in entities.items() if isinstance(entity, Event)]
    all_kinds = list(kinds)
    for lane in lanes:
        points = [point.text for point in lane.named]
        for names, known, what in (
            (lane.places, places, "place"),
            (points, events, "event"),
            (lane.kinds, all_kinds, "kind of event"),
        ):
            for name in names:
                if name not in known:
                    nearest = did_you_mean(name, known) or " Take it out."
                    message = (
                        f"the lane '{lane.title}' names '{name}', which is no {what}.{nearest}"
                    )
                    yield Problem(PATH, lane.line, message, "entity-unknown")


# Where no listed lane has an event, this one does.
OTHERS = Lane("elsewhere", "Elsewhere, or no place")


@dataclass(frozen=True)
class Lanes:
    """The lanes that are listed, and which of them has an event; `entities` are all by id."""

    listed: tuple[Lane, ...]
    entities: Mapping[str, Entity]

    @property
    def all(self) -> tuple[Lane, ...]:
        """Return the lanes from top to bottom."""
        return (*self.listed, OTHERS)

    def lane_of(self, event: Event) -> Lane:
        """Return the lane of an event."""
        of_kind = [lane for lane in self.listed if event.kind in lane.kinds]
        of_place = [
            lane
            for id_ in self._around(event.places[:1])
            for lane in self.listed
            if id_ in lane.places
        ]
        return next(iter(of_kind + of_place), OTHERS)

    def words_of(self, event: Event) -> str:
        """Return the few words of a turning point; of another event there are none."""
        for lane in self.listed:
            for point in lane.named:
                if point.text == event.id:
                    return point.remark or event.name
        return ""

    def _around(self, ids: Iterable[str]) -> Iterator[str]:
        """Yield places and, after each, those that contain it; a country only where it is one."""
        for id_ in ids:
            place = self.entities.get(id_)
            if isinstance(place, Place):
                yield id_
                yield from self._around([place.within] if place.within else [])
                if len(place.country) == 1:
                    yield from place.country
