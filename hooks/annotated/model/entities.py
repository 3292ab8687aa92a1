"""Entities: the facts of places, events, terms, people and groups, as typed in their files."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import ClassVar, Literal, TypeAlias, TypeVar

from annotated.model.anchors import anchor_label
from annotated.model.edtf import Date

E = TypeVar("E", bound="Entity")
# By a field, or a field with one of its values: the fields without which a page cannot tell it.
Needs: TypeAlias = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True)
class Remarked:
    """A word or id with a remark on it: `- Mayadeen: ¶16, in a quotation`."""

    text: str
    remark: str = ""


@dataclass(frozen=True)
class Point:
    """A position in decimal degrees, WGS 84."""

    latitude: float
    longitude: float


@dataclass(frozen=True, kw_only=True)
class Entity:
    """What every entity has. `id` is the name of its file, `path` the file from the root."""

    id: str
    path: str
    body: str
    body_line: int
    name: str
    summary: str
    arabic: str = ""
    spellings: tuple[Remarked, ...] = ()
    also: tuple[str, ...] = ()
    any_case: bool = False
    quiet: bool = False
    not_in_text: str = ""
    not_to_confuse: tuple[Remarked, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Place(Entity):
    """Where. `precision` of the point: 1 a settlement, 2 a label in an area, 3 approximate.

    `iso` is the code of a country (ISO 3166-1 alpha-2), by which the base map knows it;
    `drawn_as` the name of a river there. A road leads `through` places.
    """

    NEEDS: ClassVar[Needs] = {
        "precision": ("point",),
        "point_source": ("point",),
    }
    kind: Literal[
        "city", "town", "district", "neighbourhood", "governorate", "province-claimed", "river",
        "region", "border", "road", "country", "continent", "area",
    ]  # fmt: skip
    country: tuple[str, ...] = ()
    within: str = ""
    iso: str = ""
    drawn_as: str = ""
    through: tuple[str, ...] = ()
    point: Point | None = None
    precision: Literal["1", "2", "3", ""] = ""
    point_source: str = ""


@dataclass(frozen=True, kw_only=True)
class Event(Entity):
    """What happened, as the article or its notes tell it, and how that is known.

    `by` is the latest day of a date that is less exact, where the text or a note gives one. Where
    it tells of a movement: `from` which places, `toward` which, and who is `moving`.
    """

    NEEDS: ClassVar[Needs] = {
        "date": ("dated_by",),
        "dated_by": ("date",),
        "dated_by: note": ("notes",),
        "by": ("date",),
        "from": ("toward", "moving"),
        "toward": ("from", "moving"),
        "moving": ("from", "toward"),
    }
    kind: Literal[
        "battle", "campaign", "capture", "withdrawal", "deal", "siege", "declaration", "speech",
        "publication", "video", "raid", "attack", "assassination", "report", "interview",
        "founding", "policy",
    ]  # fmt: skip
    date: Date | None = None
    dated_by: Literal["text", "note", "inferred", ""] = ""
    by: Date | None = None
    certainty: Literal["stated", "reported", "claimed", "inferred"]
    places: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    from_: tuple[str, ...] = ()
    toward: tuple[str, ...] = ()
    moving: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Term(Entity):
    """A word: its literal meaning, its meaning here (`summary`), and who uses it.

    A word is `transliterated` where its spellings are Arabic in Latin letters, but for those that
    render it in `english`.
    `senses` hold the sense in which a paragraph uses it, under “¶43” or “note b”, where it has
    more than one. `arabic_is` says how sure it is that the Arabic is the form behind the text.
    `register` is the company in which the word is met; an everyday word is linked on demand.
    """

    NEEDS: ClassVar[Needs] = {"arabic_is": ("arabic",)}
    register: Literal["group", "military", "society", "everyday", ""] = ""
    arabic_is: Literal["certain", "probable", ""] = ""
    transliterated: bool = False
    english: tuple[str, ...] = ()
    senses: tuple[Remarked, ...] = ()
    plural: str = ""
    literal: str = ""
    used_by: str = ""
    explained: str = ""


@dataclass(frozen=True, kw_only=True)
class Person(Entity):
    """Who."""

    kind: Literal[
        "leader", "commander", "official", "officer", "analyst", "journalist", "author",
        "statesman", "thinker", "local",
    ]  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Group(Entity):
    """A body of people: armed, official, of the press or of research."""

    kind: Literal[
        "armed-group", "militia", "army", "state-body", "coalition", "media", "research",
        "organisation", "people",
    ]  # fmt: skip


def sense_at(entity: Entity, anchor: str) -> str:
    """Return the sense of a term in the paragraph `p43` or the note `fn:b`, if it has one there."""
    senses = entity.senses if isinstance(entity, Term) else ()
    label = anchor_label(anchor)
    return next((sense.remark for sense in senses if sense.text == label), "")


def public_facts(entity: E) -> E:
    """Return the facts that other pages show of an entity: all but its text and its spellings."""
    return replace(entity, body="", body_line=0, spellings=())


def linked_ids(entity: Entity) -> Iterator[tuple[str, str]]:
    """Yield (field, id) for every other entity that the front matter names."""
    for remarked in entity.not_to_confuse:
        yield "not_to_confuse", remarked.text
    if isinstance(entity, Place):
        yield from (("country", country) for country in entity.country)
        yield from (("within", place) for place in [entity.within] if place)
        yield from (("through", place) for place in entity.through)
    if isinstance(entity, Event):
        yield from (("places", place) for place in entity.places)
        yield from (("actors", actor) for actor in entity.actors)
        yield from (("from", place) for place in entity.from_)
        yield from (("toward", place) for place in entity.toward)
        yield from (("moving", actor) for actor in entity.moving)
