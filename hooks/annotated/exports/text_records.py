"""Records of the text: its chapters and paragraphs, and what each statement mentions."""

from collections.abc import Callable, Iterable, Iterator

from annotated.content.chapters import Chapter
from annotated.content.guide import Guide
from annotated.content.statements import Statement
from annotated.exports.data_table import ENTITIES, Field
from annotated.exports.record_tables import Record
from annotated.linking.matcher import Matcher
from annotated.model.anchors import paragraph_anchor

Address = Callable[[str], str]
OF_CHAPTER = (
    Field("number", "its place among the chapters, from 1", "integer"),
    Field("title", "as in this guide"),
    Field("summary", "what it argues"),
    Field("first", "its first paragraph", "integer", ("paragraphs",)),
    Field("last", "its last paragraph", "integer", ("paragraphs",)),
    Field("address", "its page"),
)
OF_PARAGRAPH = (
    Field("number", "its number, which the guide counts and the article does not print", "integer"),
    Field("chapter", "the chapter that it is in", "integer", ("chapters",)),
    Field("statements", "its statements, in their order", "list", ("statements",)),
    Field("notes", "the notes whose marks stand in it", "list", ("notes",)),
    Field("remarks", "the remarks on its words", "list", ("remarks",)),
    Field("address", "where it stands in this guide"),
    Field("original", "the same paragraph at the publisher of the article"),
)
OF_MENTION = (
    Field("statement", "the statement that mentions it", refers=("statements",)),
    Field("entity", "what is mentioned", refers=ENTITIES),
    Field("words", "the words that name it; empty where a link by hand leads there"),
)


def of_chapters(guide: Guide, address: Address) -> list[Record]:
    """Return a record for each chapter; `address` is that of the path of a page."""
    return [
        {
            "number": number,
            "title": chapter.title,
            "summary": chapter.summary,
            "first": chapter.first,
            "last": chapter.last,
            "address": address(chapter.path),
        }
        for number, chapter in enumerate(guide.chapters, start=1)
    ]


def of_paragraphs(guide: Guide, address: Address, chapter: Chapter) -> list[Record]:
    """Return a record for each paragraph of a chapter; `address` is that of its anchor (`p12`)."""
    return [*_paragraphs(guide, chapter, guide.number_of[chapter.path], address)]


def _paragraphs(guide: Guide, chapter: Chapter, of: int, address: Address) -> Iterator[Record]:
    for paragraph in chapter.paragraphs:
        number, anchor = str(paragraph.number), paragraph_anchor(paragraph.number)
        yield {
            "number": paragraph.number,
            "chapter": of,
            "statements": [statement.id for statement in guide.statements_in.get(number, ())],
            "notes": list(dict.fromkeys(paragraph.notes)),
            "remarks": [remark.id for remark in guide.remarks_on.get(("paragraph", number), ())],
            "address": address(anchor),
            "original": (guide.article.original(anchor) if guide.article else "") or None,
        }


def of_mentions(statements: Iterable[Statement], matcher: Matcher) -> list[Record]:
    """Return a record for each thing that a statement names or links, each spelling once."""
    return [record for statement in statements for record in _mentions(statement, matcher)]


def _mentions(statement: Statement, matcher: Matcher) -> Iterator[Record]:
    found = matcher.names_in(statement.text)
    named = {id_ for id_, _ in found}
    by_hand = [(id_, None) for id_ in statement.linked if id_ not in named]
    for id_, words in dict.fromkeys([*found, *by_hand]):
        if id_:
            yield {"statement": statement.id, "entity": id_, "words": words}
