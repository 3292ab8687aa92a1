"""Ids of statements: typed where they are missing, and never moved."""

from itertools import chain

import pytest

from annotated.content import chapters, guide, issued_ids, source_files, statement_ids, statements
from cases import Case, find, name
from conftest import ROOT


@pytest.mark.parametrize("case", find("ids"), ids=name)
def test_missing_ids_are_typed(case: Case) -> None:
    texts = {path: text for path, text in case.parts.items() if path != "typed"}
    retold, _ = chapters.read(texts)

    typed = statement_ids.typed(retold, texts)

    case.expect("typed", "\n".join(typed.values()))
    again, _ = chapters.read(texts | typed)
    assert statement_ids.typed(again, texts | typed) == {}
    made = chain.from_iterable(map(statements.statements_of, again))
    codes = {problem.code for problem in statement_ids.problems(made, texts | typed)}
    assert codes == set()


LISTED = "# Said once.\n- last: p1-s2\n- last: p12-s7\n  gone: [p12-s7]\n"


def test_the_list_of_ids_is_raised_and_never_lowered() -> None:
    raised = issued_ids.raised(LISTED, ["p1-s3", "p12-s6", "nb-s1", ""])

    assert raised == LISTED.replace("p1-s2", "p1-s3") + "- last: nb-s1\n"
    assert issued_ids.raised(raised, ["p1-s1"]) == raised


def test_the_last_id_is_not_given_again() -> None:
    head = "---\ntitle: One\nparagraphs: 12-12\n---\n"
    said = "[It is so.]{ #p12-s6 .author }\n[New.]{ .author }\n{ #p12 }\n"
    texts = {"docs/chapters/01.md": head + said, issued_ids.PATH: LISTED}
    retold, _ = chapters.read(texts)

    assert "[New.]{ #p12-s8 .author }" in statement_ids.typed(retold, texts)["docs/chapters/01.md"]


def test_every_id_of_the_article_is_listed() -> None:
    files = source_files.texts(ROOT)
    listed, problems = issued_ids.read(files[issued_ids.PATH])

    assert not problems
    assert {*listed} == {each.id.split("-")[0] for each in guide.read(files)[0].statements}
