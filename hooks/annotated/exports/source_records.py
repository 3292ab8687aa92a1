"""Records of endnotes and sources: what each note cites, and what each source is."""

from collections.abc import Callable, Iterable, Mapping

from annotated.content.endnotes import Endnote
from annotated.content.guide import Guide
from annotated.content.sources import Source
from annotated.exports.data_table import Field
from annotated.exports.record_tables import Record

Address = Callable[[str], str]
OF_NOTE = (
    Field("note", "the number as printed, or the letter of a substantive note"),
    Field("paragraph", "the paragraph at whose words its mark stands", "integer", ("paragraphs",)),
    Field("supports", "what it is cited for"),
    Field("printed", "how it is printed, where that differs from a full reference"),
    Field("sources", "the sources that it cites, in its order", "list", ("sources",)),
    Field(
        "locators",
        "the place in each of them, in the same order; empty where none is given",
        "list",
    ),
    Field("remarks", "the remarks on it", "list", ("remarks",)),
    Field("address", "where it stands"),
)
OF_SOURCE = (
    Field("key", "its key, which lasts"),
    Field(
        "kind",
        "`press`, `wire`, `think-tank`, `academic`, `opinion`, `interview`, `official`, `group` "
        "or `monitor`",
    ),
    Field("authors", "as printed, in their order", "list"),
    Field("title", "as printed"),
    Field("container", "the publication that it is part of"),
    Field("volume", "as printed"),
    Field("number", "that of the issue"),
    Field("edition", "as printed; a newsletter may number its issues so"),
    Field("pages", "as printed"),
    Field("date", "the date as printed: a year, a month or a day (ISO 8601)"),
    Field("corrected", "what the date may rather be, in EDTF"),
    Field("corrected_because", "why"),
    Field("language", "where it is not that of the article"),
    Field("public", "whether a reader can consult it: interviews cannot be", "boolean"),
    Field("several", "whether one citation stands for several, such as interviews", "boolean"),
    Field("web", "its own address, where the article gives one and this guide links it"),
    Field(
        "cited",
        "whether a note of the article cites it; the editors have seen the others",
        "boolean",
    ),
    Field("notes", "the notes that cite it", "list", ("notes",)),
    Field("remarks", "the remarks on it, or that rest on it", "list", ("remarks",)),
    Field("address", "its entry on the page of sources"),
)


def of_notes(guide: Guide, address: Address) -> list[Record]:
    """Return a record for each endnote; `address` is that of an anchor such as `fn:43`."""
    return [_note(guide, note, address) for note in guide.endnotes.notes.values()]


def _note(guide: Guide, note: Endnote, address: Address) -> Record:
    return {
        "note": note.note,
        "paragraph": note.paragraph,
        "supports": note.supports or None,
        "printed": note.printed or None,
        "sources": [cite.text for cite in note.cites],
        "locators": [cite.remark for cite in note.cites],
        "remarks": [remark.id for remark in guide.remarks_on.get(("note", note.note), ())],
        "address": address(f"fn:{note.note}"),
    }


def of_sources(guide: Guide, address: Address) -> list[Record]:
    """Return a record for each source; `address` is that of its key on the page of sources."""
    citing = notes_by_source(guide.endnotes.notes.values())
    return [
        _source(guide, source, citing.get(source.key, [])) | {"address": address(source.key)}
        for source in guide.sources.values()
    ]


def notes_by_source(notes: Iterable[Endnote]) -> Mapping[str, list[str]]:
    """Return the notes that cite a source, each once, by its key."""
    citing: dict[str, dict[str, None]] = {}
    for note in notes:
        for cite in note.cites:
            citing.setdefault(cite.text, {})[note.note] = None
    return {key: list(unique) for key, unique in citing.items()}


def date_of(source: Source) -> str:
    """Return the date as printed, as in ISO 8601: “2017-09-05”, “2017-09” or “2017”."""
    return source.year_and_month + (f"-{source.day:02}" if source.day else "")


def _source(guide: Guide, source: Source, notes: list[str]) -> dict[str, object]:
    on_it = [remark.id for remark in guide.remarks_on.get(("source", source.key), ())]
    resting = [remark.id for remark in guide.remarks if source.key in remark.sources]
    return {
        "key": source.key,
        "kind": source.kind,
        "authors": list(source.authors),
        "title": source.title,
        "container": source.container or None,
        "volume": source.volume or None,
        "number": source.number or None,
        "edition": source.edition or None,
        "pages": source.pages or None,
        "date": date_of(source),
        "corrected": source.corrected or None,
        "corrected_because": source.corrected_basis or None,
        "language": source.language or None,
        "public": source.public,
        "several": source.several,
        "web": source.url or None,
        "cited": source.key in guide.cited_sources,
        "notes": notes,
        "remarks": list(dict.fromkeys([*on_it, *resting])),
    }
