"""Statements: sentences cut by who says them."""

import pytest

from annotated.content import chapters, statements
from cases import Case, find, name

HEAD = "---\ntitle: T\nparagraphs: 0-99\n---\n"


@pytest.mark.parametrize("case", find("sentences"), ids=name)
def test_sentences_are_split_by_speaker(case: Case) -> None:
    retold, _ = chapters.read({"docs/chapters/01.md": HEAD + case.parts["markdown"]})

    lines = [
        f"{statement.id or '-'} ¶{statement.paragraph} {statement.speaker or '-'} "
        f"({' '.join(statement.notes) or '-'}) {statement.text}"
        for statement in statements.statements_of(retold[0])
    ]

    case.expect("parts", "\n".join(lines))


def test_the_longest_hedge_wins_and_a_month_is_none() -> None:
    hedges = statements.hedge_pattern(["may", "may be", "In all likelihood", "likely"])
    text = "In all likelihood it may be so, unlikely in May, but likely."

    assert hedges.findall(text) == ["In all likelihood", "may be", "likely"]
