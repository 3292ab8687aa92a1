"""Remarks: what does not fit in the article, each matter told once, and where it attaches."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

# How sure the editors are, each with what it tells a reader.
CERTAINTIES = {
    "certain": "certain from the text",
    "source": "from a source seen",
    "inferred": "inferred",
    "undecided": "undecided",
}
# What a matter does, the gravest first.
WEIGHTS = {
    "argument": "changes the argument",
    "fact": "changes a fact",
    "print": "a matter of print",
}
# Those of which the text and short lists tell: what is only of print stands on what it is of.
HEAVY = ("argument", "fact")
# The fields of an attachment of which one names what a remark is on, and where such a thing is.
ENTITY_FOLDERS = {
    "event": "events",
    "place": "places",
    "term": "glossary",
    "person": "people",
    "group": "groups",
}
TARGETS = ("paragraph", "note", "source", *ENTITY_FOLDERS)


@dataclass(frozen=True, kw_only=True)
class Attachment:
    """What a remark is on: one of a paragraph, with `words` of it, a note, a source, an entry."""

    line: int
    paragraph: int | None = None
    words: str = ""
    note: str = ""
    source: str = ""
    event: str = ""
    place: str = ""
    term: str = ""
    person: str = ""
    group: str = ""

    @property
    def targets(self) -> list[tuple[str, str]]:
        """Return the kind and the name of all that it names: (“paragraph”, “12”)."""
        given = ((kind, getattr(self, kind)) for kind in TARGETS)
        return [(kind, str(name)) for kind, name in given if name not in ("", None)]

    @property
    def target(self) -> tuple[str, str]:
        """Return the kind and the name of the one thing that it names."""
        return self.targets[0]


@dataclass(frozen=True, kw_only=True)
class Remark:
    """A matter that does not fit. `id` is the name of its file, `body` tells it, in Markdown.

    `subject` says in a few words what it is about; `certainty` is a key of CERTAINTIES, `weight`
    of WEIGHTS; `sources` are keys of what the editors have seen themselves.
    """

    id: str
    path: str
    body: str
    body_line: int
    subject: str
    certainty: Literal["certain", "source", "inferred", "undecided"]
    weight: Literal["argument", "fact", "print"]
    at: tuple[Attachment, ...]
    sources: tuple[str, ...] = ()


def by_target(remarks: Iterable[Remark]) -> Mapping[tuple[str, str], list[Remark]]:
    """Return the remarks on each thing, by its kind and name, the gravest first."""
    found: dict[tuple[str, str], list[Remark]] = {}
    for remark in sorted(remarks, key=order):
        for target in dict.fromkeys(anchor.target for anchor in remark.at):
            found.setdefault(target, []).append(remark)
    return found


def order(remark: Remark) -> tuple[int, int, str]:
    """Return a key that sorts remarks by weight, then by the first paragraph that has them."""
    paragraphs = [anchor.paragraph for anchor in remark.at if anchor.paragraph is not None]
    return list(WEIGHTS).index(remark.weight), min(paragraphs, default=10_000), remark.subject
