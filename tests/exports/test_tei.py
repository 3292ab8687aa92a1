"""The guide in TEI: well formed, joined, with every statement, note, remark and name.

The schema of TEI is not here. What may stand within what is held for the elements that are used, as
the Guidelines tell of their contents.
"""

from collections import Counter
from dataclasses import replace
from xml.etree import ElementTree as ET
from xml.etree.ElementTree import Element

import pytest

from annotated.content.release import Author, Release
from annotated.exports.tei_markup import NAMESPACE
from annotated.exports.tei_text import TeiText
from annotated.model.entities import Event, Group, Person, Place, Term
from annotated.site.file_addresses import addresses
from annotated.site.guide_index import GuideIndex
from annotated.site.urls import SiteUrls

TEI, XML = f"{{{NAMESPACE}}}", "{http://www.w3.org/XML/1998/namespace}"
HOSTILE = 'a\x00]]>&<!--"\ufffe</TEI>'
LISTS = {"listPlace": Place, "listPerson": Person, "listOrg": Group, "listEvent": Event}
PHRASES = {"seg", "ref", "ptr", "note", "date", "placeName", "rs"}
# By element, the elements that may stand in it.
CONTENT = {
    "TEI": {"teiHeader", "text"},
    "teiHeader": {"fileDesc", "encodingDesc"},
    "fileDesc": {"titleStmt", "editionStmt", "publicationStmt", "sourceDesc"},
    "titleStmt": {"title", "author", "respStmt"},
    "respStmt": {"resp", "name"},
    "editionStmt": {"edition"},
    "publicationStmt": {"authority", "date", "availability"},
    "availability": {"licence"},
    "licence": {"p"},
    "sourceDesc": {"bibl", "p"},
    "bibl": {"author", "title", "biblScope", "date", "ref"},
    "encodingDesc": {"classDecl"},
    "classDecl": {"taxonomy"},
    "taxonomy": {"category"},
    "category": {"catDesc"},
    "text": {"body", "back"},
    "body": {"div"},
    "back": {"div"},
    "div": {"head", "p", "note", "list", *LISTS},
    "p": PHRASES,
    "note": PHRASES,
    "listPlace": {"place"},
    "place": {"placeName", "location", "note"},
    "location": {"placeName", "geo"},
    "listPerson": {"person"},
    "person": {"persName", "note"},
    "listOrg": {"org"},
    "org": {"orgName", "note"},
    "listEvent": {"event"},
    "event": {"label", "desc", "note"},
    "list": {"item"},
    "item": {"term", "gloss"},
}


@pytest.fixture(scope="module")
def root(files: dict[str, str]) -> Element:
    return ET.fromstring(files["data/guide.xml"])  # noqa: S314 - our own file


def words(element: Element) -> str:
    return "".join(element.itertext())


def test_nothing_stands_where_the_guidelines_do_not_have_it(root: Element) -> None:
    for element in root.iter():
        name = element.tag.removeprefix(TEI)
        children = {child.tag.removeprefix(TEI) for child in element}
        assert children <= CONTENT.get(name, set()), name


def test_each_id_is_of_one_element_and_each_pointer_leads_to_one(root: Element) -> None:
    ids = Counter(value for element in root.iter() if (value := element.get(f"{XML}id")))
    pointers = {
        pointer
        for element in root.iter()
        for name in ("ref", "target", "ana", "resp")
        for pointer in element.get(name, "").split()
        if pointer.startswith("#")
    }

    assert max(ids.values()) == 1
    assert {pointer[1:] for pointer in pointers} <= ids.keys()


def test_each_statement_says_who_speaks(index: GuideIndex, root: Element) -> None:
    found = {element.get(f"{XML}id"): element for element in root.iter(f"{TEI}seg")}

    assert found.keys() == {statement.id for statement in index.parts}
    for statement in index.parts:
        assert words(found[statement.id]) == statement.text
        assert found[statement.id].get("ana") == f"#by-{statement.speaker}"


def test_each_note_and_remark_is_told_once_where_it_stands(
    index: GuideIndex, root: Element
) -> None:
    notes = Counter(
        (element.get("type"), element.get("n", "")) for element in root.iter(f"{TEI}note")
    )
    remarks = [element for element in root.iter(f"{TEI}note") if element.get("type") == "remark"]

    for number in index.guide.endnotes.notes:
        kind = "endnote" if number.isdigit() else "substantive"
        assert notes[kind, number] == 1, number
    assert {fresh.get(f"{XML}id") for fresh in remarks} == {
        f"remark-{remark.id}" for remark in index.guide.remarks
    }


@pytest.mark.parametrize(("name", "kind"), [*LISTS.items(), ("list", Term)])
def test_each_list_has_all_of_its_kind(
    index: GuideIndex, root: Element, name: str, kind: type[Place]
) -> None:
    (found,) = root.iter(f"{TEI}{name}")

    assert [element.get(f"{XML}id") for element in found] == [
        f"e.{entity.id}" for entity in index.guide.catalogue.of_type(kind)
    ]


def test_hostile_words_are_only_words(index: GuideIndex, urls: SiteUrls) -> None:
    assert index.guide.article
    guide = replace(index.guide, article=replace(index.guide.article, title=HOSTILE))
    release = Release(title=HOSTILE, authors=(Author(HOSTILE, is_person=True),), commit=HOSTILE)

    text = "".join(TeiText(guide, release, addresses(urls)).pieces())

    title = ET.fromstring(text).find(f".//{TEI}titleStmt/{TEI}title")  # noqa: S314 - our own file
    assert title is not None
    assert title.text == HOSTILE.replace("\x00", "\ufffd").replace("\ufffe", "\ufffd")
