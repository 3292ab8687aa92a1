"""The content itself: complete, in order, without a problem."""

import csv
import re

import pytest

from annotated.authoring import unfilled_settings
from annotated.content import guide
from annotated.content.guide import Guide
from annotated.model.entities import Entity, Event, Group, Person, Place, Term
from annotated.site import check
from conftest import ROOT

# The list of the article's paragraphs, where a copy of it lies beside the project.
PARAGRAPHS = ROOT.parent / "shared" / "article" / "paragraphs.csv"
NOTES = [str(number) for number in range(1, 76)]


@pytest.fixture(scope="module")
def content(texts: dict[str, str]) -> Guide:
    return guide.read(texts)[0]


def ids(content: Guide, cls: type[Entity]) -> set[str]:
    return {entity.id for entity in content.catalogue.of_type(cls)}


def test_the_content_has_no_problem(texts: dict[str, str]) -> None:
    # What the last check of the same files has found is taken over.
    problems = [*check.run(ROOT), *unfilled_settings.check(texts)]

    assert [str(problem) for problem in problems] == []


def test_every_paragraph_is_there_once_and_in_order(content: Guide) -> None:
    numbers = [p.number for chapter in content.chapters for p in chapter.paragraphs]

    assert numbers == list(range(57))


def test_every_note_is_cited_once_and_in_order(content: Guide) -> None:
    cited = [n for chapter in content.chapters for p in chapter.paragraphs for n in p.notes]

    assert [number for number in cited if number.isdigit()] == NOTES
    assert [number for number in cited if not number.isdigit()] == ["a", "b"]
    assert list(content.endnotes.notes) == [*NOTES, "a", "b"]


@pytest.mark.skipif(not PARAGRAPHS.exists(), reason="the list of paragraphs is not at hand")
def test_every_note_stands_in_the_paragraph_where_the_article_has_it(content: Guide) -> None:
    with PARAGRAPHS.open(newline="", encoding="utf-8") as file:
        expected = {
            int(row["paragraph"]): [*row["endnotes"].split(), *row["substantive_note"].split()]
            for row in csv.DictReader(file)
        }

    actual = {p.number: p.notes for chapter in content.chapters for p in chapter.paragraphs}

    assert {number: sorted(notes) for number, notes in actual.items()} == {
        number: sorted(notes) for number, notes in expected.items()
    }


def test_the_catalogue_is_as_large_as_it_claims(content: Guide) -> None:
    notes = content.endnotes.notes.values()
    assert len({cite.text for note in notes for cite in note.cites}) == 76
    assert len(ids(content, Place)) == 74
    assert len(ids(content, Event)) >= 40
    assert len(ids(content, Term)) >= 25


def test_what_a_reader_asks_first_has_an_entry(content: Guide) -> None:
    terms = {"sawlat", "nikayah", "sahwa", "kawatim", "lawasiq", "mafariz-amniyah", "wilayat"}
    people = {"abu-bakr-al-baghdadi", "abu-omar-al-baghdadi", "al-bilawi", "michael-knights"}
    groups = {"islamic-state", "islamic-state-of-iraq", "popular-mobilization"}

    assert terms | {"mujahideen", "rafidah"} <= ids(content, Term)
    assert people <= ids(content, Person)
    assert groups <= ids(content, Group)


def test_a_town_and_a_province_of_one_name_are_two_places(content: Guide) -> None:
    pairs = {"raqqa", "raqqa-governorate", "deir-ez-zor", "deir-ez-zor-governorate"}
    pairs |= {"diyala", "diyala-river", "salah-ad-din", "wilayat-salah-ad-din"}

    assert pairs <= ids(content, Place)


def test_arabic_words_have_their_script(content: Guide) -> None:
    bare = [
        term.id
        for term in content.catalogue.of_type(Term)
        if term.transliterated and not term.arabic
    ]

    assert bare == []


def test_every_sentence_of_a_paragraph_says_who_speaks(content: Guide) -> None:
    marked = re.compile(r"\]\{ #[\w-]+ \.(?:author|reported|official|group|other) \}")
    unmarked = [
        f"¶{paragraph.number}"
        for chapter in content.chapters
        for paragraph in chapter.paragraphs
        for line in paragraph.markdown.strip().split("\n")
        if not line.lstrip("> ").startswith("{ #p") and not marked.search(line)
    ]

    assert unmarked == []


def test_the_endnotes_of_an_event_stand_where_the_event_is_told(content: Guide) -> None:
    index = set(content.endnotes.notes)

    for event in content.catalogue.of_type(Event):
        assert set(event.notes) <= index, event.path


LISTS = sorted(path.name for path in ROOT.glob("requirements*.txt"))


@pytest.mark.parametrize("name", [*LISTS, "pyproject.toml"])
def test_no_list_of_requirements_names_a_host(name: str) -> None:
    assert "://" not in (ROOT / name).read_text(encoding="utf-8")


def test_no_name_of_the_article_stands_in_the_code(content: Guide) -> None:
    code = "\n".join(path.read_text(encoding="utf-8") for path in ROOT.glob("hooks/**/*.py"))
    names = [
        entity.name for cls in (Place, Person, Group) for entity in content.catalogue.of_type(cls)
    ]

    found = [name for name in names if name in code]  # few, for patterns take long
    assert [name for name in found if re.search(rf"\b{re.escape(name)}\b", code)] == []
