"""Happenings on the map: which kinds of events share a mark, and what the legend calls them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from annotated.content.dataclass_reader import build
from annotated.content.yaml_reader import YamlFile
from annotated.core.problems import Problem, did_you_mean

PATH = "docs/map/happenings.yml"
FORM = "Begin each with '- title: …'."


@dataclass(frozen=True)
class Happening:
    """A kind of happening: its words in the legend, its mark, and the kinds of events in it."""

    title: str
    mark: Literal["star", "arrow-down", "arrow-up", "flag", "page", "dot"]
    kinds: tuple[str, ...] = ()
    line: int = 1


# What an event is that no listed happening has.
OTHERS = Happening("another event", "dot")


def read(path: str, text: str) -> tuple[tuple[Happening, ...], list[Problem]]:
    """Read the YAML list of happenings, the weightiest first; of no file there are none."""
    file = YamlFile(path, text, "sheets-malformed")
    records, problems = file.records(f"is not a list. {FORM}", f"is no happening. {FORM}")
    happenings = []
    for record in records:
        happening, found = build(Happening, path, record, {"line": record.line})
        problems += found
        happenings += [happening] if happening else []
    return tuple(happenings), problems


def unknown(happenings: Iterable[Happening], kinds: Iterable[str]) -> Iterator[Problem]:
    """Yield a problem for each unknown kind of event; `kinds` are all."""
    known = list(kinds)
    for happening in happenings:
        for kind in happening.kinds:
            if kind not in known:
                nearest = did_you_mean(kind, known) or " Take it out."
                message = (
                    f"the happening '{happening.title}' names '{kind}', which is no kind of event."
                    f"{nearest}"
                )
                yield Problem(PATH, happening.line, message, "entity-unknown")
