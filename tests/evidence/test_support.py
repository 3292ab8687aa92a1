"""On what a statement rests, whose word alone it is, and since when it could be known."""

import pytest

from annotated.content import chapters, guide, rulings, source_files, statements
from annotated.content.rulings import Ruling
from annotated.content.statements import Statement
from annotated.evidence import support, voices
from annotated.evidence.statement_evidence import Evidence
from cases import Case, find, name
from conftest import ROOT

HEAD = "---\ntitle: T\nparagraphs: 0-99\n---\n"


def read(case: Case) -> tuple[list[Statement], tuple[Ruling, ...]]:
    retold, _ = chapters.read({"docs/chapters/01.md": HEAD + case.parts["markdown"]})
    ruled, problems = rulings.read(rulings.PATH, case.parts.get("rulings", ""))
    assert not problems
    return list(statements.statements_of(retold[0])), ruled


@pytest.mark.parametrize("case", find("support"), ids=name)
def test_on_which_notes_a_statement_rests(case: Case) -> None:
    read_statements, ruled = read(case)

    lines = [
        f"{id_} {found.where}: {found.words}"
        + "".join(f" ({text})" for text in (found.because, found.doubt) if text)
        for id_, found in support.supports(read_statements, ruled).items()
    ]

    case.expect("support", "\n".join(lines))


@pytest.mark.parametrize("case", find("alone"), ids=name)
def test_whose_word_alone_a_statement_is(case: Case) -> None:
    read_statements, ruled = read(case)
    happenings = case.parts.get("happenings", "").split()
    interviews = case.parts.get("interviews", "").split()

    found = voices.alone(read_statements, happenings, interviews, ruled)

    case.expect("alone", "\n".join(f"{id_} {whose or '-'}" for id_, whose in found.items()))


@pytest.fixture(scope="module")
def evidence() -> Evidence:
    return Evidence(guide.read(source_files.texts(ROOT))[0])


@pytest.mark.parametrize(
    ("id_", "rests", "since"),
    [
        ("p1-s2", "no note", "it has no note"),
        ("p2-s1", "one source", "27 August 2017"),
        ("p4-s1", "one source", "its note may not bear it"),
        ("p4-s4", "the author’s own work", "24 October 2016"),
        ("p13-s5", "an interview", "it rests on an interview, which nobody else could read"),
        # One citation, of several.
        ("p20-s6", "interviews", "it rests on interviews, which nobody else could read"),
        # Of a source of the day before the announcement, and one of the day.
        ("p8-s1", "2 sources", "9 September 2017"),
        ("p36-s12", "one source", "2017"),
        ("p40-s1", "the group’s word", "20 May 2016"),
        ("p49-s6", "the group’s word", "3 November 2016"),
    ],
)
def test_on_what_and_since_when(evidence: Evidence, id_: str, rests: str, since: str) -> None:
    statement = next(other for other in evidence.guide.statements if other.id == id_)
    known = evidence.known_since(statement)

    assert evidence.rests_on(statement) == rests
    assert (known.words if known else evidence.undated_because(statement)) == since
