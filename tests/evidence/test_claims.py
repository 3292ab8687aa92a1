"""Whose claim a sentence is, how sure, and on what it rests."""

import csv
import io
import json
import re

import pytest

from annotated.content import chapters, guide, source_files, statements
from annotated.content.guide import Guide
from annotated.content.statements import Statement
from annotated.evidence import lens_marks
from annotated.evidence.statement_evidence import Evidence
from annotated.exports import record_tables, statement_records
from annotated.model.vocabulary import SPEAKERS
from conftest import ROOT
from small_project import BASE

HEAD = "---\ntitle: T\nparagraphs: 0-99\n---\n"
HEDGES = statements.hedge_pattern(["may", "may be", "In all likelihood", "likely"])
HEDGED = "[[About]{ .approximation } ten may [[come](../events/x.md)]{ .estimate }.]{ .author }"


def parts(markdown: str) -> list[Statement]:
    retold, _ = chapters.read({"docs/chapters/01.md": HEAD + markdown})
    return list(statements.statements_of(retold[0]))


@pytest.fixture(scope="module")
def content() -> Guide:
    return guide.read(source_files.texts(ROOT))[0]


@pytest.fixture(scope="module")
def evidence(content: Guide) -> Evidence:
    return Evidence(content)


def test_a_hedge_is_read_where_it_is_typed_with_its_kind() -> None:
    [statement] = parts(f"{HEDGED}\n{{ #p8 }}")

    assert statement.text == "About ten may come."
    assert statement.hedges == (("About", "approximation"), ("come", "estimate"))
    assert HEDGES.findall(statement.unjudged) == ["may"]


def test_marks_change_nothing_that_is_read(evidence: Evidence) -> None:
    html = (
        '<h1>T</h1><p id="p8"><span class="author" id="p8-s1">It is <span class="estimate">'
        '<a href="x">likely</a></span>, not <span class="no-hedge">possible</span>.</span></p>'
    )
    statements = parts("[It is likely.]{ #p8-s1 .author }\n{ #p8 }")

    marked = lens_marks.mark(html, lens_marks.marks(statements, evidence))

    assert '<span class="hedge estimate">' in marked
    assert marked.count("hedge") == len(("hedge", "no-hedge"))
    assert '<span class="author" id="p8-s1" data-who="A" data-rests="' in marked
    assert "data-known=" in marked
    plain = re.sub(r'<span class="said" data-search-exclude>[^<]*</span>', "", marked)
    assert "the author’s own judgment: " in marked
    assert re.sub(r"<[^>]*>", "", plain) == re.sub(r"<[^>]*>", "", html)


def test_what_rests_on_no_note_is_marked_by_who_says_it_alone(evidence: Evidence) -> None:
    bare = next(
        said
        for said in evidence.guide.statements
        if said.id and not evidence.support(said).notes and not evidence.alone_words(said)
    )

    marked = lens_marks.marks([bare], evidence)[bare.id]

    assert marked.attributes == f' data-who="{evidence.letter(bare)}"'


def test_the_table_has_a_record_for_every_part(content: Guide, evidence: Evidence) -> None:
    table = statement_records.Table(evidence, content.matcher, lambda statement: statement.id)

    lines = [record_tables.lines(table.records(content.statements))]
    records = json.loads("".join(record_tables.as_json(lines)))
    rows = list(csv.DictReader(io.StringIO("".join(record_tables.as_csv(lines)))))

    assert len(records) == len(rows) == len(content.statements)
    assert {record["speaker"] for record in records} == set(SPEAKERS)
    assert {"id", "paragraph", "speaker", "hedges", "notes"} <= set(records[0])
    cited = {note for record in records for note in record["notes"]}
    assert cited == set(content.endnotes.notes)
    assert [row["notes"].split() for row in rows] == [record["notes"] for record in records]
    assert {str(record["paragraph"]) for record in records} == {*map(str, range(57)), "a", "b"}


def test_every_hedge_of_the_list_stands_in_the_text(content: Guide) -> None:
    text = " ".join(part.text for part in content.statements)
    pattern = statements.hedge_pattern(content.hedges)

    assert set(content.hedges) - set(pattern.findall(text)) == set()


def test_a_list_of_hedges_that_cannot_be_read_is_a_problem() -> None:
    _, problems = guide.read(BASE | {"docs/hedges.yml": "- 'likely\n"})

    assert [problem.code for problem in problems] == ["hedges-malformed"]
