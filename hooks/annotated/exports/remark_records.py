"""Records of remarks: what does not fit, how sure that is, how much it weighs, and on what."""

from collections.abc import Callable

from annotated.content.guide import Guide
from annotated.exports.data_table import ENTITIES, Field
from annotated.exports.record_tables import Record
from annotated.model.remarks import ENTITY_FOLDERS, Remark

FIELDS = (
    Field("id", "the name of its file"),
    Field("subject", "what it is about, in a few words"),
    Field("certainty", "`certain` from the text, from a `source` seen, `inferred` or `undecided`"),
    Field("weight", "whether it changes the `argument` or a `fact`, or is a matter of `print`"),
    Field("paragraphs", "the paragraphs that it is on", "list", ("paragraphs",)),
    Field("words", "the words in each of them that it hangs on, in the same order", "list"),
    Field("notes", "the notes that it is on", "list", ("notes",)),
    Field("sources", "the sources that it is on", "list", ("sources",)),
    Field(
        "entities", "the places, events, terms, people and groups that it is on", "list", ENTITIES
    ),
    Field("seen", "the sources that the editors have seen for it", "list", ("sources",)),
    Field("text", "the matter, in Markdown as its file has it"),
    Field("address", "where it is told"),
)


def records(guide: Guide, address: Callable[[str], str]) -> list[Record]:
    """Return a record for each remark; `address` is that of an id."""
    return [_record(remark) | {"address": address(remark.id)} for remark in guide.remarks]


def _record(remark: Remark) -> dict[str, object]:
    return {
        "id": remark.id,
        "subject": remark.subject,
        "certainty": remark.certainty,
        "weight": remark.weight,
        "paragraphs": _on(remark, "paragraph"),
        "words": [anchor.words for anchor in remark.at if anchor.target[0] == "paragraph"],
        "notes": _on(remark, "note"),
        "sources": _on(remark, "source"),
        "entities": _on(remark, *ENTITY_FOLDERS),
        "seen": list(remark.sources),
        "text": remark.body,
    }


def _on(remark: Remark, *kinds: str) -> list[str]:
    return [name for kind, name in (anchor.target for anchor in remark.at) if kind in kinds]
