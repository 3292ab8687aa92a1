"""Records of terms, people and groups: names, kinds, spellings, what each means."""

from collections.abc import Callable, Iterable

from annotated.exports.data_table import Field
from annotated.exports.record_tables import Record
from annotated.model.entities import Entity, Group, Person, Term

NAMED = (
    Field("id", "the name of its file"),
    Field("name", "the name in this guide"),
    Field("arabic", "the same in Arabic script"),
    Field("summary", "one sentence"),
)
SPELT = (
    Field("spellings", "as printed in the text and the notes", "list"),
    Field("also", "other names under which it may be looked up", "list"),
    Field("address", "its page, or its entry on a page"),
)
OF_TERM = (
    *NAMED,
    Field(
        "register",
        "the company in which the word is met: `group`, `military`, `society` or `everyday`",
    ),
    Field("literal", "what the word means in itself"),
    Field("used_by", "who uses it"),
    Field(
        "arabic_is",
        "`certain` or `probable`: how sure it is that the Arabic stands behind the text",
    ),
    *SPELT,
)
OF_KIND = (*NAMED, Field("kind", "for example `commander`, or `militia`"), *SPELT)


def records(entities: Iterable[Entity], address: Callable[[str], str]) -> list[Record]:
    """Return a record for each term, person or group, by id; `address` is that of an id."""
    return [
        _named(entity) | _of_type(entity) | _spelt(entity) | {"address": address(entity.id)}
        for entity in sorted(entities, key=lambda entity: entity.id)
    ]


def _named(entity: Entity) -> dict[str, object]:
    return {
        "id": entity.id,
        "name": entity.name,
        "arabic": entity.arabic or None,
        "summary": entity.summary,
    }


def _spelt(entity: Entity) -> dict[str, object]:
    return {"spellings": [form.text for form in entity.spellings], "also": list(entity.also)}


def _of_type(entity: Entity) -> dict[str, object]:
    if isinstance(entity, Person | Group):
        return {"kind": entity.kind}
    if isinstance(entity, Term):
        fields = (entity.register, entity.literal, entity.used_by, entity.arabic_is)
        names = ("register", "literal", "used_by", "arabic_is")
        return {name: value or None for name, value in zip(names, fields, strict=True)}
    return {}
